import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRedundancySearch, redundantCalls, type RedundantCallsOptions } from '../../../../src/core/analysis/redundancy/redundant-calls.ts';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../../src/core/model/record.ts';

/** A search of ten ms in the trace `t`, or in the one of its name. */
function call(id: string, more: Partial<RunRecord> = {}): RunRecord {
  const nth = Number(id.slice(1));
  return { id, traceId: 't', name: 'search', kind: 'tool', startTime: 20 * nth, endTime: 20 * nth + 10, inputs: { query: 'cats' }, outputs: { found: 3 }, ...more };
}

const llm = (id: string, more: Partial<RunRecord> = {}): RunRecord => call(id, { name: 'chat', kind: 'llm', model: 'm', usage: { input: 10, output: 5 }, cost: { total: 0.5 }, outputs: { text: id }, ...more });

const groups = (records: readonly RunRecord[], options?: RedundantCallsOptions) => redundantCalls(buildTraces(records), options);

/** Each group as the ids of its calls. */
function ids(records: readonly RunRecord[], options?: RedundantCallsOptions): string[] {
  const traces = buildTraces(records);
  return redundantCalls(traces, options).map(({ calls }) => calls.map(({ trace, at }) => traces[trace]!.runs[at]!.id).join(' '));
}

describe('redundantCalls', () => {
  test('calls with the same inputs, and what a cache would have saved', () => {
    expect(groups([call('c0'), call('c1'), call('c2', { inputs: { query: 'dogs' } }), call('c3', { inputs: '{"query":  "cats"}' })])).toEqual([
      { kind: 'tool', name: 'search', model: null, calls: [{ trace: 0, at: 0 }, { trace: 0, at: 1 }, { trace: 0, at: 3 }], likeness: 1, sameOutputs: true, saved: { calls: 2, time: 20, tokens: null, cost: null, currency: null } },
    ]);
    expect(groups([llm('c0'), llm('c1'), llm('c2')])).toMatchObject([{ model: 'm', sameOutputs: null, saved: { calls: 2, time: 20, tokens: 30, cost: 1, currency: 'USD' } }]);
  });

  test('only of the same kind, name and model, and only of work', () => {
    expect(ids([call('c0'), call('c1', { name: 'find' }), call('c2', { kind: 'retriever' })])).toEqual([]);
    expect(ids([llm('c0'), llm('c1', { model: 'n' })])).toEqual([]);
    expect(ids([call('c0', { kind: 'chain' }), call('c1', { kind: 'chain' })])).toEqual([]);
    for (const kind of ['llm', 'tool', 'retriever', 'embedding', 'reranker']) expect(ids([call('c0', { kind }), call('c1', { kind })])).toEqual(['c0 c1']);
  });

  test('a tool that gave something else back was not asked in vain', () => {
    const said = (found: number) => ({ outputs: { found } });
    expect(groups([call('c0', said(1)), call('c1', said(2))])).toEqual([]);
    expect(groups([call('c0', said(1)), call('c1', said(2)), call('c2', said(2))])).toMatchObject([{ sameOutputs: false, calls: { length: 3 }, saved: { calls: 1, time: 10 } }]);
    expect(groups([call('c0', { outputs: undefined }), call('c1', { outputs: undefined })])).toMatchObject([{ sameOutputs: null, saved: { calls: 0, time: null } }]);
  });

  test('what failed, runs, or was not recorded is no call made before', () => {
    expect(ids([call('c0', { error: 'it failed' }), call('c1')])).toEqual([]);
    expect(ids([call('c0'), call('c1', { endTime: null })])).toEqual([]);
    expect(ids([call('c0', { inputs: undefined }), call('c1', { inputs: undefined })])).toEqual([]);
  });

  test('across traces, the earliest first', () => {
    const late = call('c9', { traceId: 'late', startTime: 1_000 , endTime: 1_010 });
    const early = call('c1', { traceId: 'early', startTime: 10, endTime: 20 });
    expect(groups([late, early])[0]!.calls).toEqual([{ trace: 1, at: 0 }, { trace: 0, at: 0 }]);
  });

  test('a call that is recorded twice is one', () => {
    const twice = (nth: number) => [call(`c${nth}`), call(`c${nth + 1}`, { parentId: `c${nth}`, startTime: 20 * nth + 1, endTime: 20 * nth + 9 })];
    expect(ids(twice(0))).toEqual([]);
    expect(ids([...twice(0), ...twice(10)])).toEqual(['c0 c10']);
  });

  test('what is inside of needless work is counted with it', () => {
    const nested = (nth: number) => [call(`c${nth}`), llm(`c${nth + 1}`, { parentId: `c${nth}`, startTime: 20 * nth + 1, endTime: 20 * nth + 9 })];
    expect(groups([...nested(0), ...nested(10)])).toMatchObject([{ name: 'search', saved: { calls: 1, time: 10, tokens: 15, cost: 0.5 } }]);
    // A call outside of it that asks the same remains.
    expect(ids([...nested(0), ...nested(10), llm('c20')])).toEqual(['c0 c10', 'c1 c20']);
  });

  test('nearly the same inputs, if that is wanted', () => {
    const asks = (nth: number, query: string) => call(`c${nth}`, { inputs: { query } });
    const records = [asks(0, 'which is the best async library for python developers and why is it now'), asks(1, 'which is the best async library for python developers and why is it today'), asks(2, 'how do I bake bread')];
    expect(ids(records)).toEqual([]);
    expect(ids(records, { least: 0.75 })).toEqual(['c0 c1']);
    expect(ids(records, { least: 1 })).toEqual([]);
    const [group] = groups(records, { least: 0.75 });
    expect(group!.likeness).toBeGreaterThan(0.75);
    expect(group!.likeness).toBeLessThan(1);
  });

  test('a long template in common does not make two questions one, the time of day does not make one question two', () => {
    const prompt = (moment: string, question: string) => ({ messages: [{ role: 'system', content: `It is ${moment}. ${'You answer in short sentences, and only what you know. '.repeat(10)}` }, { role: 'user', content: question }] });
    const asks = (nth: number, moment: string, question: string) => llm(`c${nth}`, { inputs: prompt(moment, question) });
    expect(ids([asks(0, '2026-11-22T10:00:00Z', 'Who wrote Faust?'), asks(1, '2026-11-22T11:30:00Z', 'Who wrote Faust?'), asks(2, '2026-11-22T11:30:00Z', 'Where is Oslo?')])).toEqual(['c0 c1']);
  });

  test('what would have saved most comes first', () => {
    expect(groups([call('c0'), call('c1'), llm('c2'), llm('c3'), call('c4', { name: 'slow', endTime: 900 }), call('c5', { name: 'slow', startTime: 1000, endTime: 2000 })]).map(({ name }) => name)).toEqual(['chat', 'slow', 'search']);
  });

  test('money of several currencies has no sum', () => {
    const paid = (id: string, currency: string) => llm(id, { traceId: id, cost: { total: 1, currency } });
    expect(groups([paid('c0', 'USD'), paid('c1', 'USD'), paid('c2', 'EUR')])).toMatchObject([{ saved: { calls: 2, tokens: 30, cost: null, currency: null } }]);
  });
});

