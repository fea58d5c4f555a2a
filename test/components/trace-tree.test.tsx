import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { TraceTree } from '../../src/components/trace-tree/index.ts';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import { outline, planted, walk, type Plant } from '../core/analysis/plants.ts';
import { measured } from '../hooks/measured.ts';
import { example, nameIn, renderTree, rowElements, rowOf, shownNames } from './in-tree.tsx';

measured({ width: 900, height: 2_000 });

describe('roles and names', () => {
  test('a treegrid named after the trace, with a header and rows of cells', () => {
    renderTree();
    const grid = screen.getByRole('treegrid', { name: 'Runs of agent' });
    expect(grid.getAttribute('aria-multiselectable')).toBe('false');
    expect(within(grid).getAllByRole('rowgroup')).toHaveLength(2);
    expect(within(grid).getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual(['Run', 'Duration', 'Tokens', 'Cost']);
    for (const row of rowElements()) expect(within(row).getAllByRole('gridcell')).toHaveLength(4);
    expect(within(grid).getByRole('row', { name: 'Run Duration Tokens Cost' }).getAttribute('aria-rowindex')).toBe('1');
  });

  test('a row is named by its kind, its run, what is wrong and its figures', () => {
    renderTree();
    expect(screen.getByRole('row', { name: /^Step search Failed Error 5 ms/ })).toBe(rowOf('search'));
  });

  test('a tree of no runs says so', () => {
    renderTree({ trace: outline('~plumbing') });
    expect(screen.getByRole('gridcell', { name: 'This trace has no runs.' })).toBeTruthy();
    expect(screen.getByRole('treegrid').getAttribute('aria-rowcount')).toBe('1');
  });
});

interface Expected {
  readonly name: string;
  readonly level: string;
  readonly posinset: string;
  readonly setsize: string;
  readonly expanded: string | null;
}

/** What each row is to tell, by recursion over runs that are not folded. */
function told(plants: readonly Plant[], open: ReadonlySet<string>, isFolded: (plant: Plant) => boolean, level = 1): Expected[] {
  const siblings = plants.filter((plant) => !isFolded(plant));
  return siblings.flatMap((plant, nth) => {
    const hasChildren = plant.children.some((child) => !isFolded(child));
    const isOpen = hasChildren && open.has(plant.id);
    return [
      { name: `step ${plant.id.slice(1)}`, level: `${level}`, posinset: `${nth + 1}`, setsize: `${siblings.length}`, expanded: hasChildren ? `${isOpen}` : null },
      ...(isOpen ? told(plant.children, open, isFolded, level + 1) : []),
    ];
  });
}

test('any forest, open anywhere, with and without plumbing: levels, places and counts are as by recursion', () => {
  const cases = planted(14).chain(({ trace, roots }) =>
    fc.record({ trace: fc.constant(trace), roots: fc.constant(roots), open: fc.subarray(trace.runs.map(({ id }) => id)), showHidden: fc.boolean() }),
  );
  fc.assert(
    fc.property(cases, ({ trace, roots, open, showHidden }) => {
      const { unmount } = render(<TraceTree trace={trace} expanded={new Set(open)} showHidden={showHidden} selected={open[0] ?? null} />);
      const isFolded = (plant: Plant) => !showHidden && walk([plant]).every(({ hidden, failed }) => hidden && !failed);
      const expected = told(roots, new Set(open), isFolded);
      const rows = rowElements();
      expect(rows.map((row) => ({
        name: nameIn(row), level: row.getAttribute('aria-level'), posinset: row.getAttribute('aria-posinset'),
        setsize: row.getAttribute('aria-setsize'), expanded: row.getAttribute('aria-expanded'),
      }))).toEqual(expected);
      expect(rows.map((row) => row.getAttribute('aria-rowindex'))).toEqual(expected.map((_, nth) => `${nth + 2}`));
      expect(rows.map((row) => row.getAttribute('aria-selected'))).toEqual(expected.map(({ name }) => `${name === `step ${open[0]?.slice(1)}`}`));
      expect(rows.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(Math.min(1, expected.length));
      expect(screen.getByRole('treegrid').getAttribute('aria-rowcount')).toBe(`${expected.length + 1}`);
      unmount();
    }),
    { numRuns: 60 },
  );
});

test('of many rows only those in sight are there, with the counts of all', () => {
  const trace = outline(['root', ...Array.from({ length: 5_000 }, (_, at) => `  r${at}`)].map((line) => `  ${line}`).join('\n'));
  renderTree({ trace });
  // 2,000 px hold 72 rows of 28 px.
  expect(rowElements().length).toBeGreaterThanOrEqual(72);
  expect(rowElements().length).toBeLessThan(100);
  expect(screen.getByRole('treegrid').getAttribute('aria-rowcount')).toBe('5002');
  expect(rowOf('r3').getAttribute('aria-setsize')).toBe('5000');
});

describe('what can be chosen', () => {
  test('columns, in the given order', () => {
    const { rerender } = renderTree({ columns: ['cost', 'status', 'model'] });
    const headers = () => screen.getAllByRole('columnheader').map(({ textContent }) => textContent);
    const cells = () => within(rowOf('plan')).getAllByRole('gridcell').map(({ dataset }) => dataset['column'] ?? 'name');
    expect([headers(), cells()]).toEqual([['Run', 'Cost', 'Status', 'Model'], ['name', 'cost', 'status', 'model']]);
    rerender({ columns: [] });
    expect([headers(), cells()]).toEqual([['Run'], ['name']]);
  });

  test('the model and what is wrong stand beside the name unless they have columns of their own', () => {
    const [trace] = buildTraces([
      { id: '1', name: 'call', startTime: 0, endTime: 1, kind: 'llm', model: 'gpt-4.1', error: { type: 'RateLimitError', message: 'Slow down.' } },
      { id: '2', traceId: '1', name: 'gpt-4.1', startTime: 0, endTime: 1, kind: 'llm', model: 'gpt-4.1' },
      { id: '3', traceId: '1', name: 'wait', startTime: 0, endTime: 1, status: 'interrupted' },
      { id: '4', traceId: '1', name: 'go', startTime: 0 },
    ]);
    const { rerender } = renderTree({ trace: trace! });
    const nameCell = (name: string) => within(rowOf(name)).getAllByRole('gridcell')[0]!;
    expect(nameCell('call').textContent).toBe('callgpt-4.1RateLimitError');
    expect(within(nameCell('call')).getByRole('img', { name: 'Failed' })).toBeTruthy();
    expect(within(nameCell('call')).getByText('RateLimitError').closest('[title]')!.getAttribute('title')).toBe('Slow down.');
    // Said once is enough.
    expect(nameCell('gpt-4.1').textContent).toBe('gpt-4.1');
    expect(nameCell('wait').textContent).toBe('waitInterrupted');
    expect(nameCell('go').textContent).toBe('goRunning');

    rerender({ columns: ['status', 'model'] });
    // What is wrong stays beside the name, for boxes in which the column has no room; the style sheet shows it there alone.
    expect(nameCell('call').textContent).toBe('callRateLimitError');
    expect(nameCell('call').querySelector('[data-slot="trace-tree-status"]')!.hasAttribute('data-in-column')).toBe(true);
    expect(['call', 'gpt-4.1', 'wait', 'go'].map((name) => within(rowOf(name)).getAllByRole('gridcell').slice(1).map(({ textContent }) => textContent))).toEqual([
      ['Failed', 'gpt-4.1'], ['Succeeded', 'gpt-4.1'], ['Interrupted', '–'], ['Running', '–'],
    ]);
  });

  test('an error without a type tells its message, not without end', () => {
    const message = 'x'.repeat(500);
    const [trace] = buildTraces([{ id: '1', name: 'call', startTime: 0, endTime: 1, error: message }]);
    renderTree({ trace: trace! });
    const words = within(rowOf('call')).getByText(/^x+$/);
    expect(words.textContent!.length).toBeLessThanOrEqual(100);
    expect(words.closest('[title]')!.getAttribute('title')).toBe(message);
  });

  test('the density', () => {
    const { rerender } = renderTree();
    const tops = () => rowElements().map(({ style }) => style.transform);
    expect(tops().slice(0, 3)).toEqual(['translateY(0px)', 'translateY(28px)', 'translateY(56px)']);
    rerender({ density: 'compact' });
    expect(tops().slice(0, 3)).toEqual(['translateY(0px)', 'translateY(24px)', 'translateY(48px)']);
  });
});

describe('what is inside of closed runs', () => {
  test('errors stand on the closed run, and go where they are when it opens', async () => {
    renderTree({ defaultExpanded: 'none' });
    expect(rowOf('agent').textContent).toContain('1 error inside');
    await userEvent.click(rowOf('agent').querySelector('[data-slot="trace-tree-toggle"]')!);
    expect(rowOf('agent').textContent).not.toContain('inside');
    expect(rowOf('tools').textContent).toContain('1 error inside');
    expect(rowOf('after').textContent).not.toContain('inside');
  });
});

describe('the footer', () => {
  test('counts runs, errors and plumbing', () => {
    renderTree();
    expect(screen.getByText('8 runs')).toBeTruthy();
    expect(screen.getByRole('button', { name: '1 error' })).toBeTruthy();
    expect(screen.getByText('1 hidden')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /issue/ })).toBeNull();
  });

  test('says nothing of what there is none of', () => {
    renderTree({ trace: outline('only') });
    expect(screen.getByText('1 run')).toBeTruthy();
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Columns', '? Keys']);
  });

  test('shows and hides plumbing', async () => {
    const onShowHiddenChange = vi.fn<(show: boolean, details: object) => void>();
    renderTree({ onShowHiddenChange });
    const without = ['agent', 'plan', 'tools', 'search', 'parse', 'answer', 'after'];
    expect(shownNames()).toEqual(without);
    expect(rowOf('plan').getAttribute('aria-setsize')).toBe('3');
    await userEvent.click(screen.getByRole('button', { name: 'Show', pressed: false }));
    expect(shownNames()).toEqual(['agent', 'plan', 'tools', 'search', 'parse', 'route', 'answer', 'after']);
    expect(rowOf('plan').getAttribute('aria-setsize')).toBe('4');
    await userEvent.click(screen.getByRole('button', { name: 'Hide', pressed: true }));
    expect(shownNames()).toEqual(without);
    expect(onShowHiddenChange.mock.calls).toEqual([[true, {}], [false, {}]]);
  });

  test('goes from error to error', async () => {
    renderTree({ defaultExpanded: 'none' });
    await userEvent.click(screen.getByRole('button', { name: '1 error' }));
    expect(nameIn(document.activeElement)).toBe('search');
  });

  test('lists issues, and goes to the runs that they are about', async () => {
    const [trace] = buildTraces([
      { id: 'root', traceId: 't', name: 'pipeline', startTime: 0, endTime: 9 },
      { id: 'lost', traceId: 't', parentId: 'gone', name: 'stray', startTime: 1, endTime: 2 },
    ]);
    renderTree({ trace: trace! });
    expect(screen.queryByText(/gone/)).toBeNull();
    const button = screen.getByRole('button', { name: '1 issue', expanded: false });
    await userEvent.click(button);
    expect(button.getAttribute('aria-expanded')).toBe('true');
    const item = screen.getByRole('listitem');
    expect(item.textContent).toContain('gone');
    expect(item.dataset['severity']).toBe('warning');
    await userEvent.click(within(item).getByRole('button', { name: 'stray' }));
    expect(nameIn(document.activeElement)).toBe('stray');
    await userEvent.click(button);
    expect(screen.queryByRole('listitem')).toBeNull();
  });

  test('lists no more than a hundred issues, and says how many more there are', async () => {
    const [trace] = buildTraces(Array.from({ length: 1_250 }, (_, at) => ({ id: `${at}`, traceId: 't', name: 'stray', parentId: `gone ${at}`, startTime: 0, endTime: 1 })));
    renderTree({ trace: trace! });
    await userEvent.click(screen.getByRole('button', { name: '1,250 issues' }));
    expect(screen.getAllByRole('listitem')).toHaveLength(100);
    expect(screen.getByText('and 1,150 more')).toBeTruthy();
  });
});

