import { calcPrice, waitForUpdate, type Provider } from '@pydantic/genai-prices';
import { describe, expect, test } from 'vitest';
import { costOf } from '../../../../src/core/analysis/pricing/cost-of.ts';
import { genaiPrices } from '../../../../src/core/analysis/pricing/genai.ts';
import type { Price } from '../../../../src/core/analysis/pricing/price.ts';
import { priceTraces } from '../../../../src/core/analysis/pricing/price-traces.ts';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';
import type { Usage } from '../../../../src/core/model/usage.ts';
import { usageOf } from '../usage/usages.ts';

const MOMENT = Date.parse('2026-11-20T12:00:00Z');
const [trace] = buildTraces([{ id: 'a', name: 'call', kind: 'llm', startTime: MOMENT, endTime: MOMENT + 1 }]);
const book = genaiPrices() as (run: unknown, moment: number) => Price | null;

function priceOf(name: string | null, provider: string | null, moment = MOMENT): Price | null {
  return book({ ...trace!.runs[0]!, model: name === null && provider === null ? null : { name, provider, parameters: {} } }, moment);
}

const USAGES: readonly Usage[] = [
  usageOf({ fresh: 1000, text: 500 }),
  usageOf({ fresh: 1000, cacheRead: 5000, cacheWrite: 300, text: 500, reasoning: 200 }),
  usageOf({ fresh: 150_000, cacheRead: 60_000, text: 500 }),
  usageOf({ fresh: 1_500_000, text: 90_000, reasoning: 10_000 }),
  usageOf({ fresh: 128_000, text: 1 }),
  usageOf({ fresh: 200_001, text: 1 }),
];

/** The package's own words for the same tokens. */
function wordsFor({ input, output, inputDetails, outputDetails }: Usage) {
  const known = (name: string, tokens: number | undefined) => (tokens ? { [name]: tokens } : {});
  return {
    input_tokens: input!, output_tokens: output!, ...known('cache_read_tokens', inputDetails['cacheRead']), ...known('cache_write_tokens', inputDetails['cacheWrite']),
    ...known('output_reasoning_tokens', outputDetails['reasoning']),
  };
}

describe('genaiPrices', () => {
  test('every model of the package costs what the package itself computes', async () => {
    const providers = (await waitForUpdate()) as Provider[];
    let compared = 0;
    const wrong: string[] = [];
    for (const { id: providerId, models } of providers) {
      for (const { id } of models) {
        const price = priceOf(id, providerId);
        for (const usage of USAGES) {
          let expected: ReturnType<typeof calcPrice>;
          try {
            expected = calcPrice(wordsFor(usage), id, { providerId, timestamp: new Date(MOMENT) });
          } catch {
            continue;
          }
          if (expected === null) {
            if (price !== null) wrong.push(`${providerId} ${id} has a price`);
            continue;
          }
          // Where it has no price for a side, it counts 0; here that side is not known.
          const total = price === null ? null : (costOf(usage, price)?.total ?? null);
          if (expected.model_price['input_mtok'] === undefined || expected.model_price['output_mtok'] === undefined) continue;
          compared++;
          if (total === null || Math.abs(total - expected.total_price) > 1e-9 * Math.max(1, total)) wrong.push(`${providerId} ${id}: ${total}, not ${expected.total_price}`);
        }
      }
    }
    expect(wrong).toEqual([]);
    expect(compared).toBeGreaterThan(5000);
  });

  test('a side without a price has no cost', () => {
    const price = priceOf('text-embedding-3-small', 'openai')!;
    expect(price.output).toBeUndefined();
    expect(costOf({ input: 1_000_000, output: null, total: 1_000_000, inputDetails: {}, outputDetails: {} }, price)).toMatchObject({ input: 0.02, total: 0.02 });
  });

  test('tiers are of the whole request', () => {
    expect(priceOf('gemini-2.5-pro', 'google')).toMatchObject({ input: 1.25, output: 10, currency: 'USD', tiers: [{ above: 200_000, input: 2.5, output: 15 }] });
  });

  test('providers as tracers spell them, and none', () => {
    const expected = priceOf('gpt-4o', 'openai');
    expect(expected).toMatchObject({ input: 2.5, output: 10 });
    expect(priceOf('gpt-4o', null)).toEqual(expected);
    expect(priceOf('gemini-2.5-pro', 'gcp.vertex_ai')).toEqual(priceOf('gemini-2.5-pro', 'google'));
    expect(priceOf('grok-4', 'x_ai')).toEqual(priceOf('grok-4', 'x-ai'));
    expect(priceOf('grok-4', 'x_ai')).not.toBeNull();
    expect(priceOf('no-such-model', 'openai')).toBeNull();
    expect(priceOf('gpt-4o', 'nobody')).toBeNull();
    expect(priceOf(null, 'openai')).toBeNull();
    expect(priceOf(null, null)).toBeNull();
  });

  test('a price that changes with the hour is asked for each time', () => {
    // DeepSeek V3 was cheaper from 16:30 to 0:30 UTC.
    const at = (time: string) => priceOf('deepseek-chat', 'deepseek', Date.parse(`2026-06-01T${time}Z`))?.input;
    expect([at('12:00'), at('20:00'), at('12:00')]).toEqual([0.27, 0.135, 0.27]);
    expect(priceOf('deepseek-chat', 'deepseek', Number.NaN)).toBeNull();
  });

  test('prices a trace; what it does not know is told', () => {
    const { traces, issues } = priceTraces(
      buildTraces([
        { id: 'a', traceId: 't', name: 'call', kind: 'llm', startTime: MOMENT, endTime: MOMENT + 1, model: { name: 'gpt-4o', provider: 'openai' }, usage: { input: 1_000_000, output: 100_000 } },
        { id: 'b', traceId: 't', name: 'call', kind: 'llm', startTime: MOMENT, endTime: MOMENT + 1, model: { name: 'home-made', provider: 'openai' }, usage: { input: 1, output: 1 } },
      ]),
      genaiPrices(),
    );
    expect(traces[0]!.get('a')?.cost?.total).toBe(3.5);
    expect(issues).toMatchObject([{ code: 'unknown-price', runId: 'b' }]);
  });
});
