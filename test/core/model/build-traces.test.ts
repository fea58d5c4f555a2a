import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTraces } from '../../../src/core/model/build-traces.ts';
import type { Issue, IssueCode } from '../../../src/core/model/issue.ts';
import type { RunRecord } from '../../../src/core/model/record.ts';
import { RUN_KINDS, RUN_STATUSES } from '../../../src/core/model/run.ts';
import type { Trace } from '../../../src/core/model/trace.ts';
import { scattered } from './forests.ts';

/** Records as they come from outside: of any shape. */
const build = (...records: readonly unknown[]): Trace[] => buildTraces(records as RunRecord[]);

/** Builds what must be one trace. */
function one(...records: readonly unknown[]): Trace {
  const traces = build(...records);
  expect(traces).toHaveLength(1);
  return traces[0]!;
}

const codes = (trace: Trace): IssueCode[] => trace.issues.map(({ code }) => code);
const ids = (trace: Trace): string[] => trace.runs.map(({ id }) => id);
const at = (id: string, rest: object = {}): object => ({ id, name: id, startTime: 0, endTime: 10, ...rest });

function expectWellFormed(issue: Issue): void {
  expect(issue.what).toMatch(/\.$/);
  expect(issue.done).toMatch(/\.$/);
  expect(['info', 'warning', 'error']).toContain(issue.severity);
  expect(Object.keys(issue).toSorted()).toEqual(['code', 'done', 'runId', 'severity', 'traceId', 'what']);
}

