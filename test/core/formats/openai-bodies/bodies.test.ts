import { describe, expect, test } from 'vitest';
import { messagesOf, readOpenAiBodies, readTraces, toolCallsOf, type Run } from '../../../../src/core/index.ts';
import { fixture } from '../fixtures.ts';

type Json = Record<string, unknown>;

const completion = (rest: Json = {}): Json => ({ id: 'chatcmpl-1', object: 'chat.completion', created: 1795303773, model: 'gpt-4.1', choices: [{ index: 0, message: { role: 'assistant', content: 'Hello' }, finish_reason: 'stop' }], usage: { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7 }, ...rest });
const request: Json = { model: 'gpt-4.1', messages: [{ role: 'system', content: 'Be brief.' }, { role: 'user', content: 'Hi' }], temperature: 0.5 };

function oneRun(input: unknown): Run {
  expect(readTraces(input).format).toBe('openai-bodies');
  const { traces } = readOpenAiBodies(input);
  expect(traces).toHaveLength(1);
  expect(traces[0]!.runs).toHaveLength(1);
  return traces[0]!.runs[0]!;
}

const parts = (run: Run) => messagesOf(run).map(({ side, role, parts: of }) => [side, role, of.map(({ type }) => type).join()]);

/** What the fixtures hold, summed over all of a file. */
test.each([
  ['chat-pairs.json', { calls: 2, errors: 0, input: 129, output: 36, messages: 7 }],
  ['responses.json', { calls: 2, errors: 1, input: 328, output: 52, messages: 5 }],
  ['anthropic-pairs.json', { calls: 1, errors: 0, input: 1325, output: 80, messages: 3 }],
  ['batch.jsonl', { calls: 4, errors: 2, input: 16, output: 3, messages: 4 }],
])('%s holds and reads what is stated', (name, stated) => {
  const document = fixture('openai-bodies', name) as Json[];
  const usages = document.map((item) => (item['usage'] ?? ((item['response'] as Json | null)?.['usage'] ?? ((item['response'] as Json | null)?.['body'] as Json | undefined)?.['usage'])) as Json | null | undefined);
  const sum = (...keys: string[]) => usages.flatMap((usage) => keys.map((key) => Number(usage?.[key] ?? 0))).reduce((a, b) => a + b, 0);
  expect({ input: sum('prompt_tokens', 'input_tokens', 'cache_creation_input_tokens', 'cache_read_input_tokens'), output: sum('completion_tokens', 'output_tokens') }).toEqual({ input: stated.input, output: stated.output });

  const { traces } = readOpenAiBodies(document);
  const totals = traces.map((trace) => trace.totalsOf(trace.roots[0]!));
  const add = (of: (figures: (typeof totals)[number]) => number | null | undefined) => totals.reduce((total, figures) => total + (of(figures) ?? 0), 0);
  expect({ calls: traces.length, errors: add(({ errors }) => errors), input: add(({ usage }) => usage?.input), output: add(({ usage }) => usage?.output), messages: traces.flatMap(({ runs }) => runs.flatMap(messagesOf)).length }).toEqual(stated);
});

describe('a chat completion', () => {
  test('alone, with its request, and the request alone', () => {
    expect(oneRun(completion())).toMatchObject({ id: 'chatcmpl-1', traceId: 'chatcmpl-1', name: 'gpt-4.1', kind: 'llm', sourceKind: 'chat.completion', status: 'success', start: 0, end: null, usage: { input: 5, output: 2, total: 7 }, metadata: { finish_reasons: ['stop'] } });
    const pair = oneRun({ request, response: completion() });
    expect(parts(pair)).toEqual([['input', 'system', 'text'], ['input', 'user', 'text'], ['output', 'assistant', 'text']]);
    expect(pair.model).toEqual({ name: 'gpt-4.1', provider: null, parameters: { temperature: 0.5 } });
    expect(oneRun(request)).toMatchObject({ id: 'call-1', name: 'gpt-4.1', sourceKind: 'request', status: 'running', usage: null });
    expect(parts(oneRun(request))).toHaveLength(2);
  });

  test('begins when it says that it was created', () => {
    expect(readOpenAiBodies(completion()).traces[0]!.startTime).toBe(1795303773000);
  });

  test('that refuses says so; one with several answers has all of them', () => {
    const refused = oneRun(completion({ choices: [{ message: { role: 'assistant', content: null, refusal: 'No.' } }] }));
    expect(messagesOf(refused)[0]!.parts).toEqual([{ type: 'text', text: 'No.', isRefusal: true }]);
    expect(parts(oneRun(completion({ choices: [0, 1].map((index) => ({ index, message: { role: 'assistant', content: `${index}` } })) })))).toHaveLength(2);
  });

  test('of a gateway tells its cost', () => {
    expect(oneRun(completion({ usage: { prompt_tokens: 5, completion_tokens: 2, total_tokens: 7, cost: 0.25 } })).cost).toMatchObject({ total: 0.25, currency: 'USD' });
  });

  test('as an example for training', () => {
    expect(parts(oneRun([{ messages: [{ role: 'user', content: 'Hi' }, { role: 'assistant', content: 'Hello' }] }]))).toHaveLength(2);
  });
});

