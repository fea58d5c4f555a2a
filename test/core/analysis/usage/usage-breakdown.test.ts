import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { usageBreakdown } from '../../../../src/core/analysis/usage/usage-breakdown.ts';
import { readTraces } from '../../../../src/core/formats/read-traces.ts';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../../src/core/model/record.ts';
import type { Trace } from '../../../../src/core/model/trace.ts';
import { forests } from '../../model/forests.ts';
import { usages } from './usages.ts';

const llm = (id: string, more: Partial<RunRecord> = {}): RunRecord => ({ id, traceId: 't', name: 'call', kind: 'llm', startTime: 1, endTime: 2, ...more });

/** The groups as value → total tokens. */
function totals(trace: Trace | readonly Trace[], by: Parameters<typeof usageBreakdown>[1]): Record<string, number | null> {
  return Object.fromEntries(usageBreakdown(trace, by).groups.map(({ value, total }) => [String(value), total]));
}

describe('usageBreakdown', () => {
  test('by model, the most first; what no run tells is no 0', () => {
    const [trace] = buildTraces([
      llm('a', { model: 'small', usage: { input: 10, output: 5, inputDetails: { cacheRead: 4 } } }),
      llm('b', { model: 'large', usage: { input: 100, output: 50 } }),
      llm('c', { model: 'small', usage: { input: 1, output: 1 } }),
      llm('d', { model: 'silent' }),
      llm('e', { usage: { total: 7 } }),
    ]);
    const { groups, total, by, overlaps } = usageBreakdown(trace!, 'model');
    expect(by).toBe('model');
    expect(overlaps).toBe(false);
    expect(groups.map(({ value, total: sum, metered, unmetered }) => [value, sum, metered, unmetered])).toEqual([['large', 150, 1, 0], ['small', 17, 2, 0], [null, 7, 1, 0], ['silent', null, 0, 1]]);
    expect(groups[1]).toMatchObject({ input: 11, output: 6, parts: { input: 7, cacheRead: 4, output: 6, reasoning: null, other: null } });
    expect(groups[3]).toMatchObject({ input: null, parts: { input: null, output: null } });
    expect(total).toMatchObject({ total: 174, metered: 4, unmetered: 1 });
  });

  test('a run with two tags is under both, and this is told', () => {
    const [trace] = buildTraces([llm('a', { tags: ['x', 'y', 'x'], usage: { total: 3 } }), llm('b', { tags: ['y'], usage: { total: 4 } }), llm('c', { usage: { total: 5 } })]);
    const { groups, total, overlaps } = usageBreakdown(trace!, 'tag');
    expect(groups.map(({ value, total: sum }) => [value, sum])).toEqual([['y', 7], [null, 5], ['x', 3]]);
    expect(total.total).toBe(12);
    expect(overlaps).toBe(true);
  });

  test('by a dimension of one’s own; a value may be named __proto__', () => {
    const [trace] = buildTraces([llm('a', { name: '__proto__', usage: { total: 3 } })]);
    expect(usageBreakdown(trace!, 'name').groups).toMatchObject([{ value: '__proto__', total: 3 }]);
    expect(totals(trace!, { id: 'first', valueOf: ({ id }) => id[0]! })).toEqual({ a: 3 });
  });

  test('counts that contradict themselves are told', () => {
    const [trace] = buildTraces([llm('a', { usage: { input: 5, output: 1, inputDetails: { cacheRead: 9 } } }), llm('b', { usage: { input: 5, output: 1 } })]);
    expect(usageBreakdown(trace!, 'kind').groups).toMatchObject([{ contradictory: 1, input: 10, parts: { input: 5, cacheRead: 5 } }]);
  });

  test('a real graph by its nodes: only the model’s node used tokens', () => {
    const { traces } = readTraces(readFileSync('test/fixtures/langsmith/py-langgraph-agent.json', 'utf8'));
    // 153 + 157, 313 + 169, and in the third trace 501 + 143; streamed calls recorded none.
    expect(usageBreakdown(traces, 'node').groups).toMatchObject([{ value: 'model', total: 1436, metered: 3, unmetered: 2 }]);
  });

  test('any traces: groups come to what the roots add up to, whatever parents repeat', () => {
    const runs = fc.record({ kind: fc.constantFrom('llm', 'chain', 'tool', 'embedding'), name: fc.constantFrom('a', 'b', 'c'), usage: fc.option(usages, { nil: null }) });
    fc.assert(
      fc.property(forests(30).chain((forest) => fc.array(runs, { minLength: forest.parentOf.length, maxLength: forest.parentOf.length }).map((given) => ({ forest, given }))), ({ forest, given }) => {
        const trace = buildTraces(given.map((run, at): RunRecord => ({ ...run, id: `r${at}`, traceId: 't', startTime: forest.starts[at]!, endTime: 9, parentId: forest.parentOf[at] === -1 ? null : `r${forest.parentOf[at]}` })))[0]!;
        const { groups, total } = usageBreakdown(trace, 'name');
        const roots = trace.roots.map((root) => trace.totalsOf(root));
        const sum = (figures: readonly (number | null | undefined)[]) => figures.reduce<number>((all, figure) => all + (figure ?? 0), 0);
        for (const figure of ['input', 'output', 'total'] as const) {
          const expected = sum(roots.map(({ usage }) => usage?.[figure]));
          expect(sum(groups.map((group) => group[figure]))).toBe(expected);
          expect(total[figure] ?? 0).toBe(expected);
        }
        expect(sum(groups.map(({ unmetered }) => unmetered))).toBe(sum(roots.map(({ unmeteredCalls }) => unmeteredCalls)));
        expect(sum(groups.map(({ metered }) => metered))).toBe(trace.runs.filter(({ usage }) => usage !== null).length);
      }),
      { numRuns: 300 },
    );
  });
});
