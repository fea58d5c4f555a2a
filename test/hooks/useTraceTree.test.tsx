import { act, renderHook } from '@testing-library/react';
import type { KeyboardEvent } from 'react';
import { describe, expect, test, vi } from 'vitest';
import type { Expansion } from '../../src/core/analysis/expansion.ts';
import type { ExpandedChangeDetails, SelectedChangeDetails, TraceTreeState, UseTraceTreeOptions } from '../../src/hooks/trace-tree-state.ts';
import { useTraceTree } from '../../src/hooks/useTraceTree.ts';
import { outline } from '../core/analysis/plants.ts';

/** Two levels of folders, plumbing, and failures of which two began where they stand. */
const trace = outline(`
  agent
    plan
    !tools
      !search
      parse
    ~route
      ~check
    answer
  !after
    ~!flush
`);

function setUp(options: Partial<UseTraceTreeOptions> = {}) {
  const onExpandedChange = vi.fn<(expanded: Expansion, details: ExpandedChangeDetails) => void>();
  const onSelectedChange = vi.fn<(selected: string | null, details: SelectedChangeDetails) => void>();
  const onShowHiddenChange = vi.fn<(showHidden: boolean, details: object) => void>();
  const initialProps: UseTraceTreeOptions = { trace, onExpandedChange, onSelectedChange, onShowHiddenChange, ...options };
  const { result, rerender } = renderHook((props: UseTraceTreeOptions) => useTraceTree(props), { initialProps });
  return {
    tree: () => result.current,
    set: (changed: Partial<UseTraceTreeOptions>) => rerender({ ...initialProps, ...changed }),
    shown: () => names(result.current),
    press: (key: string, more: object = {}) => press(result.current, key, more),
    active: () => result.current.getRow(result.current.activeIndex).run.name,
    onExpandedChange,
    onSelectedChange,
    onShowHiddenChange,
  };
}

function names(tree: TraceTreeState): string[] {
  return Array.from({ length: tree.rowCount }, (_, index) => tree.getRow(index).run.name);
}

/** A key stroke as the grid's element gets it. True if it was taken. */
function press(tree: TraceTreeState, key: string, more: object): boolean {
  const currentTarget = document.createElement('div');
  const preventDefault = vi.fn<() => void>();
  const event = { key, altKey: false, ctrlKey: false, metaKey: false, defaultPrevented: false, target: currentTarget, currentTarget, preventDefault, ...more };
  act(() => tree.getGridProps().onKeyDown(event as unknown as KeyboardEvent));
  return preventDefault.mock.calls.length === 1;
}

const ALL = ['agent', 'plan', 'tools', 'search', 'parse', 'answer', 'after', 'flush'];

