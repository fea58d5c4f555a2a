import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costOf } from '../../../../src/core/analysis/pricing/cost-of.ts';
import type { Price } from '../../../../src/core/analysis/pricing/price.ts';
import type { Usage } from '../../../../src/core/model/usage.ts';
import { completeUsages, usageOf } from '../usage/usages.ts';

const plain = (input: number | null, output: number | null): Usage => ({ input, output, total: null, inputDetails: {}, outputDetails: {} });
const million = 1_000_000;
const total = (usage: Usage, price: Price, parameters?: Record<string, unknown>) => costOf(usage, price, parameters)?.total ?? null;

describe('costOf', () => {
  test('prices are for a million tokens', () => {
    expect(costOf(plain(million, million / 2), { input: 2.5, output: 10 })).toEqual({ input: 2.5, output: 5, total: 7.5, currency: 'USD', computed: { input: 2.5, output: 5 } });
    expect(costOf(plain(0, 0), { input: 2.5, output: 10, currency: 'EUR' })).toMatchObject({ input: 0, output: 0, total: 0, currency: 'EUR' });
  });

  test('each class at its own price', () => {
    const usage = usageOf({ fresh: million, cacheRead: million, cacheWrite: million, audio: million, text: million, reasoning: million, outputAudio: million });
    const price = { input: 1, cacheRead: 2, cacheWrite: 4, inputAudio: 8, output: 16, reasoning: 32, outputAudio: 64 };
    expect(costOf(usage, price)).toEqual({
      input: 15, output: 112, total: 127, currency: 'USD',
      computed: { input: 1, cacheRead: 2, cacheWrite: 4, inputAudio: 8, output: 16, reasoning: 32, outputAudio: 64 },
    });
  });

  test('a class without a price costs what it is a detail of', () => {
    const usage = usageOf({ fresh: million, cacheRead: million, audio: million, text: million, reasoning: million });
    expect(costOf(usage, { input: 3, output: 5 })).toMatchObject({ input: 9, output: 10, total: 19 });
    expect(costOf(usage, { input: 3, output: 5, cacheRead: 0 })).toMatchObject({ input: 6 });
  });

  test('what was written to the cache for an hour', () => {
    const usage: Usage = { input: million, output: 0, total: million, inputDetails: { cacheWrite: 1000, cacheWrite5m: 600, cacheWrite1h: 400 }, outputDetails: {} };
    const price = { input: 3, cacheWrite: 3.75, cacheWrite1h: 6, output: 15 };
    expect(costOf(usage, price)?.input).toBeCloseTo((999_000 * 3 + 600 * 3.75 + 400 * 6) / million, 12);
    expect(costOf(usage, { ...price, cacheWrite1h: undefined })?.input).toBeCloseTo((999_000 * 3 + 1000 * 3.75) / million, 12);
  });

  test('above a tier the whole request is dearer, its output too', () => {
    const gemini: Price = { input: 1.25, cacheRead: 0.125, output: 10, tiers: [{ above: 200_000, input: 2.5, output: 15 }] };
    expect(total(plain(200_000, 1000), gemini)).toBeCloseTo(0.25 + 0.01, 12);
    expect(total(plain(200_001, 1000), gemini)).toBeCloseTo((200_001 * 2.5 + 1000 * 15) / million, 12);
    // Cached tokens count for the size, and keep their price where the tier names none.
    expect(total(usageOf({ fresh: 100_000, cacheRead: 150_000, text: 0 }), gemini)).toBeCloseTo((100_000 * 2.5 + 150_000 * 0.125) / million, 12);
    const steps: Price = { input: 1, output: 1, tiers: [{ above: 30, input: 4 }, { above: 10, input: 2 }, { above: 20, input: 3 }] };
    expect([10, 11, 20, 21, 31].map((tokens) => Math.round(total(plain(tokens, 0), steps)! * million) / tokens)).toEqual([1, 2, 2, 3, 4]);
  });

  test('above a tier only the excess is dearer, the cached beginning first', () => {
    const price: Price = { input: 10, cacheRead: 1, output: 100, tiers: [{ above: 100, prices: 'excess', input: 20, cacheRead: 2, output: 1000 }, { above: 200, prices: 'excess', input: 40 }] };
    const inMillionths = (usage: Usage) => Math.round(total(usage, price)! * million);
    expect(inMillionths(plain(100, 0))).toBe(1000);
    expect(inMillionths(plain(130, 1))).toBe(1000 + 30 * 20 + 100);
    expect(inMillionths(plain(250, 0))).toBe(1000 + 2000 + 50 * 40);
    expect(inMillionths(usageOf({ fresh: 60, cacheRead: 120 }))).toBe(100 * 1 + 20 * 2 + 60 * 20);
  });

  test('without the size of a request, nobody knows its tier', () => {
    const price: Price = { input: 1, output: 10, tiers: [{ above: 5, output: 20 }] };
    expect(costOf(plain(null, 100), price)).toBeNull();
    expect(costOf(plain(null, million), { input: 1, output: 10 })).toEqual({ input: null, output: 10, total: null, currency: 'USD', computed: { output: 10 } });
  });

  test('a request’s fee is part of the total alone; batches are cheaper', () => {
    const price: Price = { input: 1, output: 1, request: 0.5, modes: [{ parameter: 'service_tier', values: ['batch', 'flex'], factor: 0.5 }, { parameter: 'speed', values: ['fast'], factor: 3 }] };
    expect(costOf(plain(million, million), price)).toMatchObject({ input: 1, output: 1, total: 2.5, computed: { request: 0.5 } });
    expect(total(plain(million, million), price, { service_tier: 'flex' })).toBe(1.5);
    expect(total(plain(million, million), price, { service_tier: 'default', speed: 'fast' })).toBe(6.5);
    expect(total(plain(million, million), price, { temperature: 1 })).toBe(2.5);
  });

  test('what is not known is null, never 0', () => {
    expect(costOf(plain(million, null), { input: 1, output: 1 })).toEqual({ input: 1, output: null, total: null, currency: 'USD', computed: { input: 1 } });
    expect(costOf(plain(null, null), { input: 1, output: 1 })).toBeNull();
    expect(costOf(plain(million, million), { input: 1 })).toEqual({ input: 1, output: null, total: null, currency: 'USD', computed: { input: 1 } });
    expect(costOf(usageOf({ fresh: 1, cacheRead: 1, text: million }), { cacheRead: 1, output: 1 })).toEqual({ input: null, output: 1, total: null, currency: 'USD', computed: { output: 1, reasoning: 0, outputAudio: 0 } });
    expect(costOf({ ...plain(1, 1), inputDetails: { cacheRead: 2 } }, { input: 1, output: 1 })).toBeNull();
  });

  test('a model that embeds has no output to pay for', () => {
    expect(costOf(plain(million, null), { input: 0.02 })).toMatchObject({ input: 0.02, output: null, total: 0.02 });
    expect(costOf(plain(million, 0), { input: 0.02 })).toMatchObject({ input: 0.02, output: 0, total: 0.02 });
  });

  test('any usage at any prices: as in whole numbers', () => {
    // Prices in millionths of a unit for a million tokens: whole numbers of 10⁻¹² for each token.
    const rates = fc.array(fc.integer({ min: 0, max: 100_000_000 }), { minLength: 7, maxLength: 7 });
    fc.assert(
      fc.property(completeUsages, rates, (usage, [input, cacheRead, cacheWrite, inputAudio, output, reasoning, outputAudio]) => {
        const price = { input: input! / 1e6, cacheRead: cacheRead! / 1e6, cacheWrite: cacheWrite! / 1e6, inputAudio: inputAudio! / 1e6, output: output! / 1e6, reasoning: reasoning! / 1e6, outputAudio: outputAudio! / 1e6 };
        const { inputDetails, outputDetails } = usage;
        const fresh = usage.input! - inputDetails['cacheRead']! - inputDetails['cacheWrite']! - inputDetails['audio']!;
        const text = usage.output! - outputDetails['reasoning']! - outputDetails['audio']!;
        const pairs = [[fresh, input], [inputDetails['cacheRead'], cacheRead], [inputDetails['cacheWrite'], cacheWrite], [inputDetails['audio'], inputAudio], [text, output], [outputDetails['reasoning'], reasoning], [outputDetails['audio'], outputAudio]] as const;
        const exact = pairs.reduce((sum, [tokens, rate]) => sum + BigInt(tokens!) * BigInt(rate!), 0n);
        const cost = costOf(usage, price)!;
        expect(Math.abs(cost.total! - Number(exact) / 1e12)).toBeLessThanOrEqual(1e-12 * Math.max(1, cost.total!));
        expect(Object.values(cost.computed!).reduce((a, b) => a + b, 0)).toBeCloseTo(cost.total!, 9);
      }),
      { numRuns: 1000 },
    );
  });
});
