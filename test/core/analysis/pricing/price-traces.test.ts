import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PriceList } from '../../../../src/core/analysis/pricing/price-book.ts';
import { priceTraces } from '../../../../src/core/analysis/pricing/price-traces.ts';
import { readTraces } from '../../../../src/core/formats/read-traces.ts';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../../src/core/model/record.ts';
import type { Trace } from '../../../../src/core/model/trace.ts';

const LIST: PriceList = { prices: [{ model: 'm', price: { input: 1, output: 2 } }, { model: 'n', price: { input: 10, output: 20 } }] };
const million = 1_000_000;

const llm = (id: string, more: Partial<RunRecord> = {}): RunRecord => ({ id, parentId: 'agent', name: 'call', kind: 'llm', model: 'm', usage: { input: million, output: million }, startTime: 1, endTime: 2, ...more });
const agent = (more: Partial<RunRecord> = {}): RunRecord => ({ id: 'agent', name: 'agent', kind: 'agent', startTime: 0, endTime: 10, ...more });

function priced(...records: RunRecord[]): Trace {
  return priceTraces(buildTraces(records), LIST).traces[0]!;
}

const costs = (trace: Trace) => Object.fromEntries(trace.runs.map(({ id, cost }) => [id, cost?.total ?? null]));

describe('priceTraces', () => {
  test('computes what was not recorded, keeps what was, and adds up anew', () => {
    const trace = priced(agent(), llm('a'), llm('b', { model: 'n' }), llm('c', { cost: { total: 0.5 } }), llm('d', { cost: { total: 0 } }));
    expect(costs(trace)).toEqual({ agent: null, a: 3, b: 30, c: 0.5, d: 0 });
    expect(trace.totalsOf({ id: 'agent' }).cost).toEqual({ input: 11, output: 22, total: 33.5, currency: 'USD' });
    expect(trace.get('a')?.cost).toEqual({ input: 1, output: 2, total: 3, currency: 'USD', computed: { input: 1, output: 2 } });
    expect(trace.get('c')?.cost).not.toHaveProperty('computed');
    expect(trace.issues).toEqual([]);
  });

  test('traces are not changed, and those without anything to price are the same', () => {
    const [trace] = buildTraces([agent(), llm('a')]);
    priceTraces([trace!], LIST);
    expect(trace!.get('a')?.cost).toBeNull();
    const [paid] = buildTraces([agent(), llm('a', { cost: { total: 1 } }), llm('b', { usage: null })]);
    expect(priceTraces([paid!], LIST).traces[0]).toBe(paid);
  });

  test('a model without a price stays without a cost, and is told once', () => {
    const { traces, issues } = priceTraces(buildTraces([agent(), llm('a', { model: 'x' }), llm('b', { model: 'x' }), llm('c', { model: null }), llm('d')]), LIST);
    expect(costs(traces[0]!)).toMatchObject({ a: null, b: null, c: null, d: 3 });
    expect(issues.map(({ code, severity, runId, what }) => [code, severity, runId, what])).toEqual([
      ['unknown-price', 'warning', 'a', 'The model “x” of 2 runs has no price.'],
      ['unknown-price', 'warning', 'c', '1 run with tokens names no model, and so no price.'],
    ]);
    expect(traces[0]!.issues).toEqual(issues);
  });

  test('counts that contradict themselves are not priced', () => {
    const { traces, issues } = priceTraces(buildTraces([agent(), llm('a', { usage: { input: 1, output: 1, inputDetails: { cacheRead: 5 } } })]), LIST);
    expect(costs(traces[0]!)).toMatchObject({ a: null });
    expect(issues).toMatchObject([{ code: 'contradictory-usage', runId: 'a' }]);
  });

  test('what a run above recorded for all is not paid a second time', () => {
    const whole = priced(agent({ cost: { total: 7 } }), llm('a'), { ...agent({ id: 'inner' }), parentId: 'agent', startTime: 3 }, llm('b', { parentId: 'inner', startTime: 4, endTime: 5 }));
    expect(costs(whole)).toEqual({ agent: 7, a: null, inner: null, b: null });
    expect(whole.issues).toEqual([]);
    // A wrapper of the call, and a step that says that it was free.
    expect(costs(priced(llm('outer', { parentId: null, usage: null, cost: { total: 7 } }), llm('a', { parentId: 'outer' })))).toEqual({ outer: 7, a: null });
    expect(costs(priced(agent({ cost: { total: 0 } }), llm('a')))).toEqual({ agent: 0, a: 3 });
  });

  test('a tool’s fee is its own', () => {
    const trace = priced(agent(), { id: 'tool', parentId: 'agent', name: 'search', kind: 'tool', startTime: 1, endTime: 5, cost: { total: 0.25 } }, llm('a', { parentId: 'tool' }));
    expect(trace.totalsOf({ id: 'agent' }).cost?.total).toBe(3.25);
  });

  test('priced again from other prices, nothing of the first remains', () => {
    const first = priceTraces(buildTraces([agent(), llm('a'), llm('b', { model: 'x' })]), LIST).traces;
    const { traces, issues } = priceTraces(first, { prices: [{ model: 'x', price: { input: 5, output: 5 } }] });
    expect(costs(traces[0]!)).toMatchObject({ a: null, b: 10 });
    expect(traces[0]!.issues).toEqual(issues);
    expect(issues).toHaveLength(1);
    expect(traces[0]!.totalsOf({ id: 'agent' }).cost?.total).toBe(10);
  });

  test('prices hold by the run’s own start', () => {
    const change: PriceList = { prices: [{ model: 'm', to: '2026-03-01', price: { input: 1, output: 0 } }, { model: 'm', from: '2026-03-01', price: { input: 100, output: 0 } }] };
    const before = Date.parse('2026-02-28T23:59:59.990Z');
    const [trace] = priceTraces(buildTraces([agent({ startTime: before, endTime: before + 50 }), llm('a', { startTime: before + 9, endTime: before + 30 }), llm('b', { startTime: before + 10, endTime: before + 30 })]), change).traces;
    expect(costs(trace!)).toMatchObject({ a: 1, b: 100 });
  });

  test('prices from a function, which is told the run and when it started', () => {
    const asked: [string, number][] = [];
    const { traces } = priceTraces(buildTraces([agent({ startTime: 1000, endTime: 2000 }), llm('a', { startTime: 1500, endTime: 1600 })]), (run, moment) => {
      asked.push([run.id, moment]);
      return { input: 1, output: 1, currency: 'EUR' };
    });
    expect(asked).toEqual([['a', 1500]]);
    expect(traces[0]!.totalsOf({ id: 'agent' }).cost).toMatchObject({ total: 2, currency: 'EUR' });
  });

  test('a real fallback: only the call that was answered cost anything', () => {
    const { traces } = readTraces(readFileSync('test/fixtures/langsmith/js-fallbacks.json', 'utf8'));
    const { traces: [trace], issues } = priceTraces(traces, { prices: [{ model: 'claude-sonnet-4-5', price: { input: 3, output: 15 } }] });
    expect(trace!.totalsOf(trace!.runs[0]!).cost?.total).toBeCloseTo((23 * 3 + 15 * 15) / million, 12);
    expect(issues).toEqual([]);
  });

  test('100,000 calls add up to the cent, and to a billionth of one', () => {
    // Prices of whole 10⁻⁶ for a million tokens: in whole numbers of 10⁻¹² for each token, the sum is exact.
    const rates = [2_500_000, 75_000, 300_000, 3_625, 15_000_000, 28];
    const prices = rates.map((rate, nth) => ({ model: `m${nth}`, price: { input: rate / 1e6, output: (rate * 7) / 1e6 } }));
    const records: RunRecord[] = [agent({ endTime: 200_000 })];
    let exact = 0n;
    let state = 1;
    const random = (below: number) => {
      state = (state * 1103515245 + 12345) % 2147483648;
      return state % below;
    };
    for (let nth = 0; nth < 100_000; nth++) {
      const model = random(rates.length);
      const [input, output] = [random(200_000), random(8_000)];
      exact += BigInt(input) * BigInt(rates[model]!) + BigInt(output) * BigInt(rates[model]! * 7);
      // Half of them deeper, so that sums are added to sums.
      records.push(llm(`r${nth}`, { model: `m${model}`, usage: { input, output }, startTime: nth, endTime: nth + 1, parentId: nth % 2 === 0 || nth === 1 ? 'agent' : `r${nth - 2 - (nth % 4) + 1}` }));
    }
    const [trace] = priceTraces(buildTraces(records), { prices }).traces;
    const total = trace!.roots.reduce((sum, root) => sum + trace!.totalsOf(root).cost!.total!, 0);
    expect(total).toBeGreaterThan(10_000);
    expect(Math.abs(total - Number(exact) / 1e12)).toBeLessThan(1e-9);
    expect(Math.round(total * 100)).toBe(Number((exact + 5_000_000_000n) / 10_000_000_000n));
  });

  test('any trace: each metered run is priced, unless it was paid or is covered', () => {
    const usage = fc.option(fc.record({ input: fc.integer({ min: 0, max: 1000 }), output: fc.integer({ min: 0, max: 1000 }) }), { nil: null });
    const run = fc.record({ usage, cost: fc.option(fc.record({ total: fc.integer({ min: 0, max: 9 }) }), { nil: null, freq: 4 }), under: fc.nat(), kind: fc.constantFrom('llm', 'tool', 'chain') });
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 20 }), (runs) => {
        const records = runs.map(({ under, ...rest }, at): RunRecord => ({ ...rest, id: `${at}`, traceId: 't', name: 'n', model: 'm', startTime: at, endTime: 30, parentId: at === 0 ? null : `${under % at}` }));
        const [before] = buildTraces(records);
        const [after] = priceTraces([before!], LIST).traces;
        for (const given of before!.runs) {
          const cost = after!.get(given.id)!.cost;
          if (given.cost !== null) expect(cost).toEqual(given.cost);
          else if (given.usage === null) expect(cost).toBeNull();
          else {
            let isCovered = false;
            for (let above = before!.parentOf(given); above !== null; above = before!.parentOf(above)) isCovered ||= (above.cost?.total ?? 0) > 0 && above.kind !== 'tool';
            if (isCovered) expect(cost).toBeNull();
            else if (given.usage.input === null || given.usage.output === null) expect(cost?.total ?? null).toBeNull();
            else expect(cost?.total).toBeCloseTo((given.usage.input + 2 * given.usage.output) / million, 15);
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});