describe('expansion', () => {
  test.each<[Expansion | undefined, string[]]>([
    [undefined, ALL],
    ['all', ALL],
    ['none', ['agent', 'after']],
    [0, ['agent', 'after']],
    [1, ['agent', 'plan', 'tools', 'answer', 'after', 'flush']],
    [new Set(['agent', 'after', 'nobody']), ['agent', 'plan', 'tools', 'answer', 'after', 'flush']],
    [new Set(['tools']), ['agent', 'after']],
  ])('begins at %j, or is held there', (expansion, expected) => {
    expect(setUp({ defaultExpanded: expansion }).shown()).toEqual(expected);
    expect(setUp({ expanded: expansion }).shown()).toEqual(expected);
  });

  test('toggle closes and opens, and tells the ids that are open', () => {
    const { tree, shown, onExpandedChange } = setUp();
    act(() => tree().toggle('tools'));
    expect(shown()).toEqual(['agent', 'plan', 'tools', 'answer', 'after', 'flush']);
    act(() => tree().toggle('agent'));
    expect(shown()).toEqual(['agent', 'after', 'flush']);
    act(() => tree().toggle('agent'));
    expect(shown()).toEqual(['agent', 'plan', 'tools', 'answer', 'after', 'flush']);
    // What is inside of a closed run stays as it was; route is open, though out of sight.
    expect(onExpandedChange.mock.calls).toEqual([
      [new Set(['agent', 'route', 'after']), { reason: 'toggle', run: trace.get('tools') }],
      [new Set(['route', 'after']), { reason: 'toggle', run: trace.get('agent') }],
      [new Set(['agent', 'route', 'after']), { reason: 'toggle', run: trace.get('agent') }],
    ]);
  });

  test('expandAll and collapseAll', () => {
    const { tree, shown, onExpandedChange } = setUp({ defaultExpanded: 1 });
    act(() => tree().collapseAll());
    expect(shown()).toEqual(['agent', 'after']);
    act(() => tree().expandAll());
    expect(shown()).toEqual(ALL);
    act(() => tree().expandAll());
    expect(onExpandedChange.mock.calls).toEqual([
      ['none', { reason: 'collapse-all', run: null }],
      ['all', { reason: 'expand-all', run: null }],
    ]);
  });

  test('what can’t be opened is not toggled', () => {
    const { tree, shown, onExpandedChange } = setUp();
    act(() => tree().toggle('plan'));
    act(() => tree().toggle('nobody'));
    act(() => tree().toggle('route'));
    expect(shown()).toEqual(ALL);
    expect(onExpandedChange).not.toHaveBeenCalled();
  });

  test('two toggles in one handler both hold', () => {
    const { tree, shown, onExpandedChange } = setUp();
    act(() => {
      tree().toggle('tools');
      tree().toggle('after');
    });
    expect(shown()).toEqual(['agent', 'plan', 'tools', 'answer', 'after']);
    expect(onExpandedChange).toHaveBeenCalledTimes(2);
    expect(onExpandedChange.mock.lastCall![0]).toEqual(new Set(['agent', 'route']));
  });

  test('all closed and one opened in one handler', () => {
    const { tree, shown } = setUp();
    act(() => {
      tree().collapseAll();
      tree().toggle('agent');
    });
    expect(shown()).toEqual(['agent', 'plan', 'tools', 'answer', 'after']);
  });

  test('an owner who refuses: nothing moves, and the next question starts from what is held', () => {
    const { tree, shown, onExpandedChange } = setUp({ expanded: 1 });
    const held = ['agent', 'plan', 'tools', 'answer', 'after', 'flush'];
    for (let time = 0; time < 2; time++) act(() => tree().toggle('tools'));
    act(() => tree().toggle('agent'));
    expect(shown()).toEqual(held);
    expect(onExpandedChange.mock.calls.map(([expanded]) => expanded)).toEqual([
      new Set(['agent', 'tools', 'after']),
      new Set(['agent', 'tools', 'after']),
      new Set(['after']),
    ]);
    expect(tree().getRow(2)).toMatchObject({ isExpandable: true, isExpanded: false });
  });

  test('an owner who accepts', () => {
    const { tree, set, shown, onExpandedChange } = setUp({ expanded: 'all' });
    act(() => tree().toggle('agent'));
    expect(shown()).toEqual(ALL);
    set({ expanded: onExpandedChange.mock.lastCall![0] });
    expect(shown()).toEqual(['agent', 'after', 'flush']);
  });
});

describe('selection', () => {
  test('select and clear', () => {
    const { tree, onSelectedChange } = setUp();
    expect(tree().selected).toBeNull();
    act(() => tree().select('parse'));
    expect(tree().selected).toBe('parse');
    expect(ALL.map((_, index) => tree().getRow(index).isSelected)).toEqual(ALL.map((name) => name === 'parse'));
    act(() => tree().select('parse'));
    act(() => tree().select(null));
    expect(tree().selected).toBeNull();
    expect(onSelectedChange.mock.calls).toEqual([
      ['parse', { reason: 'api', run: trace.get('parse') }],
      [null, { reason: 'api', run: null }],
    ]);
  });

  test('the keyboard begins at the selected run, or at the closed run around it', () => {
    expect(setUp({ defaultSelected: 'parse' }).active()).toBe('parse');
    expect(setUp({ defaultSelected: 'parse', defaultExpanded: 1 }).active()).toBe('tools');
    expect(setUp({ selected: 'parse', defaultExpanded: 'none' }).active()).toBe('agent');
    expect(setUp({ selected: 'nobody' }).active()).toBe('agent');
    expect(setUp({ selected: null }).active()).toBe('agent');
  });

  test('an owner who refuses', () => {
    const { tree, onSelectedChange } = setUp({ selected: 'plan' });
    act(() => tree().select('parse'));
    act(() => tree().select('parse'));
    expect(tree().selected).toBe('plan');
    expect(onSelectedChange).toHaveBeenCalledTimes(2);
  });
});

