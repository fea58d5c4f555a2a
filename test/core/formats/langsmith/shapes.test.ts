import { describe, expect, test } from 'vitest';
import { readLangSmith, readTraces } from '../../../../src/core/index.ts';
import { fixture, fixtures } from '../fixtures.ts';
import { oneTrace, seen, tree, type Json } from './runs.ts';

const flat = Object.entries(fixtures('langsmith')).filter(([name]) => /^(?:js|py)-/.test(name)).map(([name]) => ({ name, runs: fixture('langsmith', name) as Json[] }));

/** Every run's parent, by id, over all traces. */
const parents = (input: unknown) => Object.fromEntries(readLangSmith(input).traces.flatMap((trace) => trace.runs.map(({ id, parentId, traceId }) => [id, { parentId, traceId }])));

/** The runs nested as `read_run(load_child_runs=True)` gives them; `strip` are fields that the children go without. */
function nest(runs: readonly Json[], strip: readonly string[]): Json[] {
  const copies = new Map(runs.map((run) => [run['id'], { ...run, child_runs: [] as Json[] }]));
  const roots: Json[] = [];
  for (const run of runs) {
    const copy = copies.get(run['id'])!;
    const parent = copies.get(run['parent_run_id']);
    if (parent === undefined) roots.push(copy);
    else {
      parent.child_runs.push(copy);
      for (const field of strip) Reflect.deleteProperty(copy, field);
    }
  }
  return roots;
}

describe.each(flat)('$name', ({ runs }) => {
  test('nested is the same tree', () => {
    const roots = nest(runs, []);
    expect(parents(roots)).toEqual(parents(runs));
    expect(roots.length).toBeLessThanOrEqual(runs.length);
  });

  test('nested, with parents told by the nesting alone, is the same tree', () => {
    expect(parents(nest(runs, ['parent_run_id', 'dotted_order']))).toEqual(parents(runs));
    expect(parents(nest(runs, ['parent_run_id', 'dotted_order', 'trace_id']))).toEqual(parents(runs));
  });

  test('placed by the dotted order alone, is the same tree in the same order', () => {
    const stripped = runs.map(({ id: _id, trace_id: _trace, parent_run_id: _parent, start_time: _start, ...run }) => run);
    const outline = (input: unknown) => readLangSmith(input).traces.map((trace) => ({ id: trace.id, start: trace.startNanoseconds, runs: trace.runs.map(({ id, parentId, start, end, name }) => ({ id, parentId, start, end, name })) }));
    const withSource = (input: readonly Json[]) => input.filter((run) => typeof run['start_time'] === 'string');
    // Tracers of mid-2024 wrote their starts as numbers, without the order that the dotted order has.
    if (withSource(runs).length === runs.length) {
      expect(outline(stripped)).toEqual(outline(runs));
      expect(outline(stripped.toReversed()).toReversed()).toEqual(outline(runs));
    } else expect(parents(stripped)).toEqual(parents(runs));
  });
});