describe('a response', () => {
  const [response] = fixture('openai-bodies', 'responses.json') as Json[];

  test('reasoning, a search, a call and a cited answer', () => {
    const run = oneRun(response);
    expect(run).toMatchObject({ start: 0, end: 4000, status: 'success', usage: { input: 328, inputDetails: { cacheRead: 256 }, outputDetails: { reasoning: 40 } }, links: [{ traceId: 'resp_before', runId: 'resp_before' }] });
    expect(parts(run)).toEqual([['input', 'system', 'text'], ['output', 'assistant', 'reasoning'], ['output', 'assistant', 'other'], ['output', 'assistant', 'tool-call'], ['output', 'assistant', 'text']]);
    expect(toolCallsOf(run)).toMatchObject([{ id: 'call_9', name: 'get_weather', arguments: { city: 'Tokyo' } }]);
    expect(messagesOf(run).at(-1)!.parts[0]).toMatchObject({ citations: [{ url: 'https://example.com/tokyo', title: 'Tokyo' }] });
  });

  test.each([['completed', 'success'], ['incomplete', 'success'], ['failed', 'error'], ['in_progress', 'running'], ['queued', 'running'], ['cancelled', 'interrupted'], ['to come', 'success']])('that is %s is %s', (status, expected) => {
    expect(oneRun({ ...response, status }).status).toBe(expected);
  });

  test('with its request: text, or a list', () => {
    expect(parts(oneRun({ request: { model: 'gpt-5', input: 'Hi', instructions: 'Be brief.' }, response })).slice(0, 2)).toEqual([['input', 'system', 'text'], ['input', 'user', 'text']]);
    expect(parts(oneRun({ request: { model: 'gpt-5', input: [{ role: 'user', content: [{ type: 'input_text', text: 'Hi' }] }, { type: 'function_call_output', call_id: 'c', output: '1' }] }, response })).slice(0, 2)).toEqual([['input', 'user', 'text'], ['input', 'tool', 'tool-result']]);
  });

  test('of a conversation is a turn of its thread', () => {
    expect(readOpenAiBodies({ ...response, conversation: { id: 'conv_1' } }).traces[0]!.threadId).toBe('conv_1');
  });
});

test('Anthropic’s messages: system with a cache mark, reasoning open and sealed, citations, cached tokens inside the input', () => {
  const run = oneRun(fixture('openai-bodies', 'anthropic-pairs.json'));
  expect(run).toMatchObject({ name: 'claude-sonnet-4-5-20250929', usage: { input: 1325, output: 80, inputDetails: { cacheRead: 1000, cacheWrite: 300, cacheWrite1h: 300 } }, metadata: { stop_reason: 'tool_use' }, model: { parameters: { max_tokens: 1024, thinking: { type: 'enabled' } } } });
  const [system, user, answer] = messagesOf(run);
  expect(system).toMatchObject({ role: 'system', parts: [{ type: 'text', cache: { type: 'ephemeral', lifetime: '1h' } }] });
  expect(user!.parts.map(({ type }) => type)).toEqual(['media', 'text']);
  expect(answer!.parts).toMatchObject([{ type: 'reasoning', text: 'Read it first.' }, { type: 'reasoning', sealed: 'redacted' }, { type: 'text', citations: [{ text: 'cats', title: 'Cats' }] }, { type: 'tool-call', call: { id: 'toolu_01', name: 'save', arguments: { title: 'Cats' } } }]);
});

describe('batches', () => {
  const document = fixture('openai-bodies', 'batch.jsonl') as Json[];

  test('a request stands with its answer, in whichever order they come', () => {
    for (const lines of [document, document.toReversed()]) {
      const run = readOpenAiBodies(lines).traces.find(({ id }) => id === 'chatcmpl-1')!.runs[0]!;
      expect(parts(run)).toEqual([['input', 'user', 'text'], ['output', 'assistant', 'text']]);
      expect(run).toMatchObject({ metadata: { custom_id: 'q-1', status_code: 200, request_id: 'req_1' }, model: { parameters: { max_tokens: 10 } } });
      expect(run.source).toHaveLength(2);
    }
  });

  test('what failed says why: the provider’s answer, or the batch’s', () => {
    const failed = (id: string) => readOpenAiBodies(document).traces.find((trace) => trace.id === id)!.runs[0]!;
    expect(failed('q-2')).toMatchObject({ status: 'error', error: { type: 'rate_limit_exceeded', message: 'Rate limit reached' } });
    expect(failed('q-3')).toMatchObject({ status: 'error', error: { type: 'batch_expired' } });
  });

  test('of Anthropic', () => {
    const { traces } = readOpenAiBodies([
      { custom_id: 'a', result: { type: 'succeeded', message: { id: 'msg_1', type: 'message', role: 'assistant', model: 'claude-opus-4-1', content: [{ type: 'text', text: 'Hi' }], stop_reason: 'end_turn', usage: { input_tokens: 5, output_tokens: 2 } } } },
      { custom_id: 'b', result: { type: 'errored', error: { type: 'error', error: { type: 'invalid_request_error', message: 'No.' } } } },
      { custom_id: 'c', result: { type: 'expired' } },
    ]);
    expect(traces.map(({ id, status, runs }) => [id, status, runs[0]!.error?.type])).toEqual([['msg_1', 'success', undefined], ['b', 'error', 'invalid_request_error'], ['c', 'error', 'expired']]);
  });
});

test('embeddings', () => {
  const run = oneRun({ request: { model: 'text-embedding-3-small', input: ['a', 'b'], dimensions: 2 }, response: { object: 'list', data: [{ object: 'embedding', index: 0, embedding: [0, 1] }], model: 'text-embedding-3-small', usage: { prompt_tokens: 2, total_tokens: 2 } } });
  expect(run).toMatchObject({ kind: 'embedding', usage: { input: 2, output: null, total: 2 }, inputs: { input: ['a', 'b'] } });
  expect(messagesOf(run)).toEqual([]);
});

test('what is none is told', () => {
  const { traces, issues } = readOpenAiBodies([completion(), { hello: 1 }, 5]);
  expect(traces).toHaveLength(1);
  expect(issues.map(({ code }) => code)).toEqual(['unrecognized-item', 'unrecognized-item']);
});