describe('plumbing', () => {
  test('is counted, folded, and shown when asked for', () => {
    const { tree, shown, onShowHiddenChange } = setUp();
    // flush is plumbing too, but it failed.
    expect([tree().hiddenCount, tree().showHidden]).toEqual([2, false]);
    act(() => tree().setShowHidden(true));
    expect([tree().hiddenCount, tree().showHidden]).toEqual([2, true]);
    expect(shown()).toEqual(['agent', 'plan', 'tools', 'search', 'parse', 'route', 'check', 'answer', 'after', 'flush']);
    act(() => tree().setShowHidden(true));
    expect(onShowHiddenChange.mock.calls).toEqual([[true, {}]]);
  });

  test('begins as told, or is held', () => {
    expect(setUp({ defaultShowHidden: true }).tree().rowCount).toBe(10);
    const held = setUp({ showHidden: true });
    act(() => held.tree().setShowHidden(false));
    expect(held.tree().rowCount).toBe(10);
    expect(held.onShowHiddenChange.mock.calls).toEqual([[false, {}]]);
    held.set({ showHidden: false });
    expect(held.tree().rowCount).toBe(8);
  });

  test('a trace that is nothing but plumbing has no rows, until it is shown', () => {
    const { tree, shown, press: stroke } = setUp({ trace: outline(`
      ~one
        ~two
    `) });
    expect([tree().rowCount, tree().activeIndex, tree().hiddenCount]).toEqual([0, -1, 2]);
    expect(stroke('ArrowDown')).toBe(true);
    act(() => tree().setShowHidden(true));
    expect(shown()).toEqual(['one', 'two']);
    expect(tree().activeIndex).toBe(0);
  });
});

describe('reveal', () => {
  test('opens what is around a run, moves the keyboard there, and tells it', () => {
    const { tree, shown, active, onExpandedChange, onSelectedChange } = setUp({ defaultExpanded: 'none' });
    act(() => tree().reveal('parse'));
    expect(shown()).toEqual(['agent', 'plan', 'tools', 'search', 'parse', 'answer', 'after']);
    expect(active()).toBe('parse');
    expect(onExpandedChange.mock.calls).toEqual([[new Set(['agent', 'tools']), { reason: 'reveal', run: trace.get('parse') }]]);
    expect(onSelectedChange).not.toHaveBeenCalled();
  });

  test('changes nothing but the keyboard where all is open', () => {
    const { tree, active, onExpandedChange, onShowHiddenChange } = setUp();
    act(() => tree().reveal('answer'));
    expect(active()).toBe('answer');
    expect(onExpandedChange).not.toHaveBeenCalled();
    expect(onShowHiddenChange).not.toHaveBeenCalled();
  });

  test('shows plumbing to reveal it', () => {
    const { tree, shown, active, onShowHiddenChange } = setUp({ defaultExpanded: 'none' });
    act(() => tree().reveal('check'));
    expect(shown()).toEqual(['agent', 'plan', 'tools', 'route', 'check', 'answer', 'after']);
    expect(active()).toBe('check');
    expect(onShowHiddenChange.mock.calls).toEqual([[true, {}]]);
  });

  test('a run that is not there changes nothing', () => {
    const { tree, active, onExpandedChange } = setUp({ defaultExpanded: 'none' });
    act(() => tree().reveal('nobody'));
    expect(active()).toBe('agent');
    expect(onExpandedChange).not.toHaveBeenCalled();
  });
});

