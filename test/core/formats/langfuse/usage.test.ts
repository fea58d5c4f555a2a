import { describe, expect, test } from 'vitest';
import { oneRun, oneTrace, observation, traceOf } from './observations.ts';

const usageOf = (usageDetails: unknown) => oneRun({ type: 'GENERATION', usageDetails }).usage;

describe('tokens', () => {
  test('in buckets that do not overlap, as Anthropic counts', () => {
    expect(usageOf({ input: 10, output: 5, cache_read_input_tokens: 900, cache_creation_input_tokens: 90, total: 1005 })).toEqual({ input: 1000, output: 5, total: 1005, inputDetails: { cacheRead: 900, cacheWrite: 90 }, outputDetails: {} });
  });

  test('in buckets that do not overlap, as Langfuse keeps OpenAI’s', () => {
    expect(usageOf({ input: 30, input_cached_tokens: 70, output: 6, output_reasoning_tokens: 4, total: 110 })).toEqual({ input: 100, output: 10, total: 110, inputDetails: { cacheRead: 70 }, outputDetails: { reasoning: 4 } });
  });

  test('as parts of the input, where a key has a dot', () => {
    expect(usageOf({ input: 100, 'prompt_details.cache_read': 70, 'prompt_details.audio': 1, output: 10, 'completion_details.reasoning': 4, total: 110 })).toEqual({ input: 100, output: 10, total: 110, inputDetails: { cacheRead: 70, audio: 1 }, outputDetails: { reasoning: 4 } });
    // Gemini through OpenInference, recorded in August 2025.
    expect(usageOf({ total: 2061, input: 6, 'completion_details.reasoning': 1104, output: 2055 })).toMatchObject({ input: 6, output: 2055, total: 2061, outputDetails: { reasoning: 1104 } });
  });

  test('as parts of the input, where the total says so', () => {
    expect(usageOf({ input: 100, input_cached_tokens: 70, output: 10, total: 110 })).toMatchObject({ input: 100, output: 10, total: 110, inputDetails: { cacheRead: 70 } });
  });

  test('in buckets, where there is no total to ask', () => {
    expect(usageOf({ input: 30, input_cached_tokens: 70, output: 10 })).toMatchObject({ input: 100, output: 10, total: 110 });
  });

  test('written to a cache for five minutes or an hour are written to the cache', () => {
    expect(usageOf({ input: 1, input_cache_creation_5m: 20, input_cache_creation_1h: 30, output: 2, total: 53 })).toMatchObject({ input: 51, inputDetails: { cacheWrite: 50, cacheWrite5m: 20, cacheWrite1h: 30 } });
  });

  test('of the input alone: the output is not known', () => {
    expect(usageOf({ input: 12, total: 12 })).toMatchObject({ input: 12, output: null, total: 12 });
  });

  test('0 everywhere are none that were counted', () => {
    expect(usageOf({ input: 0, output: 0, total: 0 })).toBeNull();
    expect(usageOf({})).toBeNull();
  });

  test('-1 were not asked for', () => {
    expect(oneRun({ type: 'GENERATION', usageDetails: { input: -1, output: -1, total: -1 }, promptTokens: -1, calculatedTotalCost: -1, usage: { input: -1, output: -1, total: -1 } })).toMatchObject({ usage: null, cost: null });
  });

  test('of old answers stand beside the run, or under usage', () => {
    expect(oneRun({ usageDetails: undefined, usage: undefined, promptTokens: 3, completionTokens: 4, totalTokens: 7 }).usage).toMatchObject({ input: 3, output: 4, total: 7 });
    expect(oneRun({ usageDetails: null, usage: { unit: 'TOKENS', input: 3, output: 4, total: 7 } }).usage).toMatchObject({ input: 3, output: 4, total: 7 });
  });

  test('are a name for other units too, which are no tokens', () => {
    expect(usageOf({ images: 3 })).toBeNull();
    expect(usageOf({ input: 5, images: 3, total: 5 })).toMatchObject({ input: 5, inputDetails: {} });
  });

  test('under the names of others’ methods', () => {
    expect(usageOf({ input: 5, 'input_constructor': 2, 'prompt_details.__proto__': 1, total: 7 })).toMatchObject({ input: 7, inputDetails: { constructor: 2 } });
  });

  test('of a step of the Vercel AI SDK are not those of the call around it', () => {
    const trace = oneTrace(traceOf([
      observation('outer', { name: 'ai.streamText', type: 'GENERATION', usageDetails: { input: 14, output: 43, total: 57 }, costDetails: { total: 0.5 } }),
      observation('step', { name: 'ai.streamText.doStream', type: 'GENERATION', parentObservationId: 'outer', usageDetails: { input: 62, output: 85, total: 147 }, costDetails: { total: 0.9 } }),
    ]));
    expect(trace.get('outer')).toMatchObject({ usage: null, cost: null });
    expect(trace.totalsOf({ id: 'outer' })).toMatchObject({ usage: { input: 62, output: 85 }, cost: { total: 0.9 } });
  });
});

describe('cost', () => {
  const costOf = (rest: Record<string, unknown>) => oneRun({ type: 'GENERATION', ...rest }).cost;

  test('by bucket', () => {
    expect(costOf({ costDetails: { input: 0.25, input_cached_tokens: 0.25, output: 0.5, output_reasoning_tokens: 0.125, total: 1.125 } })).toEqual({ input: 0.5, output: 0.625, total: 1.125, currency: 'USD' });
  });

  test('of which only the total is known', () => {
    expect(costOf({ costDetails: { total: 0.25 } })).toEqual({ input: null, output: null, total: 0.25, currency: 'USD' });
  });

  test('of old answers and exports', () => {
    expect(costOf({ costDetails: {}, calculatedInputCost: 0.25, calculatedOutputCost: 0.5, calculatedTotalCost: 0.75 })).toMatchObject({ input: 0.25, output: 0.5, total: 0.75 });
    expect(costOf({ costDetails: {}, calculatedTotalCost: undefined, inputCost: '0.25', outputCost: null, totalCost: 0.25 })).toMatchObject({ input: 0.25, output: null, total: 0.25 });
  });

  test('0 of a run that counted no tokens is none; of one that did, it was free', () => {
    expect(costOf({ costDetails: {}, totalCost: 0 })).toBeNull();
    expect(costOf({ costDetails: { input: 0, output: 0, total: 0 }, usageDetails: {} })).toBeNull();
    expect(costOf({ costDetails: { input: 0, output: 0, total: 0 }, usageDetails: { input: 5, output: 5, total: 10 } })).toMatchObject({ total: 0 });
  });
});