describe('texts', () => {
  test('are all replaced by those that are given', async () => {
    const mark = (text: string) => `«${text}»`;
    const [trace] = buildTraces([
      { id: 'root', traceId: 't', name: 'R', kind: 'agent', startTime: 0, endTime: 9 },
      { id: 'llm', traceId: 't', parentId: 'root', name: 'L', kind: 'llm', startTime: 1, endTime: 5, usage: { input: 3, output: 4 }, cost: { total: 0.5 } },
      { id: 'bad', traceId: 't', parentId: 'root', name: 'B', kind: 'tool', startTime: 2, endTime: 5, error: { message: '' } },
      { id: 'now', traceId: 't', parentId: 'root', name: 'N', kind: 'prompt', startTime: 3 },
      { id: 'low', traceId: 't', parentId: 'root', name: 'P', kind: 'chain', startTime: 4, endTime: 5, hidden: true },
      ...Array.from({ length: 101 }, (_, at) => ({ id: `o${at}`, traceId: 't', parentId: 'gone', name: 'O', startTime: 6, endTime: 7 })),
    ]);
    const { container } = renderTree({
      trace: trace!,
      columns: ['status', 'model', 'duration', 'tokens', 'cost'],
      defaultExpanded: 'none',
      messages: {
        label: (name) => mark(`label ${name}`),
        columns: { name: '«c0»', status: '«c1»', model: '«c2»', duration: '«c3»', tokens: '«c4»', cost: '«c5»' },
        kinds: Object.fromEntries(['agent', 'chain', 'llm', 'tool', 'retriever', 'embedding', 'reranker', 'prompt', 'parser', 'guardrail', 'evaluator', 'other'].map((kind) => [kind, mark(kind)])) as never,
        statuses: { success: '«good»', error: '«bad»', running: '«on»', interrupted: '«wait»' },
        empty: '«empty»', noEnd: '«no end»', noTokens: '«no tokens»', noCost: '«no cost»',
        selfTime: (duration) => mark(`self ${duration}`),
        tokens: ({ total, input, output, own, runs, unmetered }) => mark(`tokens ${total} ${input} ${output} ${own} ${runs} ${unmetered}`),
        cost: ({ total, own, runs }) => mark(`cost ${total} ${own} ${runs}`),
        errorsInside: (count) => mark(`inside ${count}`), runs: (count) => mark(`runs ${count}`), errors: (count) => mark(`errors ${count}`),
        nextError: '«next»', hidden: (count) => mark(`hidden ${count}`), showHidden: '«show»', hideHidden: '«hide»',
        issues: (count) => mark(`issues ${count}`), moreIssues: (count) => mark(`more ${count}`), goToRun: '«go»', keys: '«keys»', chooseColumns: '«columns»',
        keyHelp: [{ keys: ['«k»'], does: '«does»' }],
      },
    });
    for (const name of ['«issues 101»', /«keys»/]) await userEvent.click(screen.getByRole('button', { name }));
    await userEvent.click(screen.getByRole('button', { name: '«show»' }));
    expect(screen.getByRole('treegrid', { name: '«label R»' })).toBeTruthy();
    const words = container.textContent!;
    for (const said of ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'good', 'inside 1', 'runs 106', 'errors 1', 'hidden 1', 'hide', 'more 1', 'k', 'does']) expect(words).toContain(mark(said));
    const titles = Array.from(container.querySelectorAll('[title]'), (element) => element.getAttribute('title'));
    for (const said of ['tokens 7 3 4 – 5 0', 'cost $0.50 – 5', 'no tokens', 'no cost', 'next', 'go']) expect(titles).toContain(mark(said));
    expect(titles.some((title) => title!.endsWith('· «self 1 ms»'))).toBe(true);
    expect(screen.getByRole('img', { name: '«agent»' })).toBeTruthy();

    // Beside them there is nothing in words but what the trace says itself.
    const own = new Set(['R', 'O', '?']);
    const left = Array.from(container.querySelectorAll('*'))
      .filter((element) => element.closest('[data-slot="trace-tree-issue"]') === null)
      .flatMap((element) => [...Array.from(element.childNodes).filter(({ nodeType }) => nodeType === Node.TEXT_NODE).map(({ textContent }) => textContent!.trim()), element.getAttribute('aria-label') ?? ''])
      .filter((text) => /\p{L}{2,}/u.test(text) && !text.startsWith('«') && !own.has(text));
    expect(left.filter((text) => text !== 'ms')).toEqual([]);
  });

  test('replaced in part, the others are English', () => {
    renderTree({ messages: { keys: 'Tasten' } });
    expect(screen.getByRole('button', { name: /Tasten/ })).toBeTruthy();
    expect(screen.getByText('8 runs')).toBeTruthy();
  });
});