describe('revealError', () => {
  test('goes from one beginning of a failure to the next, around the end', () => {
    const { tree, active } = setUp({ defaultExpanded: 'none' });
    const visited = Array.from({ length: 4 }, () => {
      act(() => void tree().revealError());
      return active();
    });
    expect(visited).toEqual(['search', 'flush', 'search', 'flush']);
  });

  test('and back', () => {
    const { tree, active } = setUp({ defaultSelected: 'answer' });
    const visited = Array.from({ length: 3 }, () => {
      act(() => void tree().revealError(-1));
      return active();
    });
    expect(visited).toEqual(['search', 'flush', 'search']);
  });

  test('tells whether there was one', () => {
    const failing = setUp();
    const fine = setUp({ trace: outline('agent') });
    act(() => {
      expect(failing.tree().revealError()).toBe(true);
      expect(fine.tree().revealError()).toBe(false);
      expect(fine.tree().revealError(-1)).toBe(false);
    });
    expect(failing.active()).toBe('search');
  });
});

describe('rows', () => {
  test('say what there is to know', () => {
    const { tree } = setUp({ defaultExpanded: new Set(['agent']), defaultSelected: 'tools' });
    const unsearched = { isMatch: false, isDimmed: false, isCurrentMatch: false, matchesInside: 0 };
    expect(tree().getRow(0)).toEqual({ ...unsearched, run: trace.get('agent'), index: 0, position: 0, depth: 0, isExpandable: true, isExpanded: true, isSelected: false, isActive: false, errorsInside: 0 });
    expect(tree().getRow(2)).toEqual({ ...unsearched, run: trace.get('tools'), index: 2, position: 2, depth: 1, isExpandable: true, isExpanded: false, isSelected: true, isActive: true, errorsInside: 1 });
    expect(tree().getRow(3)).toEqual({ ...unsearched, run: trace.get('answer'), index: 3, position: 7, depth: 1, isExpandable: false, isExpanded: false, isSelected: false, isActive: false, errorsInside: 0 });
    expect(tree().getRow(4)).toMatchObject({ index: 4, position: 8, isExpanded: false, errorsInside: 1 });
  });

  test('a closed run counts all failures inside, an open one leaves them to their own rows', () => {
    const { tree } = setUp({ defaultExpanded: 'none' });
    expect([0, 1].map((index) => tree().getRow(index).errorsInside)).toEqual([2, 1]);
    act(() => tree().expandAll());
    expect(ALL.map((_, index) => tree().getRow(index).errorsInside)).toEqual(ALL.map(() => 0));
  });

  test('are found by their run, and keyed by it', () => {
    const { tree } = setUp({ defaultExpanded: 1 });
    expect(['agent', 'tools', 'after', 'flush'].map((id) => tree().indexOfRun(id))).toEqual([0, 2, 4, 5]);
    expect(['search', 'parse', 'nobody'].map((id) => tree().indexOfRun(id))).toEqual([2, 2, -1]);
    expect([0, 1, 2, 3, 4, 5].map((index) => tree().getRowKey(index))).toEqual(['agent', 'plan', 'tools', 'answer', 'after', 'flush']);
  });
});

