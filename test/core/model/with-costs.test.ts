import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTraces } from '../../../src/core/model/build-traces.ts';
import { messagesOf } from '../../../src/core/model/content/messages-of.ts';
import type { Cost } from '../../../src/core/model/usage.ts';
import { withCosts } from '../../../src/core/model/with-costs.ts';
import { forests } from './forests.ts';

const usd = (total: number): Cost => ({ input: null, output: null, total, currency: 'USD' });

describe('withCosts', () => {
  const [trace] = buildTraces([
    { id: 'a', name: 'agent', startTime: 1000, endTime: 1010, metadata: { is: 'kept' } },
    { id: 'b', parentId: 'a', name: 'call', kind: 'llm', startTime: 1001, endTime: 1002, firstTokenTime: 1001.5, usage: { input: 1 }, tags: ['x'], inputs: { messages: [{ role: 'user', content: 'Hi' }] }, events: [{ name: 'e', time: 1001 }] },
    { id: 'c', parentId: 'a', name: 'tool', kind: 'tool', startTime: 1003, endTime: 1004 },
  ]);

  test('only the runs with new costs are new, and they are as they were', () => {
    const priced = withCosts(trace!, new Map([[1, usd(2)]]));
    expect(priced.runs[0]).toBe(trace!.runs[0]);
    expect(priced.runs[2]).toBe(trace!.runs[2]);
    expect(priced.runs[1]).not.toBe(trace!.runs[1]);
    expect(priced.runs[1]).toEqual({ ...trace!.runs[1], cost: usd(2) });
    expect(priced.runs[1]!.inputs).toBe(trace!.runs[1]!.inputs);
    expect(priced.runs[1]!.events).toEqual(trace!.runs[1]!.events);
    expect(priced.runs[1]!.source).toBe(trace!.runs[1]!.source);
    expect(messagesOf(priced.runs[1]!)).toEqual(messagesOf(trace!.runs[1]!));
    expect(trace!.runs[1]!.cost).toBeNull();
  });

  test('the new trace finds its runs, and has all else of the old one', () => {
    const priced = withCosts(trace!, new Map([[1, usd(2)]]));
    expect(priced.get('b')).toBe(priced.runs[1]);
    expect(priced.indexOf({ id: 'c' })).toBe(2);
    expect(priced.totalsOf(priced.runs[0]!)).toEqual({ ...trace!.totalsOf(trace!.runs[0]!), cost: usd(2) });
    expect(trace!.totalsOf(trace!.runs[0]!).cost).toBeNull();
    expect([priced.id, priced.name, priced.duration, priced.startTime, priced.issues]).toEqual([trace!.id, trace!.name, trace!.duration, trace!.startTime, trace!.issues]);
  });

  test('a cost can be taken away; several currencies have no sum', () => {
    const priced = withCosts(trace!, new Map([[1, usd(2)], [2, { ...usd(3), currency: 'EUR' }]]));
    expect(priced.totalsOf(priced.runs[0]!).cost).toBeNull();
    const again = withCosts(priced, new Map([[2, null]]));
    expect(again.totalsOf(again.runs[0]!).cost).toEqual(usd(2));
    expect(withCosts(again, new Map([[1, null]])).totalsOf({ id: 'a' }).cost).toBeNull();
  });

  test('many small amounts add up exactly, one level below and in groups', () => {
    const count = 100_000;
    const wide = buildTraces(Array.from({ length: count + 1 }, (_, at) => ({ id: `${at}`, traceId: 't', name: 'n', startTime: at, endTime: count + 1, parentId: at === 0 ? null : at % 10 === 1 ? '0' : `${at - ((at - 1) % 10)}` })))[0]!;
    const priced = withCosts(wide, new Map(Array.from({ length: count }, (_, at) => [at + 1, usd(0.1)])));
    // Added up in a row, they come to 10000.000000018848.
    expect(priced.totalsOf({ id: '0' }).cost?.total).toBe(10_000);
  });

  test('any forest adds up as by hand', () => {
    const amounts = fc.option(fc.integer({ min: 0, max: 10_000_000 }), { nil: null });
    fc.assert(
      fc.property(forests(40).chain(({ parentOf, starts }) => fc.array(amounts, { minLength: starts.length, maxLength: starts.length }).map((paid) => ({ parentOf, starts, paid }))), ({ parentOf, starts, paid }) => {
        const whole = buildTraces(parentOf.map((parent, at) => ({ id: `${at}`, traceId: 't', name: 'n', startTime: starts[at]!, endTime: 9, parentId: parent === -1 ? null : `${parent}` })))[0]!;
        const costs = new Map(paid.flatMap((amount, at) => (amount === null ? [] : [[whole.indexOf({ id: `${at}` }), usd(amount / 1e6)] as const])));
        const priced = withCosts(whole, costs);
        /** In millionths, by recursion. */
        const sumOf = (at: number): number | null => {
          const inside = parentOf.flatMap((parent, child) => (parent === at ? [sumOf(child)] : []));
          const known = [paid[at]!, ...inside].filter((amount) => amount !== null);
          return known.length === 0 ? null : known.reduce((a, b) => a + b, 0);
        };
        for (const at of parentOf.keys()) {
          const total = priced.totalsOf({ id: `${at}` }).cost?.total ?? null;
          const expected = sumOf(at);
          if (expected === null) expect(total).toBeNull();
          else expect(total).toBeCloseTo(expected / 1e6, 10);
        }
      }),
      { numRuns: 200 },
    );
  });
});