test('any calls: groups are those with equal inputs of equal kind, name and model', () => {
  const calls = fc.array(fc.record({ name: fc.constantFrom('a', 'b'), kind: fc.constantFrom('tool', 'llm', 'chain'), query: fc.constantFrom('x', 'y', 'z'), isFailed: fc.integer({ min: 0, max: 4 }).map((n) => n === 0), trace: fc.constantFrom('t', 'u') }), { maxLength: 25 });
  fc.assert(
    fc.property(calls, (given) => {
      const expected = new Map<string, string[]>();
      for (const [nth, { name, kind, query, isFailed }] of given.entries()) {
        if (isFailed || kind === 'chain') continue;
        const key = `${kind} ${name} ${query}`;
        expected.set(key, [...(expected.get(key) ?? []), `c${nth}`]);
      }
      const records = given.map(({ name, kind, query, isFailed, trace }, nth) => call(`c${nth}`, { name, kind, traceId: trace, inputs: { query }, ...(isFailed ? { error: 'it failed' } : {}) }));
      expect(new Set(ids(records))).toEqual(new Set([...expected.values()].filter(({ length }) => length > 1).map((group) => group.join(' '))));
    }),
    { numRuns: 300 },
  );
});

test('in steps as all at once', () => {
  const traces = buildTraces(Array.from({ length: 3000 }, (_, nth) => llm(`c${nth}`, { inputs: { text: `${nth % 100} ${'word '.repeat(50)}` } })));
  const search = createRedundancySearch(traces);
  let steps = 0;
  while (!search.step(0, () => 0)) steps++;
  expect(steps).toBeGreaterThan(10);
  expect(search.result).toEqual(redundantCalls(traces));
  expect(search.result).toHaveLength(100);
});

test('nearly the same calls are found among very many others', () => {
  let state = 7;
  const word = () => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return `w${String.fromCharCode(97 + (state % 26), 97 + ((state >> 8) % 26), 97 + ((state >> 16) % 26))}`;
  };
  const text = () => Array.from({ length: 40 }, word);
  const records: RunRecord[] = [];
  for (let pair = 0; pair < 500; pair++) {
    const words = text();
    records.push(call(`c${2 * pair}`, { inputs: { query: words.join(' ') } }), call(`c${2 * pair + 1}`, { inputs: { query: words.with(pair % 40, 'changed').join(' ') } }));
  }
  const found = ids(records);
  expect(found.length).toBeGreaterThanOrEqual(490);
  for (const group of found) {
    const [a, b] = group.split(' ').map((id) => Number(id.slice(1)));
    expect([a! % 2, b]).toEqual([0, a! + 1]);
  }
});

test('200,000 siblings that ask the same, and a chain of 100,000 that does', () => {
  const many = Array.from({ length: 200_000 }, (_, nth) => call(`c${nth}`));
  expect(groups(many)).toMatchObject([{ calls: { length: 200_000 }, saved: { calls: 199_999 } }]);
  const chain = Array.from({ length: 100_000 }, (_, nth) => call(`c${nth}`, { parentId: nth === 0 ? null : `c${nth - 1}`, startTime: nth, endTime: 100_000 }));
  expect(groups(chain)).toEqual([]);
}, 60_000);