describe('attributes', () => {
  test('of the grid', () => {
    const { tree } = setUp({ defaultExpanded: 'none' });
    expect(tree().getGridProps()).toEqual({ role: 'treegrid', 'aria-rowcount': 3, 'aria-multiselectable': false, onKeyDown: expect.any(Function) });
    act(() => tree().expandAll());
    expect(tree().getGridProps()['aria-rowcount']).toBe(9);
  });

  test('of a row', () => {
    const { tree } = setUp({ defaultExpanded: 1, defaultSelected: 'tools' });
    const handlers = { ref: expect.any(Function), onClick: expect.any(Function), onDoubleClick: expect.any(Function), onFocus: expect.any(Function) };
    // Plumbing that is folded is not counted among the siblings.
    expect(tree().getRowProps(tree().getRow(2))).toEqual({
      role: 'row', 'aria-level': 2, 'aria-posinset': 2, 'aria-setsize': 3, 'aria-rowindex': 4, 'aria-expanded': false, 'aria-selected': true, tabIndex: 0,
      'data-kind': 'other', 'data-status': 'error', 'data-depth': 1, 'data-selected': '', 'data-active': '', ...handlers,
    });
    expect(tree().getRowProps(tree().getRow(3))).toEqual({
      role: 'row', 'aria-level': 2, 'aria-posinset': 3, 'aria-setsize': 3, 'aria-rowindex': 5, 'aria-selected': false, tabIndex: -1,
      'data-kind': 'other', 'data-status': 'success', 'data-depth': 1, ...handlers,
    });
    act(() => tree().setShowHidden(true));
    expect(tree().getRowProps(tree().getRow(4))).toMatchObject({ 'aria-posinset': 4, 'aria-setsize': 4, 'aria-rowindex': 6 });
  });

  test('of a toggle', () => {
    const { tree } = setUp({ defaultExpanded: 1 });
    const handlers = { onClick: expect.any(Function), onDoubleClick: expect.any(Function) };
    expect(tree().getToggleProps(tree().getRow(0))).toEqual({ 'aria-hidden': true, 'data-state': 'open', ...handlers });
    expect(tree().getToggleProps(tree().getRow(2))).toEqual({ 'aria-hidden': true, 'data-state': 'closed', ...handlers });
  });
});

describe('keys', () => {
  const walk = (start: Partial<UseTraceTreeOptions>, keys: readonly string[], more?: object) => {
    const { press: stroke, active } = setUp(start);
    return keys.map((key) => {
      expect(stroke(key, more)).toBe(true);
      return active();
    });
  };

  test('up and down, and no further than the ends', () => {
    expect(walk({}, ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'End', 'ArrowDown', 'Home'])).toEqual(['plan', 'tools', 'plan', 'agent', 'agent', 'flush', 'flush', 'agent']);
  });

  test('a page is as long as its caller says, 10 by default', () => {
    expect(walk({ pageSize: () => 3 }, ['PageDown', 'PageDown', 'PageDown', 'PageUp'])).toEqual(['search', 'after', 'flush', 'parse']);
    expect(walk({ pageSize: () => 0 }, ['PageDown'])).toEqual(['plan']);
    const long = outline(Array.from({ length: 30 }, (_, at) => `  r${at}`).join('\n'));
    expect(walk({ trace: long }, ['PageDown', 'PageDown', 'PageUp'])).toEqual(['r10', 'r20', 'r10']);
  });

  test('to the right: open, then into it; to the left: close, then out of it', () => {
    const { press: stroke, active, shown } = setUp({ defaultExpanded: 1 });
    for (const key of ['ArrowDown', 'ArrowDown']) stroke(key);
    expect(active()).toBe('tools');
    stroke('ArrowRight');
    expect([active(), shown()]).toEqual(['tools', ALL]);
    stroke('ArrowRight');
    expect(active()).toBe('search');
    stroke('ArrowRight');
    expect(active()).toBe('search');
    stroke('ArrowLeft');
    expect([active(), shown()]).toEqual(['tools', ALL]);
    stroke('ArrowLeft');
    expect([active(), shown()]).toEqual(['tools', ['agent', 'plan', 'tools', 'answer', 'after', 'flush']]);
    stroke('ArrowLeft');
    expect(active()).toBe('agent');
    stroke('ArrowLeft');
    expect([active(), shown()]).toEqual(['agent', ['agent', 'after', 'flush']]);
    stroke('ArrowLeft');
    expect(active()).toBe('agent');
  });

  test('Enter and Space select', () => {
    const { press: stroke, tree, onSelectedChange } = setUp();
    stroke('Enter');
    stroke('ArrowDown');
    stroke(' ');
    stroke('Enter');
    expect(tree().selected).toBe('plan');
    expect(onSelectedChange.mock.calls).toEqual([
      ['agent', { reason: 'keyboard', run: trace.get('agent') }],
      ['plan', { reason: 'keyboard', run: trace.get('plan') }],
    ]);
  });

  test('* opens the siblings, and tells it only if there was something to open', () => {
    const { press: stroke, onExpandedChange, shown } = setUp({ defaultExpanded: 'none' });
    stroke('*');
    expect(shown()).toEqual(['agent', 'plan', 'tools', 'answer', 'after', 'flush']);
    stroke('*');
    expect(onExpandedChange.mock.calls).toEqual([[new Set(['agent', 'after']), { reason: 'expand-siblings', run: trace.get('agent') }]]);
  });

  test('[ and ] close and open all; the keyboard stays at what is left', () => {
    const { press: stroke, active, shown, onExpandedChange } = setUp({ defaultSelected: 'flush' });
    stroke('[');
    expect([active(), shown()]).toEqual(['after', ['agent', 'after']]);
    stroke(']');
    expect([active(), shown()]).toEqual(['after', ALL]);
    expect(onExpandedChange.mock.calls).toEqual([
      ['none', { reason: 'collapse-all', run: null }],
      ['all', { reason: 'expand-all', run: null }],
    ]);
  });

  test('e and E go to the next error and the one before', () => {
    expect(walk({ defaultExpanded: 'none' }, ['e', 'e', 'E', 'E'])).toEqual(['search', 'flush', 'search', 'flush']);
  });

  test('what is not the tree’s is left to the browser', () => {
    const { press: stroke, active } = setUp();
    expect(stroke('Tab')).toBe(false);
    expect(stroke('ArrowDown', { ctrlKey: true })).toBe(false);
    expect(stroke('ArrowDown', { defaultPrevented: true })).toBe(false);
    expect(active()).toBe('agent');
  });

  test.each(['input', 'textarea', 'select'])('writing in an %s is not commanding', (tag) => {
    const { press: stroke, active } = setUp();
    expect(stroke('ArrowDown', { target: document.createElement(tag) })).toBe(false);
    expect(stroke('e', { target: document.createElement(tag) })).toBe(false);
    expect(active()).toBe('agent');
  });

  test('nor is writing in an element that can be edited', () => {
    const { press: stroke, active } = setUp();
    const field = document.createElement('div');
    field.setAttribute('contenteditable', 'true');
    const inside = field.appendChild(document.createElement('b'));
    expect(stroke('End', { target: inside })).toBe(false);
    expect(active()).toBe('agent');
  });
});

