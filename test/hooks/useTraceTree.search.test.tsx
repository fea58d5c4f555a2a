import { act, fireEvent, render, screen } from '@testing-library/react';
import type { ReactElement } from 'react';
import { describe, expect, test, vi } from 'vitest';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import type { RunSearchState, UseRunSearchOptions } from '../../src/hooks/run-search-state.ts';
import type { TraceTreeState, UseTraceTreeOptions } from '../../src/hooks/trace-tree-state.ts';
import { useRunSearch } from '../../src/hooks/useRunSearch.ts';
import { useTraceTree } from '../../src/hooks/useTraceTree.ts';
import { outline } from '../core/analysis/plants.ts';

const trace = outline(`
  agent
    plan
    tools
      find docs
      find web
    ~route
      ~find cache
    answer
  after
    find again
`);

interface SearchedProps extends Partial<UseTraceTreeOptions>, Pick<UseRunSearchOptions, 'query' | 'mode' | 'defaultCurrent' | 'onCurrentChange'> {
  readonly searched?: UseRunSearchOptions['trace'];
}

function Searched({ query, mode, searched = trace, defaultCurrent, onCurrentChange, onRender, ...options }: SearchedProps & { readonly onRender: (tree: TraceTreeState, search: RunSearchState) => void }): ReactElement {
  const search = useRunSearch({ trace: searched, query, mode, defaultCurrent, onCurrentChange });
  const tree = useTraceTree({ trace, search, ...options });
  onRender(tree, search);
  return (
    <div {...tree.getGridProps()} aria-label="runs">
      {Array.from({ length: tree.rowCount }, (_, index) => {
        const row = tree.getRow(index);
        return <div key={row.run.id} {...tree.getRowProps(row)} aria-label={row.run.name} />;
      })}
    </div>
  );
}

function setUp(props: SearchedProps = {}) {
  let tree!: TraceTreeState;
  let search!: RunSearchState;
  const onRender = (...seen: [TraceTreeState, RunSearchState]): void => {
    [tree, search] = seen;
  };
  const { rerender } = render(<Searched {...props} onRender={onRender} />);
  const rows = () => Array.from({ length: tree.rowCount }, (_, index) => tree.getRow(index));
  return {
    tree: () => tree,
    search: () => search,
    set: (changed: SearchedProps) => rerender(<Searched {...props} {...changed} onRender={onRender} />),
    shown: () => rows().map(({ run }) => run.name),
    row: (name: string) => rows().find(({ run }) => run.name === name)!,
    found: () => rows().flatMap(({ isMatch, run }) => (isMatch ? [run.name] : [])),
    press: (key: string) => fireEvent.keyDown(document.activeElement?.closest('[role="row"]') ?? screen.getByRole('treegrid'), { key }),
    active: () => tree.getRow(tree.activeIndex).run.name,
  };
}

describe('highlighted', () => {
  test('every run stays on show, and the found ones are told', () => {
    const { shown, found } = setUp({ query: 'find', showHidden: true });
    expect(shown()).toEqual(['agent', 'plan', 'tools', 'find docs', 'find web', 'route', 'find cache', 'answer', 'after', 'find again']);
    expect(found()).toEqual(['find docs', 'find web', 'find cache', 'find again']);
    expect(screen.getAllByRole('row').map((row) => row.dataset['match'])).toEqual(['dimmed', 'dimmed', 'dimmed', 'found', 'found', 'dimmed', 'found', 'dimmed', 'dimmed', 'found']);
  });

  test('without a query nothing is told', () => {
    const { found } = setUp({ query: '' });
    expect(found()).toEqual([]);
    expect(screen.getAllByRole('row').every((row) => row.dataset['match'] === undefined)).toBe(true);
  });

  test('a closed run says how many were found inside of it, itself not counted', () => {
    const { row } = setUp({ query: 'find', defaultExpanded: 'none' });
    expect(row('agent').matchesInside).toBe(3);
    expect(row('after').matchesInside).toBe(1);
    const open = setUp({ query: 'find', defaultExpanded: 'all' });
    expect(open.row('agent').matchesInside).toBe(0);
  });

  test('n and N go from match to match with the focus, open what is around, and show plumbing', () => {
    const onExpandedChange = vi.fn<() => void>();
    const { press, active, tree } = setUp({ query: 'find', defaultExpanded: 'none', onExpandedChange });
    press('n');
    expect(active()).toBe('find docs');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('find docs');
    expect(onExpandedChange).toHaveBeenLastCalledWith(new Set(['agent', 'tools']), { reason: 'reveal', run: trace.get('find docs') });
    press('n');
    expect(active()).toBe('find web');
    press('n');
    expect(active()).toBe('find cache');
    expect(tree().showHidden).toBe(true);
    press('n');
    press('n');
    expect(active()).toBe('find docs');
    press('N');
    expect(active()).toBe('find again');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('find again');
    expect(document.activeElement?.getAttribute('data-match')).toBe('current');
  });

  test('a step that was made elsewhere shows the run and leaves the focus', () => {
    const { search, active, shown } = setUp({ query: 'find', defaultExpanded: 'none' });
    expect(shown()).toEqual(['agent', 'after']);
    act(() => void search().next());
    expect(shown()).toContain('find docs');
    expect(active()).toBe('find docs');
    expect(document.activeElement).toBe(document.body);
  });

  test('n is the host’s where nothing is searched', () => {
    const { set, press } = setUp({ query: 'find', search: undefined });
    set({ search: undefined });
    expect(press('n')).toBe(true);
  });

  test('a search of another trace tells nothing', () => {
    const other = buildTraces([{ id: 'x', name: 'find', traceId: 'x', startTime: 0, endTime: 1 }])[0]!;
    const { found, shown } = setUp({ query: 'find', mode: 'filter', searched: other });
    expect(found()).toEqual([]);
    expect(shown()).toContain('plan');
  });
});

describe('filtered', () => {
  test('only matches and what is around them is on show, plumbing too', () => {
    const { shown } = setUp({ query: 'find', mode: 'filter' });
    expect(shown()).toEqual(['agent', 'tools', 'find docs', 'find web', 'route', 'find cache', 'after', 'find again']);
  });

  test('all is open, whatever was open without, and is as before after it', () => {
    const onExpandedChange = vi.fn<() => void>();
    const { shown, set, tree } = setUp({ query: 'find', mode: 'filter', defaultExpanded: 'none', onExpandedChange });
    expect(shown()).toContain('find web');
    act(() => tree().toggle('tools'));
    expect(shown()).toEqual(['agent', 'tools', 'route', 'find cache', 'after', 'find again']);
    expect(onExpandedChange).not.toHaveBeenCalled();
    set({ query: 'docs' });
    expect(shown()).toEqual(['agent', 'tools', 'find docs']);
    set({ mode: 'highlight' });
    expect(shown()).toEqual(['agent', 'after']);
  });

  test('places among siblings count what is on show', () => {
    setUp({ query: 'web', mode: 'filter' });
    const row = screen.getByRole('row', { name: 'find web' });
    expect([row.getAttribute('aria-posinset'), row.getAttribute('aria-setsize')]).toEqual(['1', '1']);
  });

  test('nothing found leaves no row', () => {
    const { tree } = setUp({ query: 'nowhere', mode: 'filter' });
    expect([tree().rowCount, tree().activeIndex]).toEqual([0, -1]);
  });
});