describe('hostile text', () => {
  const markup = '<img src=x onerror="globalThis.harmed = true"><script>globalThis.harmed = true</script>';

  test('stays text, wherever it stands', async () => {
    const [trace] = buildTraces([
      { id: '1', traceId: 't', name: markup, startTime: 0, endTime: 1, model: `${markup} model`, error: { type: `${markup} type`, message: `${markup} message` } },
      { id: '2', traceId: 't', parentId: `${markup} gone`, name: `${markup} orphan`, startTime: 0, endTime: 1, cost: { total: 1, currency: `${markup} currency` } },
      { id: '3', traceId: 't', name: 'javascript:alert(1)', startTime: 0, endTime: 1, error: `${markup} only a message` },
    ]);
    const { container } = renderTree({ trace: trace!, columns: ['status', 'cost'] });
    await userEvent.click(screen.getByRole('button', { name: /issue/ }));
    expect(container.querySelectorAll('img, script, iframe, a, object, embed, style')).toHaveLength(0);
    expect(container.querySelectorAll('[onerror], [href], [src]')).toHaveLength(0);
    expect(rowOf(markup).textContent).toContain(markup);
    expect(container.textContent).toContain(`${markup} orphan`);
    expect((globalThis as { harmed?: boolean }).harmed).toBeUndefined();
  });
});