describe('another trace', () => {
  const other = outline(`
    job
      !step
        deep
      ~noise
  `);

  test('takes the place of the first', () => {
    const { set, tree, shown, active, press: stroke } = setUp();
    stroke('End');
    expect(active()).toBe('flush');
    set({ trace: other });
    expect(shown()).toEqual(['job', 'step', 'deep']);
    expect(tree().trace).toBe(other);
    expect(active()).toBe('job');
    expect(tree().hiddenCount).toBe(1);
    stroke('e');
    expect(active()).toBe('step');
  });

  test('that tells more of the same runs keeps the keyboard, the selection and what is open', () => {
    const more = outline(`
      before
      agent
        plan
        tools
          search
          parse
          again
        answer
    `);
    const { set, tree, shown, active, press: stroke } = setUp({ defaultExpanded: 'none', defaultSelected: 'parse' });
    act(() => tree().toggle('agent'));
    stroke('ArrowUp');
    stroke('ArrowDown');
    expect(active()).toBe('tools');
    set({ trace: more });
    expect(shown()).toEqual(['before', 'agent', 'plan', 'tools', 'answer']);
    expect([active(), tree().selected]).toEqual(['tools', 'parse']);
  });
});

test('handlers of an earlier render act on what is there now', () => {
  const { tree, shown, active } = setUp();
  const first = tree();
  act(() => first.toggle('tools'));
  act(() => first.toggle('after'));
  expect(shown()).toEqual(['agent', 'plan', 'tools', 'answer', 'after']);
  press(first, 'ArrowDown', {});
  press(first, 'ArrowDown', {});
  expect(active()).toBe('tools');
});