describe('pages of the API', () => {
  const v1 = (id: string, rest: Json): Json => ({
    id, trace_id: 'root', name: id, run_type: 'chain', status: 'success', start_time: '2024-04-29T00:49:12.090000', end_time: '2024-04-29T00:49:14.090000', error: null,
    parent_run_id: null, inputs: {}, outputs: {}, extra: {}, tags: [], session_id: 'project-uuid', execution_order: 1, child_run_ids: null, total_tokens: 0, prompt_tokens: 0, completion_tokens: 0,
    total_cost: null, prompt_cost: null, completion_cost: null, first_token_time: null, feedback_stats: null, app_path: '/o/x', in_dataset: false, ...rest,
  });
  const rolledUp = { total_tokens: 30, prompt_tokens: 20, completion_tokens: 10, total_cost: '0.0450', prompt_cost: '0.0200', completion_cost: '0.0250', first_token_time: '2024-04-29T00:49:12.600000' };

  test('v1: newest first, in UTC without a zone, costs as text, roll-ups on parents', () => {
    const trace = oneTrace({
      runs: [
        v1('tool', { parent_run_id: 'root', run_type: 'tool', start_time: '2024-04-29T00:49:13.500000', end_time: '2024-04-29T00:49:13.750000' }),
        v1('llm', { parent_run_id: 'root', run_type: 'llm', start_time: '2024-04-29T00:49:12.340000', end_time: '2024-04-29T00:49:13.090123', ...rolledUp, prompt_token_details: { cache_read: 8 } }),
        v1('root', rolledUp),
      ],
      cursors: { next: null, prev: null }, search_urls: {}, parsed_query: null,
    });
    expect(trace).toMatchObject({ id: 'root', startTime: 1714351752090, duration: 2000, status: 'success', project: 'project-uuid' });
    expect(trace.runs.map(({ id, start, end, kind }) => [id, start, end, kind])).toEqual([['root', 0, 2000, 'chain'], ['llm', 250, 1000.123, 'llm'], ['tool', 1410, 1660, 'tool']]);
    expect(trace.get('root')).toMatchObject({ usage: null, cost: null });
    expect(trace.get('llm')).toMatchObject({ firstToken: 510, usage: { input: 20, output: 10, total: 30, inputDetails: { cacheRead: 8 } }, cost: { input: 0.02, output: 0.025, total: 0.045, currency: 'USD' } });
    expect(trace.get('tool')).toMatchObject({ usage: null, cost: null, sourceKind: 'tool' });
    expect(trace.totalsOf({ id: 'root' })).toMatchObject({ runs: 3, llmCalls: 1, usage: { input: 20, output: 10, total: 30 }, cost: { total: 0.045 } });
    expect(trace.issues.map(({ code }) => code)).toEqual(['repeated-usage']);
  });

  test('v1: pending runs are running', () => {
    expect(oneTrace([v1('root', { status: 'pending', end_time: null })]).runs[0]).toMatchObject({ status: 'running', end: null });
  });

  test('v2: upper case, parents by their path, wrapped details, costs as numbers', () => {
    const trace = oneTrace({
      items: [
        { id: 'c', trace_id: 'a', parent_run_ids: ['a', 'b'], name: 'gpt', run_type: 'LLM', status: 'SUCCESS', start_time: '2026-11-21T23:29:33.400Z', end_time: '2026-11-21T23:29:33.900Z', prompt_tokens: 9, completion_tokens: 3, total_tokens: 12, prompt_token_details: { raw: { cache_read: 4 } }, total_cost: 0.5, metadata: { ls_model_name: 'gpt-4.1', ls_provider: 'openai', thread_id: 'T' } },
        { id: 'b', trace_id: 'a', parent_run_ids: ['a'], name: 'node', run_type: 'CHAIN', status: 'ERROR', error_preview: "ValueError('no')", start_time: '2026-11-21T23:29:33.200Z', end_time: '2026-11-21T23:29:34Z' },
        { id: 'a', trace_id: 'a', parent_run_ids: [], is_root: true, name: 'graph', run_type: 'CHAIN', status: 'PENDING', start_time: '2026-11-21T23:29:33Z', end_time: null, project_id: 'P' },
      ],
      next_cursor: null,
    });
    expect(tree(trace)).toEqual([['a', null], ['b', 'a'], ['c', 'b']]);
    expect(trace.runs.map(({ kind, sourceKind, status }) => [kind, sourceKind, status])).toEqual([['chain', 'CHAIN', 'running'], ['chain', 'CHAIN', 'error'], ['llm', 'LLM', 'success']]);
    expect(trace.get('b')!.error).toEqual({ type: 'ValueError', message: 'no', stack: null });
    expect(trace.get('c')).toMatchObject({ start: 400, end: 900, model: { name: 'gpt-4.1', provider: 'openai' }, usage: { input: 9, output: 3, total: 12, inputDetails: { cacheRead: 4 } }, cost: { total: 0.5 } });
    expect(trace).toMatchObject({ project: 'P', threadId: 'T', status: 'running', duration: null });
    expect(trace.issues).toEqual([]);
  });

  test('v2: with a dotted order instead of the path', () => {
    const [a, b] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];
    const dotted = `20261121T232933000000Z${a}.20261121T232933250000Z${b}`;
    expect(tree(oneTrace({ items: [{ id: b, name: 'b', run_type: 'TOOL', dotted_order: dotted }, { id: a, name: 'a', run_type: 'CHAIN', dotted_order: dotted.split('.')[0] }] }))).toEqual([[a, null], [b, a]]);
  });

  test('v2: with nothing but ids', () => {
    const { traces, format } = readTraces({ items: [{ id: 'a', run_type: 'LLM' }, { id: 'b' }] });
    expect(format).toBe('langsmith');
    expect(traces.flatMap((trace) => trace.runs.map(({ id }) => id))).toEqual(['a', 'b']);
  });

  test.each(['runs', 'items', 'data', 'results', 'traces'])('the runs may be under “%s”', (key) => {
    expect(tree(oneTrace({ [key]: [v1('b', { parent_run_id: 'root' }), v1('root', {})], total: 2 }))).toEqual([['root', null], ['b', 'root']]);
  });

  test('of traces, each with its root', () => {
    const { traces, format } = readTraces({ items: [{ root_run: v1('a', { trace_id: 'a' }), trace_aggregates: { total_tokens: 5 } }, { root_run: v1('b', { trace_id: 'b' }) }] });
    expect(format).toBe('langsmith');
    expect(traces.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('several, as an array and as lines', () => {
    const pages = [{ runs: [v1('root', {})] }, { runs: [v1('b', { parent_run_id: 'root' }), v1('c', { parent_run_id: 'b' })] }];
    for (const input of [pages, [pages], pages.map((page) => JSON.stringify(page)).join('\n')]) expect(tree(oneTrace(input))).toEqual([['root', null], ['b', 'root'], ['c', 'b']]);
  });

  test('one run alone, and one in a wrapper', () => {
    expect(oneTrace(v1('root', {})).runs).toHaveLength(1);
    expect(oneTrace({ run: v1('root', {}) }).runs).toHaveLength(1);
  });
});

describe('the dotted order', () => {
  const [a, b, c] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b', '00000000-0000-4000-8000-00000000000c'];

  test.each([
    ['microseconds', '20261121T232933250125Z', 1795303773250125000n],
    ['milliseconds, as in the documentation', '20261121T232933250Z', 1795303773250000000n],
  ])('may tell %s', (_, stamp, start) => {
    const trace = oneTrace([{ dotted_order: `${stamp}${a}.${stamp}${b}.${stamp}${c}`, run_type: 'llm', name: 'c' }, { dotted_order: `${stamp}${a}`, run_type: 'chain', name: 'a' }, { dotted_order: `${stamp}${a}.${stamp}${b}`, run_type: 'chain', name: 'b' }]);
    expect(trace.id).toBe(a);
    expect(tree(trace)).toEqual([[a, null], [b, a], [c, b]]);
    expect(trace.startNanoseconds).toBe(start);
    expect(trace.issues).toEqual([]);
  });

  test('tells nothing if the fields tell otherwise', () => {
    const trace = oneTrace([{ id: 'x', trace_id: 't', name: 'x', run_type: 'chain', start_time: 1795303773000, dotted_order: `20261121T232935000000Z${a}` }, { id: 'y', trace_id: 't', parent_run_id: 'x', name: 'y', run_type: 'tool', start_time: 1795303773100, dotted_order: `20261121T232935000000Z${b}` }]);
    expect(tree(trace)).toEqual([['x', null], ['y', 'x']]);
    expect(trace.startTime).toBe(1795303773000);
  });

  test.each(['', '.', '..', 'x', `20261121T232933Z${a}`, `2026-11-21T23:29:33Z${a}`, 5, null, {}, 'Z'.repeat(100_000), '.'.repeat(100_000)])('%j is none', (dotted_order) => {
    const [run] = readLangSmith([{ name: 'n', run_type: 'tool', start_time: 1795303773000, dotted_order }]).traces.flatMap(({ runs }) => runs);
    expect(run).toMatchObject({ name: 'n', parentId: null });
  });
});

describe('nested runs', () => {
  test('100,000 deep', () => {
    let run: Json = { id: '100000', run_type: 'llm', name: 'last', start_time: 1795303773000, end_time: 1795303774000, child_runs: [] };
    for (let nth = 99_999; nth > 0; nth--) run = { id: `${nth}`, run_type: 'chain', name: 'step', start_time: 1795303773000, end_time: 1795303774000, child_runs: [run] };
    const trace = oneTrace(run);
    expect(trace.runs).toHaveLength(100_000);
    expect(trace.depthOf({ id: '100000' })).toBe(99_999);
  });

  test('that are listed too are not there twice', () => {
    const child = { id: 'b', trace_id: 'a', parent_run_id: 'a', name: 'b', run_type: 'tool', start_time: 1795303773000, end_time: 1795303774000, child_runs: [], tags: ['langsmith:hidden'], extra: { metadata: { x: 1 } } };
    const trace = oneTrace([{ id: 'a', trace_id: 'a', name: 'a', run_type: 'chain', start_time: 1795303773000, child_runs: [child] }, child]);
    expect(tree(trace)).toEqual([['a', null], ['b', 'a']]);
    expect(trace.issues.map(({ code }) => code)).toEqual(['duplicate-run']);
  });

  test('that say little of themselves are runs all the same', () => {
    const trace = oneTrace({ id: 'a', run_type: 'chain', name: 'a', start_time: 1795303773000, child_runs: [{ id: 'b' }, { name: 'no id' }, null, 5] });
    expect(trace.runs.map(({ name, parentId }) => [name, parentId])).toEqual([['a', null], ['unnamed', 'a'], ['no id', 'a']]);
  });
});

test('a record that comes twice, first whole and then with little, loses nothing', () => {
  const whole = { id: 'a', trace_id: 'a', name: 'ChatOpenAI', run_type: 'llm', start_time: 1795303773000, inputs: { messages: [] }, tags: ['langsmith:hidden', 'x'], extra: { metadata: { ls_model_name: 'gpt-4.1', user: 'u' } }, events: [{ name: 'start' }] };
  const little = { id: 'a', trace_id: 'a', run_type: 'llm', end_time: 1795303774000, outputs: { ok: true } };
  for (const records of [[whole, little], [little, whole]]) {
    const trace = oneTrace(records);
    expect(trace.runs).toMatchObject([{ name: 'ChatOpenAI', kind: 'llm', start: 0, end: 1000, tags: ['langsmith:hidden', 'x'], hidden: true, model: { name: 'gpt-4.1' }, metadata: { user: 'u' }, inputs: { messages: [] }, outputs: { ok: true }, events: [{ name: 'start' }] }]);
    expect(trace.issues.map(({ code }) => code)).toEqual(['duplicate-run']);
  }
});

test('the source of a run is the record as it was written', () => {
  const record = (fixture('langsmith', 'js-tools.json') as Json[])[0]!;
  const input = [record];
  expect(readLangSmith(input).traces[0]!.runs[0]!.source).toBe(record);
  expect(Object.keys(seen(readLangSmith(input).traces[0]!))).toEqual([record['id']]);
});