describe('many on one page', () => {
  test('share nothing', async () => {
    render(
      <>
        <TraceTree trace={example} messages={{ label: () => 'first' }} />
        <TraceTree trace={example} messages={{ label: () => 'second' }} />
      </>,
    );
    const [first, second] = [screen.getByRole('treegrid', { name: 'first' }), screen.getByRole('treegrid', { name: 'second' })];
    await userEvent.click(first.querySelector('[data-slot="trace-tree-row"]')!);
    await userEvent.keyboard('[[?');
    expect([first, second].map((grid) => grid.getAttribute('aria-rowcount'))).toEqual(['3', '8']);
    expect(second.querySelectorAll('[aria-selected="true"]')).toHaveLength(0);
    expect(screen.getAllByRole('button', { name: /Keys/ }).map((button) => button.getAttribute('aria-expanded'))).toEqual(['true', 'false']);
    const ids = Array.from(document.querySelectorAll('[id]'), ({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe('another trace', () => {
  test('takes the place of the first', () => {
    const { rerender } = renderTree();
    rerender({ trace: outline(`
      other
        one
    `) });
    expect(shownNames()).toEqual(['other', 'one']);
    expect(screen.getByRole('treegrid', { name: 'Runs of other' })).toBeTruthy();
    expect(screen.getByText('2 runs')).toBeTruthy();
    expect(screen.queryByRole('button', { name: /error/ })).toBeNull();
  });
});
