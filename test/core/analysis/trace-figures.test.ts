import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { traceFigures } from '../../../src/core/analysis/trace-figures.ts';
import { buildTraces, emptyTrace } from '../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../src/core/model/record.ts';

const llm = (id: string, more: Partial<RunRecord>): RunRecord => ({ id, name: id, traceId: 't', kind: 'llm', startTime: 0, endTime: 1, ...more });

describe('traceFigures', () => {
  test('adds up all roots, details too', () => {
    const [trace] = buildTraces([
      llm('a', { usage: { input: 10, output: 5, inputDetails: { cacheRead: 4 } }, cost: { total: 0.5 } }),
      llm('b', { usage: { input: 20, output: 7, outputDetails: { reasoning: 3 } }, cost: { total: 0.25 }, error: 'no' }),
      llm('c', {}),
      { id: 'd', name: 'd', traceId: 't', parentId: 'c', kind: 'tool', startTime: 0, endTime: 1 },
    ]);
    expect(traceFigures(trace!)).toEqual({
      runs: 4, llmCalls: 3, toolCalls: 1, errors: 1, unmeteredCalls: 1,
      usage: { input: 30, output: 12, total: 42, inputDetails: { cacheRead: 4 }, outputDetails: { reasoning: 3 } },
      cost: { input: null, output: null, total: 0.75, currency: 'USD' },
    });
  });

  test('nothing known is null', () => {
    const [trace] = buildTraces([llm('a', {})]);
    expect(traceFigures(trace!)).toMatchObject({ usage: null, cost: null });
    expect(traceFigures(emptyTrace())).toMatchObject({ runs: 0, errors: 0, usage: null, cost: null });
  });

  test('two currencies are not added', () => {
    const [trace] = buildTraces([llm('a', { cost: { total: 1, currency: 'EUR' } }), llm('b', { cost: { total: 1, currency: 'USD' } })]);
    expect(traceFigures(trace!).cost).toBeNull();
  });

  test('any roots: the sum of what each has', () => {
    const usage = fc.option(fc.record({ input: fc.option(fc.nat(99)), output: fc.option(fc.nat(99)) }));
    fc.assert(
      fc.property(fc.array(usage, { minLength: 1, maxLength: 12 }), (usages) => {
        const [trace] = buildTraces(usages.map((given, at) => llm(`${at}`, { usage: given })));
        const known = (part: 'input' | 'output') => usages.flatMap((given) => given?.[part] ?? []);
        const sum = (figures: readonly number[]) => (figures.length === 0 ? null : figures.reduce((total, figure) => total + figure, 0));
        const figures = traceFigures(trace!);
        expect([figures.usage?.input ?? null, figures.usage?.output ?? null]).toEqual([sum(known('input')), sum(known('output'))]);
        expect(figures.llmCalls).toBe(usages.length);
      }),
    );
  });
});