describe('a record', () => {
  const full = {
    id: 'r1', name: 'ChatOpenAI', traceId: 't1', parentId: null, kind: 'llm', sourceKind: 'LLM', startTime: 1000, endTime: 2500, firstTokenTime: 1250.5,
    status: 'success', error: null, model: { name: 'gpt-4.1', provider: 'openai', parameters: { temperature: 0 } },
    usage: { input: 10, output: 5, total: 15, inputDetails: { cacheRead: 3 }, outputDetails: { reasoning: 2 } },
    cost: { input: 0.5, output: 0.25, total: 0.75, currency: 'EUR' }, tags: ['a', 'b'], hidden: true, project: 'shop', threadId: 'thread 7', sequence: 3,
    inputs: { q: 1 }, outputs: { a: 2 }, metadata: { user: 'u' }, events: [{ name: 'token', time: 1100, attributes: { text: 'hi' } }, { name: 'end' }], links: [{ traceId: 'other', runId: 'b', attributes: { why: 'retry' } }, { runId: 'c' }], source: { raw: true },
  };

  test('becomes a run with every field', () => {
    const trace = one(full);
    const run = trace.runs[0]!;
    expect({ ...run }).toEqual({
      id: 'r1', traceId: 't1', parentId: null, name: 'ChatOpenAI', kind: 'llm', sourceKind: 'LLM', status: 'success', start: 0, end: 1500, firstToken: 250.5,
      model: { name: 'gpt-4.1', provider: 'openai', parameters: { temperature: 0 } },
      usage: { input: 10, output: 5, total: 15, inputDetails: { cacheRead: 3 }, outputDetails: { reasoning: 2 } },
      cost: { input: 0.5, output: 0.25, total: 0.75, currency: 'EUR' }, error: null, tags: ['a', 'b'], hidden: true,
    });
    expect(run.inputs).toBe(full.inputs);
    expect(run.outputs).toBe(full.outputs);
    expect(run.metadata).toEqual({ user: 'u' });
    expect(run.events).toEqual([{ name: 'token', time: 100, attributes: { text: 'hi' } }, { name: 'end', time: null, attributes: {} }]);
    expect(run.links).toEqual([{ traceId: 'other', runId: 'b', attributes: { why: 'retry' } }, { traceId: null, runId: 'c', attributes: {} }]);
    expect(run.source).toBe(full.source);
    expect(trace).toMatchObject({ id: 't1', name: 'ChatOpenAI', startTime: 1000, startNanoseconds: 1_000_000_000n, duration: 1500, status: 'success', project: 'shop', threadId: 'thread 7', feedback: [] });
    expect(trace.issues).toEqual([]);
  });

  test('of id, name and start is enough', () => {
    const record = { id: 'r1', name: 'step', startTime: 1000 };
    const trace = one(record);
    expect({ ...trace.runs[0]! }).toEqual({
      id: 'r1', traceId: 'r1', parentId: null, name: 'step', kind: 'other', sourceKind: null, status: 'running', start: 0, end: null, firstToken: null,
      model: null, usage: null, cost: null, error: null, tags: [], hidden: false,
    });
    expect(trace.runs[0]).toMatchObject({ inputs: undefined, outputs: undefined, metadata: {}, events: [], links: [], source: record });
    expect(trace).toMatchObject({ id: 'r1', name: 'step', startTime: 1000, duration: null, status: 'running', project: null, threadId: null });
    expect(trace.issues).toEqual([]);
  });

  test('JSON of a run has the scalars and no payload', () => {
    const written = JSON.parse(JSON.stringify(one(full).runs[0])) as object;
    expect(Object.keys(written).toSorted()).toEqual(['cost', 'end', 'error', 'firstToken', 'hidden', 'id', 'kind', 'model', 'name', 'parentId', 'sourceKind', 'start', 'status', 'tags', 'traceId', 'usage']);
  });

  test.each([
    ['epoch milliseconds', (ms: number) => ms],
    ['nanoseconds', (ms: number) => BigInt(ms) * 1_000_000n],
    ['nanoseconds as text', (ms: number) => `${ms}000000`],
    ['ISO text', (ms: number) => new Date(ms).toISOString()],
    ['ISO text without a zone', (ms: number) => new Date(ms).toISOString().slice(0, -1)],
    ['Date', (ms: number) => new Date(ms)],
  ])('may tell its times as %s', (_, write) => {
    const trace = one({ id: 'a', name: 'a', startTime: write(1795303773354), endTime: write(1795303774000), firstTokenTime: write(1795303773500), events: [{ name: 'e', time: write(1795303773355) }] });
    expect(trace).toMatchObject({ startTime: 1795303773354, duration: 646 });
    expect(trace.runs[0]).toMatchObject({ start: 0, end: 646, firstToken: 146, events: [{ time: 1 }] });
    expect(trace.issues).toEqual([]);
  });

  test('may begin at 0, or a second after 1970', () => {
    expect(one(at('a', { startTime: 0, endTime: 1000 }))).toMatchObject({ startTime: 0, duration: 1000, issues: [] });
    expect(one(at('a', { startTime: 1000, endTime: 1000 }))).toMatchObject({ startTime: 1000, duration: 0, issues: [] });
    expect(one(at('a', { startTime: -5, endTime: 0 }))).toMatchObject({ startTime: -5, duration: 5, issues: [] });
  });

  test('keeps nanoseconds', () => {
    const base = 1795303773_350010007n;
    const trace = one(
      { id: 'a', name: 'a', startTime: base, endTime: base + 3n },
      { id: 'b', name: 'b', parentId: 'a', startTime: base + 1n, endTime: base + 2n, firstTokenTime: base + 1n },
      { id: 'c', name: 'c', parentId: 'a', startTime: '2026-11-21T23:29:33.350010009Z', endTime: base + 3n },
    );
    expect(trace.startNanoseconds).toBe(base);
    expect(trace.startTime).toBeCloseTo(1795303773350.01, 2);
    expect(trace.duration).toBe(0.000003);
    expect(trace.runs).toMatchObject([{ start: 0, end: 0.000003 }, { id: 'b', start: 0.000001, end: 0.000002, firstToken: 0.000001 }, { id: 'c', start: 0.000002, end: 0.000003 }]);
  });

  test.each(RUN_KINDS)('may be of kind %s', (kind) => {
    expect(one(at('a', { kind })).runs[0]).toMatchObject({ kind, sourceKind: kind });
  });

  test.each(RUN_STATUSES)('may say status %s', (status) => {
    expect(one(at('a', { status })).runs[0]).toMatchObject({ status });
    expect(one(at('a', { status, endTime: null })).runs[0]).toMatchObject({ status });
    expect(codes(one(at('a', { status })))).toEqual([]);
  });

  test('of no status: error with an error, running without an end, else success', () => {
    expect(one(at('a')).runs[0]!.status).toBe('success');
    expect(one(at('a', { endTime: null })).runs[0]!.status).toBe('running');
    expect(one(at('a', { endTime: 'soon' })).runs[0]!.status).toBe('running');
    expect(one(at('a', { error: 'no' })).runs[0]!.status).toBe('error');
    expect(one(at('a', { error: 'no', endTime: null })).runs[0]!.status).toBe('error');
    expect(one(at('a', { error: '' })).runs[0]!.status).toBe('success');
  });

  test.each([
    ['no network', { type: null, message: 'no network', stack: null }],
    [{ type: 'IOError', message: 'no network', stack: 'at f' }, { type: 'IOError', message: 'no network', stack: 'at f' }],
    [{ message: 'no network' }, { type: null, message: 'no network', stack: null }],
    [{ type: 'IOError' }, { type: 'IOError', message: 'IOError', stack: null }],
    [{}, { type: null, message: 'Failed without a message.', stack: null }],
    [null, null],
    ['', null],
  ])('error %j', (error, expected) => {
    expect(one(at('a', { error })).runs[0]!.error).toEqual(expected);
  });

  test.each([
    ['gpt-4.1', { name: 'gpt-4.1', provider: null, parameters: {} }],
    [{ name: 'gpt-4.1' }, { name: 'gpt-4.1', provider: null, parameters: {} }],
    [{ provider: 'openai' }, { name: null, provider: 'openai', parameters: {} }],
    [{ parameters: { top_p: 1 } }, { name: null, provider: null, parameters: { top_p: 1 } }],
    [{}, null],
    [null, null],
    ['', null],
  ])('model %j', (model, expected) => {
    expect(one(at('a', { model })).runs[0]!.model).toEqual(expected);
  });
});

