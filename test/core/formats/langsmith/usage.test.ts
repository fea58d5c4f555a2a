import { describe, expect, test } from 'vitest';
import { oneRun, oneTrace, type Json } from './runs.ts';

const counted = { input_tokens: 10, output_tokens: 5, total_tokens: 15, input_token_details: { cache_read: 4, cache_creation: 3, audio: 1 }, output_token_details: { reasoning: 2 } };
const message = (kwargs: Json): Json => ({ generations: [[{ text: 'hi', message: { lc: 1, type: 'constructor', id: ['langchain_core', 'messages', 'AIMessage'], kwargs } }]] });

describe('tokens', () => {
  test.each<[string, Json, object]>([
    ['1. the fields of the API', { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15, prompt_token_details: { cache_read: 4 }, completion_token_details: { raw: { reasoning: 2 } } }, { inputDetails: { cacheRead: 4 }, outputDetails: { reasoning: 2 } }],
    ['2. the metadata', { extra: { metadata: { usage_metadata: counted } } }, { inputDetails: { cacheRead: 4, cacheWrite: 3, audio: 1 }, outputDetails: { reasoning: 2 } }],
    ['3. the outputs', { outputs: { usage_metadata: counted } }, { inputDetails: { cacheRead: 4, cacheWrite: 3, audio: 1 }, outputDetails: { reasoning: 2 } }],
    ['4. the message', { outputs: message({ usage_metadata: counted }) }, { inputDetails: { cacheRead: 4, cacheWrite: 3, audio: 1 }, outputDetails: { reasoning: 2 } }],
    ['5. the response metadata, Python', { outputs: message({ response_metadata: { token_usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15, prompt_tokens_details: { cached_tokens: 4 }, completion_tokens_details: { reasoning_tokens: 2 } } } }) }, { inputDetails: { cacheRead: 4 }, outputDetails: { reasoning: 2 } }],
    ['5. the response metadata, JavaScript', { outputs: message({ response_metadata: { tokenUsage: { promptTokens: 10, completionTokens: 5, totalTokens: 15 } } }) }, { inputDetails: {}, outputDetails: {} }],
    ['5. the response metadata, Anthropic', { outputs: message({ response_metadata: { usage: { input_tokens: 3, output_tokens: 5, cache_read_input_tokens: 4, cache_creation_input_tokens: 3 } } }) }, { inputDetails: { cacheRead: 4, cacheWrite: 3 }, outputDetails: {} }],
    ['6. llm_output', { outputs: { generations: [[{ text: 'hi' }]], llm_output: { token_usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 } } } }, { inputDetails: {}, outputDetails: {} }],
    ['6. llmOutput', { outputs: { generations: [[{ text: 'hi' }]], llmOutput: { tokenUsage: { promptTokens: 10, completionTokens: 5, totalTokens: 15 } } } }, { inputDetails: {}, outputDetails: {} }],
    ['7. the provider’s own, OpenAI', { outputs: { choices: [], usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 } } }, { inputDetails: {}, outputDetails: {} }],
    ['7. the provider’s own, OpenAI responses', { outputs: { output: [], usage: { input_tokens: 10, output_tokens: 5, total_tokens: 15, input_tokens_details: { cached_tokens: 4 }, output_tokens_details: { reasoning_tokens: 2 } } } }, { inputDetails: { cacheRead: 4 }, outputDetails: { reasoning: 2 } }],
    ['7. the provider’s own, Anthropic: cached tokens are beside the input', { outputs: { content: [], usage: { input_tokens: 3, output_tokens: 5, cache_read_input_tokens: 4, cache_creation_input_tokens: 3 } } }, { inputDetails: { cacheRead: 4, cacheWrite: 3 }, outputDetails: {} }],
    ['7. the provider’s own, Google: thoughts are beside the output', { outputs: { usageMetadata: { promptTokenCount: 10, candidatesTokenCount: 3, thoughtsTokenCount: 2, totalTokenCount: 15, cachedContentTokenCount: 4 } } }, { inputDetails: { cacheRead: 4 }, outputDetails: { reasoning: 2 } }],
    ['7. the provider’s own, Vercel', { outputs: { usage: { inputTokens: 10, outputTokens: 5, totalTokens: 15 } } }, { inputDetails: {}, outputDetails: {} }],
  ])('%s', (_, rest, details) => {
    expect(oneRun(rest).usage).toEqual({ input: 10, output: 5, total: 15, ...details });
  });

  test('the first place that knows is believed', () => {
    const one = { usage_metadata: { input_tokens: 1, output_tokens: 1, total_tokens: 2 } };
    expect(oneRun({ total_tokens: 99, prompt_tokens: 90, completion_tokens: 9, extra: { metadata: one }, outputs: { usage_metadata: counted } }).usage).toMatchObject({ input: 90, total: 99 });
    expect(oneRun({ extra: { metadata: one }, outputs: { usage_metadata: counted } }).usage).toMatchObject({ input: 1, total: 2 });
    expect(oneRun({ outputs: { usage_metadata: counted, ...message(one) } }).usage).toMatchObject({ input: 10 });
    expect(oneRun({ outputs: { ...message({}), llm_output: { token_usage: { prompt_tokens: 7 } }, usage: { input_tokens: 8 } } }).usage).toMatchObject({ input: 7, output: null, total: null });
  });

  test('where nobody tells any, there are none', () => {
    for (const rest of [{}, { outputs: message({}) }, { outputs: null }, { total_tokens: 0, prompt_tokens: 0, completion_tokens: 0 }, { extra: { metadata: { usage_metadata: {} } } }, { extra: { metadata: { usage_metadata: { input_tokens: null } } } }]) {
      expect(oneRun(rest).usage).toBeNull();
    }
  });

  test('zeros of the API do not hide what another place tells', () => {
    expect(oneRun({ total_tokens: 0, prompt_tokens: 0, completion_tokens: 0, outputs: { usage_metadata: counted } }).usage).toMatchObject({ input: 10, output: 5 });
  });

  test('the answers to several prompts add up, several answers to one prompt do not', () => {
    const answer = (usage: Json) => ({ message: { kwargs: { usage_metadata: usage } } });
    const two = { input_tokens: 1, output_tokens: 2, total_tokens: 3, input_token_details: { cache_read: 1 } };
    expect(oneRun({ outputs: { generations: [[answer(counted)], [answer(two)]] } }).usage).toMatchObject({ input: 11, output: 7, total: 18, inputDetails: { cacheRead: 5 } });
    expect(oneRun({ outputs: { generations: [[answer(counted), answer(counted)]] } }).usage).toMatchObject({ input: 10, output: 5, total: 15 });
    expect(oneRun({ outputs: { generations: [[{ text: 'x' }, answer(two)]] } }).usage).toMatchObject({ input: 1, total: 3 });
  });

  test('cache writes by lifetime are not added to their sum', () => {
    const details = (input_token_details: Json) => oneRun({ outputs: { usage_metadata: { ...counted, input_token_details } } }).usage!.inputDetails;
    expect(details({ cache_creation: 300, ephemeral_5m_input_tokens: 200, ephemeral_1h_input_tokens: 100 })).toEqual({ cacheWrite: 300, cacheWrite5m: 200, cacheWrite1h: 100 });
    expect(details({ cache_creation: 350, ephemeral_5m_input_tokens: 200, ephemeral_1h_input_tokens: 100 })).toMatchObject({ cacheWrite: 350 });
    expect(details({ cache_creation: 0, ephemeral_5m_input_tokens: 200, ephemeral_1h_input_tokens: 100 })).toEqual({ cacheWrite: 300, cacheWrite5m: 200, cacheWrite1h: 100 });
    expect(details({ ephemeral_5m_input_tokens: 200 })).toEqual({ cacheWrite: 200, cacheWrite5m: 200 });
  });

  test('details of unknown names are kept', () => {
    expect(oneRun({ outputs: { usage_metadata: { ...counted, input_token_details: { over_200k: 7, priority_cache_read: 8, constructor: 9 } } } }).usage!.inputDetails).toEqual({ over200k: 7, priorityCacheRead: 8, constructor: 9 });
  });
});

