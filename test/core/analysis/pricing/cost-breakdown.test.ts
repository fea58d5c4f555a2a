import { describe, expect, test } from 'vitest';
import { costBreakdown } from '../../../../src/core/analysis/pricing/cost-breakdown.ts';
import { priceTraces } from '../../../../src/core/analysis/pricing/price-traces.ts';
import { whatIf } from '../../../../src/core/analysis/pricing/what-if.ts';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../../src/core/model/record.ts';
import type { Trace } from '../../../../src/core/model/trace.ts';

const million = 1_000_000;
const llm = (id: string, more: Partial<RunRecord> = {}): RunRecord => ({ id, traceId: 't', name: 'call', kind: 'llm', model: 'm', startTime: 1, endTime: 2, ...more });

function priced(...records: RunRecord[]): Trace {
  return priceTraces(buildTraces(records), { prices: [{ model: 'm', price: { input: 1, cacheRead: 0.5, output: 2, request: 0.25 } }] }).traces[0]!;
}

const trace = priced(
  llm('a', { usage: { input: 2 * million, output: million, inputDetails: { cacheRead: million } }, tags: ['x'] }),
  llm('b', { usage: { input: million, output: 0 }, cost: { input: 5, output: 1, total: 6 }, tags: ['x', 'y'] }),
  llm('c', { model: 'unknown', usage: { input: 1, output: 1 } }),
  llm('d', {}),
  { id: 'e', traceId: 't', name: 'search', kind: 'tool', startTime: 1, endTime: 2, cost: { total: 0.5 } },
  { id: 'f', traceId: 't', name: 'plain', kind: 'chain', startTime: 1, endTime: 2 },
);

describe('costBreakdown', () => {
  test('recorded and computed are told apart, and what nobody knows', () => {
    const { groups, totals, by } = costBreakdown(trace, 'model');
    expect(by).toBe('model');
    expect(groups.map(({ value, total, recorded, computed, paid, unpaid }) => [value, total, recorded, computed, paid, unpaid])).toEqual([
      ['m', 9.75, 6, 3.75, 2, 1],
      [null, 0.5, 0.5, null, 1, 0],
      ['unknown', null, null, null, 0, 1],
    ]);
    expect(groups[0]).toMatchObject({ currency: 'USD', input: 6.5, output: 3, parts: { input: 1, cacheRead: 0.5, output: 2, request: 0.25 } });
    expect(groups[1]).toMatchObject({ input: null, output: null, parts: {} });
    expect(totals).toMatchObject([{ currency: 'USD', total: 10.25, recorded: 6.5, computed: 3.75, paid: 3, unpaid: 2 }]);
  });

  test('by tags, which overlap', () => {
    const { groups, totals, overlaps } = costBreakdown([trace], 'tag');
    expect(groups.map(({ value, total }) => [value, total])).toEqual([['x', 9.75], ['y', 6], [null, 0.5]]);
    expect(totals[0]!.total).toBe(10.25);
    expect(overlaps).toBe(true);
  });

  test('currencies are never added', () => {
    const [mixed] = buildTraces([llm('a', { cost: { total: 1, currency: 'USD' } }), llm('b', { cost: { total: 2, currency: 'EUR' } }), llm('c', { cost: { total: 4, currency: 'EUR' } }), llm('d')]);
    const { groups, totals } = costBreakdown(mixed!, 'kind');
    expect(groups.map(({ value, currency, total, unpaid }) => [value, currency, total, unpaid])).toEqual([['llm', 'EUR', 6, 0], ['llm', 'USD', 1, 1]]);
    expect(totals.map(({ currency, total }) => [currency, total])).toEqual([['USD', 1], ['EUR', 6]]);
  });

  test('a call that a run above paid for is not unpaid', () => {
    const [covered] = buildTraces([{ id: 'root', traceId: 't', name: 'agent', kind: 'agent', startTime: 0, endTime: 3, cost: { total: 1 } }, llm('a', { parentId: 'root', usage: { input: 1 } })]);
    expect(costBreakdown(covered!, 'kind').groups).toMatchObject([{ value: 'agent', total: 1, unpaid: 0 }]);
  });

  test('many small amounts add up exactly', () => {
    const [many] = buildTraces(Array.from({ length: 100_000 }, (_, at) => llm(`${at}`, { cost: { total: 0.1 } })));
    expect(costBreakdown(many!, 'name').groups[0]!.total).toBe(10_000);
  });
});

describe('whatIf', () => {
  test('the same tokens at another price, beside what they cost', () => {
    const answer = whatIf(trace, { input: 10, output: 100 });
    const at = (id: string) => trace.indexOf({ id });
    expect([answer.own[at('a')], answer.own[at('b')]]).toEqual([120, 10]);
    expect([answer.delta[at('a')], answer.delta[at('b')]]).toEqual([116.25, 4]);
    // Of c nobody knows what it cost, and of d not even the tokens; e is no model call.
    expect(answer.own[at('c')]).toBeCloseTo(110 / million, 15);
    for (const id of ['c', 'd', 'e']) expect(answer.delta[at(id)]).toBeNaN();
    for (const id of ['d', 'e', 'f']) expect(answer.own[at(id)]).toBeNaN();
    expect(answer).toMatchObject({ currency: 'USD', total: 130, present: 9.75, totalDelta: 120.25, compared: 2, unknown: 2 });
  });

  test('only for the runs that are meant; money of another currency is not compared', () => {
    expect(whatIf(trace, { input: 10, output: 100 }, ({ id }) => id === 'b')).toMatchObject({ total: 10, present: 6, compared: 1, unknown: 0 });
    expect(whatIf(trace, { input: 10, output: 100, currency: 'EUR' })).toMatchObject({ currency: 'EUR', total: null, present: null, totalDelta: null, compared: 0, unknown: 4 });
  });
});