describe('ids and traces', () => {
  test('may be numbers', () => {
    const trace = one({ id: 1, name: 'a', startTime: 0, traceId: 9 }, { id: 2, name: 'b', startTime: 1, parentId: 1, traceId: 9 }, { id: 0, name: 'c', startTime: 2, parentId: 1, traceId: 9 });
    expect(trace.id).toBe('9');
    expect(trace.runs).toMatchObject([{ id: '1', parentId: null, traceId: '9' }, { id: '2', parentId: '1' }, { id: '0', parentId: '1' }]);
    expect(trace.issues).toEqual([]);
  });

  test('a run without an id is kept, under a name that is nobody else’s', () => {
    const trace = one(
      { id: 'run-2', name: 'a', startTime: 0, traceId: 't' },
      { name: 'b', startTime: 1, traceId: 't' },
      { id: '', name: 'c', startTime: 2, traceId: 't' },
      { id: null, name: 'd', startTime: 3, traceId: 't' },
      { id: {}, name: 'e', startTime: 4, traceId: 't' },
    );
    expect(trace.runs.map(({ name }) => name)).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(new Set(ids(trace)).size).toBe(5);
    expect(codes(trace)).toEqual(Array.from({ length: 4 }, () => 'missing-id'));
    expect(trace.issues.map(({ runId }) => runId)).toEqual(ids(trace).slice(1));
  });

  test('runs without an id or a trace are kept too', () => {
    const traces = build({ name: 'a', startTime: 0 }, { name: 'b', startTime: 1 });
    expect(traces.flatMap(({ runs }) => runs.map(({ name }) => name))).toEqual(['a', 'b']);
    expect(new Set(traces.map(({ id }) => id)).size).toBe(traces.length);
  });

  test('names of Object’s own are ids like any other', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const trace = one(...names.map((id, nth) => ({ id, name: id, startTime: nth, traceId: '__proto__', parentId: names[nth - 1] })));
    expect(trace.id).toBe('__proto__');
    expect(ids(trace)).toEqual(names);
    expect(trace.depthOf({ id: 'hasOwnProperty' })).toBe(3);
    expect(trace.get('valueOf')).toBeUndefined();
  });

  test('traces come in the order in which they first appear', () => {
    const traces = build(at('1', { traceId: 'b' }), at('2', { traceId: 'a' }), at('3', { traceId: 'b' }), at('4', { traceId: 'c' }));
    expect(traces.map((trace) => [trace.id, ids(trace)])).toEqual([['b', ['1', '3']], ['a', ['2']], ['c', ['4']]]);
  });

  test('and runs of one start as they were given, whether or not they name their trace', () => {
    expect(build(at('x'), at('1', { traceId: 'b' }), at('y')).map(({ id }) => id)).toEqual(['x', 'b', 'y']);
    expect(ids(one(at('x'), at('1', { traceId: 'x', parentId: 'x' }), at('2', { parentId: 'x' }), at('3', { traceId: 'x', parentId: 'x' })))).toEqual(['x', '1', '2', '3']);
  });

  test('the same id in two traces is two runs', () => {
    const [a, b] = build(at('1', { traceId: 'a' }), at('2', { traceId: 'a', parentId: '1' }), at('1', { traceId: 'b', name: 'other' }), at('3', { traceId: 'b', parentId: '1' }));
    expect(ids(a!)).toEqual(['1', '2']);
    expect(ids(b!)).toEqual(['1', '3']);
    expect(a!.get('1')!.name).toBe('1');
    expect(b!.get('1')!.name).toBe('other');
    expect([...a!.issues, ...b!.issues]).toEqual([]);
  });

  test('a record without a trace belongs to its parent’s, and a root gives its own id', () => {
    const traces = build(at('grandchild', { parentId: 'child' }), at('child', { parentId: 'root' }), at('root'), at('other'), at('guest', { parentId: 'known' }), at('known', { traceId: 'T' }));
    expect(Object.fromEntries(traces.map((trace) => [trace.id, ids(trace).toSorted()]))).toEqual({ root: ['child', 'grandchild', 'root'], other: ['other'], T: ['guest', 'known'] });
    expect(traces.flatMap(({ issues }) => issues)).toEqual([]);
  });

  test('where the parent is missing too, it belongs to the only trace there is', () => {
    const trace = one(at('root'), at('lost', { parentId: 'nobody' }), at('child', { parentId: 'lost' }));
    expect(trace.id).toBe('root');
    expect(trace.parentOf({ id: 'child' })!.id).toBe('lost');
    expect(trace.issues).toEqual([expect.objectContaining({ code: 'orphan', runId: 'lost', traceId: 'root' })]);
  });

  test('and where there are several or none, to one of the missing parent', () => {
    const traces = build(at('a'), at('b'), at('x', { parentId: 'nobody' }), at('y', { parentId: 'nobody' }), at('z', { parentId: 'y' }), at('w', { parentId: 'no one' }));
    expect(Object.fromEntries(traces.map((trace) => [trace.id, ids(trace)]))).toEqual({ a: ['a'], b: ['b'], nobody: ['x', 'y', 'z'], 'no one': ['w'] });
    expect(one(at('x', { parentId: 'nobody' })).id).toBe('nobody');
  });

  test('a circle without a trace becomes one, under a name of its own', () => {
    const trace = one(at('a', { parentId: 'c' }), at('b', { parentId: 'a' }), at('c', { parentId: 'b' }), at('d', { parentId: 'a' }));
    expect(ids(trace).toSorted()).toEqual(['a', 'b', 'c', 'd']);
    expect(['a', 'b', 'c']).toContain(trace.id);
    expect(codes(trace)).toEqual(['cycle']);
  });

  test('100,000 nested records without a trace, in any order', () => {
    const place = scattered(100_000);
    const records = place.map((nth) => at(`${nth}`, { startTime: nth, ...(nth > 0 && { parentId: `${nth - 1}` }) }));
    const traces = buildTraces(records as RunRecord[]);
    expect(traces).toHaveLength(1);
    expect(traces[0]).toMatchObject({ id: '0', duration: 99_999 });
    expect(traces[0]!.runs.every(({ id }, position) => id === `${position}`)).toBe(true);
    expect(traces[0]!.depthOf({ id: '99999' })).toBe(99_999);
  });

  test('200,000 siblings, the late ones first', () => {
    const records = Array.from({ length: 200_000 }, (_, nth) => at(`${nth}`, { startTime: 200_000 - nth, endTime: 200_001, parentId: 'root' }));
    const [trace] = buildTraces([...records, at('root', { endTime: 200_001 })] as RunRecord[]);
    expect(trace!.runs).toHaveLength(200_001);
    expect(trace!.childrenOf({ id: 'root' })[0]!.id).toBe('199999');
    expect(trace!.runs.at(-1)!.id).toBe('0');
    expect(trace!.totalsOf({ id: 'root' })).toMatchObject({ runs: 200_001, selfTime: 1 });
  });

  test('entries that are no record are told, and the others read', () => {
    const trace = one(null, 5, at('a'), 'text', [at('b')], undefined, at('c', { parentId: 'a' }));
    expect(ids(trace)).toEqual(['a', 'c']);
    expect(codes(trace)).toEqual(Array.from({ length: 5 }, () => 'not-a-run'));
    expect(trace.issues.map(({ what }) => Number(/\d+/.exec(what)))).toEqual([1, 2, 4, 5, 6]);
    for (const issue of trace.issues) expectWellFormed(issue);
  });

  test('no records, no traces', () => {
    expect(build()).toEqual([]);
    expect(build(null, 'x')).toEqual([]);
    expect(buildTraces(new Set<RunRecord>([{ id: 'a', name: 'a', startTime: 0 }]))).toHaveLength(1);
    expect(buildTraces((function* () { yield { id: 'a', name: 'a', startTime: 0 }; })())).toHaveLength(1);
  });
});