describe('money', () => {
  test.each<[string, Json]>([
    ['of the API, as numbers', { prompt_cost: 0.5, completion_cost: 0.25, total_cost: 0.75 }],
    ['of the API, as decimal text', { prompt_cost: '0.5', completion_cost: '0.250', total_cost: '0.75' }],
    ['in the metadata', { extra: { metadata: { usage_metadata: { input_cost: 0.5, output_cost: 0.25, total_cost: 0.75 } } } }],
    ['in the outputs', { outputs: { usage_metadata: { ...counted, input_cost: 0.5, output_cost: 0.25, total_cost: 0.75 } } }],
  ])('%s', (_, rest) => {
    expect(oneRun(rest).cost).toEqual({ input: 0.5, output: 0.25, total: 0.75, currency: 'USD' });
  });

  test('of a tool that counts no tokens', () => {
    expect(oneRun({ run_type: 'tool', extra: { metadata: { usage_metadata: { total_cost: 0.01 } } } })).toMatchObject({ usage: null, cost: { input: null, output: null, total: 0.01 } });
  });

  test('of an answer alone', () => {
    expect(oneRun({ completion_cost: '0.25' }).cost).toEqual({ input: null, output: 0.25, total: null, currency: 'USD' });
  });

  test('told beside tokens of another place', () => {
    expect(oneRun({ extra: { metadata: { usage_metadata: { input_tokens: 1 } } }, outputs: { usage_metadata: { total_cost: 0.5 } } })).toMatchObject({ usage: { input: 1 }, cost: { total: 0.5 } });
  });

  test('that nobody tells is none', () => {
    expect(oneRun({ total_cost: null, prompt_cost: null, completion_cost: null }).cost).toBeNull();
  });
});

test('an agent’s API page: parents repeat their children, and nothing is counted twice', () => {
  const run = (id: string, parent: string | null, run_type: string, tokens: number | null, cost: string | null): Json => ({
    id, trace_id: 'root', parent_run_id: parent, name: id, run_type, start_time: '2026-11-21T23:29:33.000000', end_time: '2026-11-21T23:29:34.000000', inputs: {},
    total_tokens: tokens ?? 0, prompt_tokens: tokens ?? 0, completion_tokens: 0, total_cost: cost, prompt_cost: cost, completion_cost: null,
  });
  const trace = oneTrace({ runs: [run('b', 'node', 'llm', 30, '0.75'), run('tool', 'node', 'tool', null, null), run('a', 'node', 'llm', 12, '0.5'), run('node', 'root', 'chain', 42, '1.25'), run('root', null, 'chain', 42, '1.25')] });
  expect(trace.totalsOf({ id: 'root' })).toMatchObject({ llmCalls: 2, unmeteredCalls: 0, usage: { input: 42, total: 42 }, cost: { input: 1.25, total: 1.25 } });
  expect(trace.runs.filter(({ usage }) => usage !== null).map(({ id }) => id).toSorted()).toEqual(['a', 'b']);
});