describe('links', () => {
  test('an orphan becomes a root, and its issue names the parent', () => {
    const trace = one(at('a', { traceId: 't' }), at('b', { traceId: 't', parentId: 'gone' }), at('c', { traceId: 't', parentId: 'b' }));
    expect(trace.roots.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(trace.get('b')!.parentId).toBeNull();
    expect(trace.issues).toEqual([{ code: 'orphan', severity: 'warning', traceId: 't', runId: 'b', what: expect.stringContaining('gone') as string, done: expect.stringMatching(/\.$/) as string }]);
  });

  test('a parent in another trace is no parent', () => {
    const [a, b] = build(at('1', { traceId: 'a' }), at('2', { traceId: 'b', parentId: '1' }));
    expect(a!.runs).toHaveLength(1);
    expect(b!.roots.map(({ id }) => id)).toEqual(['2']);
    expect(codes(b!)).toEqual(['orphan']);
  });

  test.each([1, 2, 3, 50])('a circle of %i is cut above its earliest run', (length) => {
    const place = scattered(length);
    const trace = one(...place.map((nth) => at(`${nth}`, { traceId: 't', startTime: 100 + nth, endTime: 1000, parentId: `${(nth + length - 1) % length}` })), at('root', { traceId: 't' }));
    expect(trace.roots.map(({ id }) => id)).toEqual(['root', '0']);
    expect(trace.runs.slice(1).map(({ id, parentId }) => [id, parentId])).toEqual(Array.from({ length }, (_, nth) => [`${nth}`, nth === 0 ? null : `${nth - 1}`]));
    expect(trace.issues).toEqual([expect.objectContaining({ code: 'cycle', runId: '0', severity: 'warning' })]);
  });

  test('a run that hangs from a circle stays where it hangs', () => {
    const trace = one(at('a', { traceId: 't', parentId: 'b' }), at('b', { traceId: 't', parentId: 'a', startTime: 1 }), at('c', { traceId: 't', parentId: 'b', startTime: 2 }));
    expect(trace.runs.map(({ id, parentId }) => [id, parentId])).toEqual([['a', null], ['b', 'a'], ['c', 'b']]);
  });
});

describe('times', () => {
  test('a run without a start is put where the runs inside of it begin', () => {
    const trace = one(at('root'), { id: 'a', name: 'a', parentId: 'root', endTime: 9 }, at('b', { parentId: 'a', startTime: 6 }), at('c', { parentId: 'a', startTime: 4 }));
    expect(trace.runs.map(({ id, start, end }) => [id, start, end])).toEqual([['root', 0, 10], ['a', 4, 9], ['c', 4, 10], ['b', 6, 10]]);
    expect(trace.issues.filter(({ code }) => code === 'missing-start')).toEqual([expect.objectContaining({ runId: 'a', severity: 'warning' })]);
  });

  test('else at the start of its parent, else at the start of the trace', () => {
    const trace = one(at('root', { startTime: 100, endTime: 200 }), at('a', { parentId: 'root', startTime: 150, endTime: 180 }), { id: 'b', name: 'b', parentId: 'a' }, { id: 'c', name: 'c', traceId: 'root', endTime: 120 });
    expect(trace.get('b')).toMatchObject({ start: 50, end: null });
    expect(trace.get('c')).toMatchObject({ start: 0, end: 20 });
    expect(trace.startTime).toBe(100);
    expect(codes(trace)).toEqual(['missing-start', 'missing-start']);
  });

  test('but never after its own end', () => {
    const trace = one(at('root', { startTime: 100, endTime: 200 }), at('a', { parentId: 'root', startTime: 150, endTime: 180 }), { id: 'b', name: 'b', parentId: 'a', endTime: 120 }, { id: 'c', name: 'c', parentId: 'a', endTime: 50 });
    expect(trace.get('b')).toMatchObject({ start: 20, end: 20 });
    expect(trace.get('c')).toMatchObject({ start: 0, end: 0 });
  });

  test('a chain of runs without starts takes the start at its end', () => {
    const trace = one({ id: 'a', name: 'a', traceId: 't' }, { id: 'b', name: 'b', traceId: 't', parentId: 'a' }, at('c', { traceId: 't', parentId: 'b', startTime: 70, endTime: 80 }), at('d', { traceId: 't', startTime: 50, endTime: 60 }));
    expect(trace.runs.map(({ id, start }) => [id, start])).toEqual([['d', 0], ['a', 20], ['b', 20], ['c', 20]]);
  });

  test('if no run tells its start, the trace begins at the earliest end: nothing lasts since 1970', () => {
    const trace = one({ id: 'a', name: 'a', endTime: 1795303774000 }, { id: 'b', name: 'b', parentId: 'a', endTime: 1795303773854 });
    expect(trace.startTime).toBe(1795303773854);
    expect(trace.duration).toBe(146);
    expect(trace.get('b')).toMatchObject({ start: 0, end: 0 });
    expect(codes(trace)).toEqual(['missing-start', 'missing-start']);
  });

  test('if no run tells any time, it has none', () => {
    expect(one({ id: 'a', name: 'a' })).toMatchObject({ startTime: 0, duration: null, status: 'running' });
  });

  test('what can’t be read is told, and taken for missing', () => {
    const trace = one(at('root'), at('a', { parentId: 'root', startTime: 'tomorrow', endTime: {}, firstTokenTime: Number.NaN }));
    expect(trace.get('a')).toMatchObject({ start: 0, end: null, firstToken: null, status: 'running' });
    expect(codes(trace).toSorted()).toEqual(['missing-start', 'unreadable-time', 'unreadable-time', 'unreadable-time']);
    expect(trace.issues.map(({ runId }) => runId)).toEqual(['a', 'a', 'a', 'a']);
    expect(trace.issues.map(({ what }) => what).join(' ')).toContain('tomorrow');
  });

  test('a run that ends before it starts is shown at its start', () => {
    const trace = one(at('root', { startTime: 100, endTime: 200 }), at('a', { parentId: 'root', startTime: 150, endTime: 149.5 }), at('b', { parentId: 'root', startTime: 150, endTime: 0 }));
    expect(trace.get('a')).toMatchObject({ start: 50, end: 50, status: 'success' });
    expect(trace.get('b')).toMatchObject({ start: 50, end: 50 });
    expect(trace.issues).toEqual([expect.objectContaining({ code: 'reversed-times', runId: 'a', what: expect.stringContaining('0.5') }), expect.objectContaining({ code: 'reversed-times', runId: 'b' })]);
  });

  test('a child outside its parent stays where it was measured', () => {
    const trace = one(at('root', { startTime: 100, endTime: 200 }), at('early', { parentId: 'root', startTime: 90, endTime: 150 }), at('late', { parentId: 'root', startTime: 150, endTime: 250 }), at('inside', { parentId: 'root', startTime: 100, endTime: 200 }));
    expect(trace).toMatchObject({ startTime: 90, duration: 160 });
    expect(trace.runs.map(({ id, start, end }) => [id, start, end])).toEqual([['root', 10, 110], ['early', 0, 60], ['inside', 10, 110], ['late', 60, 160]]);
    expect(trace.issues).toEqual([expect.objectContaining({ code: 'outside-parent', severity: 'info', runId: 'early', what: expect.stringContaining('2 runs') })]);
  });

  test('a running child, or one of a running parent, is not outside', () => {
    expect(one(at('root'), at('a', { parentId: 'root', endTime: null })).issues).toEqual([]);
    expect(one(at('root', { endTime: null }), at('a', { parentId: 'root' })).issues).toEqual([]);
  });
});

describe('a trace', () => {
  const status = (...statuses: readonly (string | [string, string])[]) => {
    const records = statuses.map((given, nth) => (typeof given === 'string' ? at(`${nth}`, { status: given, traceId: 't' }) : at(`${nth}`, { status: given[1], traceId: 't', parentId: given[0] })));
    return one(...records).status;
  };

  test('is as its worst root', () => {
    expect(status('success')).toBe('success');
    expect(status('success', 'error', 'success')).toBe('error');
    expect(status('success', 'interrupted')).toBe('interrupted');
    expect(status('interrupted', 'error')).toBe('error');
    expect(status('error', 'running')).toBe('running');
  });

  test('whose roots ended well is well whatever failed inside, but interrupted if it stopped to ask', () => {
    expect(status('success', ['0', 'error'])).toBe('success');
    expect(status('success', ['0', 'running'])).toBe('success');
    expect(status('success', ['0', 'interrupted'])).toBe('interrupted');
    expect(status('error', ['0', 'interrupted'])).toBe('error');
  });

  test('lasts from the earliest start to the latest end, also of runs under the roots', () => {
    expect(one(at('a', { startTime: 5 }), at('b', { parentId: 'a', startTime: 3, endTime: 30 })).duration).toBe(27);
    expect(one(at('a'), at('b', { parentId: 'a', startTime: 50, endTime: null })).duration).toBe(50);
  });

  test('has the project and the thread of the first run that tells one', () => {
    expect(one(at('a'), at('b', { parentId: 'a', project: 'p', threadId: 5 }), at('c', { parentId: 'a', project: 'q', threadId: 'z' }))).toMatchObject({ project: 'p', threadId: '5' });
  });
});

describe('words', () => {
  test('an unknown kind is “other”, and its word is kept', () => {
    const trace = one(at('a', { kind: 'Wizard', traceId: 'a' }), at('b', { kind: 'other', traceId: 'a' }), at('c', { kind: 'LLM', sourceKind: 'model', traceId: 'a' }));
    expect(trace.runs.map(({ kind, sourceKind }) => [kind, sourceKind])).toEqual([['other', 'Wizard'], ['other', 'other'], ['other', 'model']]);
    expect(trace.issues).toEqual([expect.objectContaining({ code: 'unknown-kind', runId: 'a', what: expect.stringContaining('Wizard') }), expect.objectContaining({ code: 'unknown-kind', runId: 'c' })]);
  });

  test('an unknown status is told, and derived', () => {
    const trace = one(at('a', { status: 'OK', traceId: 'a' }), at('b', { status: 7, error: 'x', traceId: 'a' }), at('c', { status: 'Error', endTime: null, traceId: 'a' }));
    expect(trace.runs.map((run) => run.status)).toEqual(['success', 'error', 'running']);
    expect(codes(trace)).toEqual(['unknown-status', 'unknown-status', 'unknown-status']);
  });

  test('a run without a name bears its kind’s', () => {
    const trace = one({ ...at('a', { traceId: 'a' }), name: '' }, { ...at('b', { kind: 'tool', traceId: 'a' }), name: null }, { ...at('c', { kind: 'llm', sourceKind: 'GENERATION', traceId: 'a' }), name: undefined });
    expect(trace.runs.map(({ name }) => name)).toEqual(['unnamed', 'tool', 'GENERATION']);
    expect(codes(trace)).toEqual(['missing-name', 'missing-name', 'missing-name']);
  });

  test('long words are cut in issues alone', () => {
    const word = 'x'.repeat(100_000);
    const trace = one(at('a', { kind: word, name: word, parentId: word, status: word, startTime: word }));
    expect(trace.runs[0]).toMatchObject({ name: word, sourceKind: word });
    for (const issue of trace.issues) expect(issue.what.length + issue.done.length).toBeLessThan(500);
  });
});

describe('wrong types', () => {
  // What was said is not shown, so it must be told: not one of these may go by in silence.
  test.each([
    ['traceId', {}], ['traceId', true], ['parentId', { id: 'root' }], ['parentId', false], ['kind', {}], ['sourceKind', []], ['name', {}], ['id', []],
    ['startTime', {}], ['endTime', []], ['firstTokenTime', 'soon'], ['status', {}], ['error', 5], ['error', true], ['error', ['no']], ['error', { message: {} }],
    ['model', 5], ['model', { name: {} }], ['model', { parameters: 'hot' }], ['usage', 5], ['usage', { input: {} }], ['usage', { inputDetails: 5 }], ['usage', { inputDetails: { cacheRead: 'many' } }],
    ['cost', '5'], ['cost', { total: [] }], ['cost', { total: 5, currency: 7 }], ['tags', 'a'], ['tags', { a: 1 }], ['tags', ['a', 5]], ['project', {}], ['threadId', []], ['hidden', 'yes'], ['sequence', 'first'],
  ])('%s as %j is told', (field, value) => {
    const traces = build(at('root', { traceId: 't' }), at('a', { traceId: 't', parentId: 'root', [field]: value }));
    const issues = traces.flatMap((trace) => trace.issues);
    expect(issues).not.toEqual([]);
    for (const issue of issues) expectWellFormed(issue);
  });

  test('an error of any shape is a failure', () => {
    for (const error of [5, true, ['no'], { code: 7 }]) expect(one(at('a', { error })).runs[0]).toMatchObject({ status: 'error', error: { message: expect.any(String) as string } });
  });

  test('payloads of wrong types are read without harm', () => {
    for (const value of [5, 'x', true, [null, 5, 'x', { name: {} }, { time: 'x', attributes: 7 }], { a: 1 }]) {
      const run = one(at('a', { events: value, links: value, metadata: value, inputs: value, outputs: value })).runs[0]!;
      expect(run.inputs).toBe(value);
      for (const event of run.events) expect([typeof event.name, typeof event.attributes]).toEqual(['string', 'object']);
      for (const link of run.links) expect(link.attributes).toBeTypeOf('object');
      expect([run.events, run.links].every(Array.isArray)).toBe(true);
      expect(typeof run.metadata).toBe('object');
      expect(run.metadata).not.toBeNull();
    }
  });

  const FIELDS = [
    'id', 'name', 'startTime', 'traceId', 'parentId', 'kind', 'sourceKind', 'endTime', 'firstTokenTime', 'status', 'error', 'model', 'usage', 'cost', 'tags', 'hidden',
    'project', 'threadId', 'sequence', 'inputs', 'outputs', 'metadata', 'events', 'links', 'source', 'messages', 'documents', 'toolCalls',
  ] as const;

  test.each(FIELDS)('anything as %s: nothing throws and no run is lost', (field) => {
    fc.assert(
      fc.property(fc.nat(3), fc.oneof(fc.jsonValue(), fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true })), (nth, value) => {
        const records: unknown[] = [at('run 0'), at('run 1', { parentId: 'run 0' }), at('run 2', { parentId: 'run 1', error: 'x' }), at('run 3', { traceId: 'run 0', parentId: 'run 0', kind: 'llm', usage: { input: 1 } })];
        records[nth] = { ...(records[nth] as object), [field]: value };
        const traces = build(...records);
        const runs = traces.flatMap((trace) => trace.runs);
        expect(runs).toHaveLength(4);
        for (const other of [0, 1, 2, 3]) if (other !== nth || field !== 'id') expect(runs.filter(({ id }) => id === `run ${other}`)).toHaveLength(1);
        for (const trace of traces) {
          for (const issue of trace.issues) expectWellFormed(issue);
          for (const run of trace.runs) {
            expect(run.start).toBeGreaterThanOrEqual(0);
            expect(run.end ?? Infinity).toBeGreaterThanOrEqual(run.start);
            void [run.inputs, run.outputs, run.metadata, run.events, run.links, run.source, trace.totalsOf(run)];
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('payloads', () => {
  const PAYLOADS = ['inputs', 'outputs', 'metadata', 'events', 'links', 'messages', 'documents', 'toolCalls'] as const;

  /** A record that tells whenever one of its payloads is read. */
  function watched(id: string, read: string[], rest: object = {}): object {
    const record = at(id, rest);
    for (const field of PAYLOADS) {
      Object.defineProperty(record, field, {
        enumerable: true,
        get() {
          read.push(`${id}.${field}`);
          throw new Error('read too early');
        },
      });
    }
    return record;
  }

  test('are read when someone looks, not when the trace is built', () => {
    const read: string[] = [];
    const trace = one(watched('a', read, { kind: 'llm' }), watched('b', read, { parentId: 'a', kind: 'tool' }), watched('b', read, { parentId: 'a' }), watched('c', read, { parentId: 'gone', startTime: 5 }));
    void [trace.totalsOf({ id: 'a' }), trace.childrenOf({ id: 'a' }), JSON.stringify(trace.runs), { ...trace.runs[0] }];
    expect(read).toEqual([]);
    expect(() => trace.runs[0]!.inputs).toThrow('read too early');
    expect(read).toEqual(['a.inputs']);
  });

  test('are the record’s own objects, not copies', () => {
    const inputs = { big: true };
    expect(one(at('a', { inputs })).runs[0]!.inputs).toBe(inputs);
  });
});
