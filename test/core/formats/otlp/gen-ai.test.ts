import { describe, expect, test } from 'vitest';
import { documentsOf, messagesOf, toolCallsOf } from '../../../../src/core/index.ts';
import { START, idOf, oneRun, oneTrace, request, span, type Json } from './spans.ts';

/** An agent as the conventions of 2026 have it: its span repeats the tokens of its calls. */
const agent = request([
  span(1, null, {
    'gen_ai.operation.name': 'invoke_agent', 'gen_ai.provider.name': 'openai', 'gen_ai.agent.name': 'weather', 'gen_ai.agent.id': 'asst_1', 'gen_ai.conversation.id': 'conv_7', 'gen_ai.request.model': 'gpt-4.1',
    'gen_ai.usage.input_tokens': 300, 'gen_ai.usage.output_tokens': 50, 'gen_ai.usage.cache_read.input_tokens': 100,
  }, { name: 'invoke_agent weather' }),
  span(2, 1, {
    'gen_ai.operation.name': 'chat', 'gen_ai.provider.name': 'openai', 'gen_ai.request.model': 'gpt-4.1', 'gen_ai.response.model': 'gpt-4.1-2025-04-14', 'gen_ai.request.temperature': 0.5, 'gen_ai.response.id': 'r1',
    'gen_ai.response.finish_reasons': ['tool_calls'], 'gen_ai.response.time_to_first_chunk': 0.0125, 'gen_ai.usage.input_tokens': 100, 'gen_ai.usage.output_tokens': 20, 'gen_ai.usage.reasoning.output_tokens': 12,
    'gen_ai.system_instructions': '[{"type":"text","content":"Be brief."}]',
    'gen_ai.input.messages': '[{"role":"user","parts":[{"type":"text","content":"Weather in Paris?"}]}]',
    'gen_ai.output.messages': '[{"role":"assistant","parts":[{"type":"tool_call","id":"call_1","name":"get_weather","arguments":{"city":"Paris"}}],"finish_reason":"tool_call"}]',
  }, { name: 'chat gpt-4.1', kind: 3 }),
  span(3, 1, {
    'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': 'get_weather', 'gen_ai.tool.type': 'function', 'gen_ai.tool.call.id': 'call_1', 'gen_ai.tool.call.arguments': '{"city":"Paris"}', 'gen_ai.tool.call.result': '{"celsius":21}',
  }, { name: 'execute_tool get_weather' }),
  span(4, 1, {
    'gen_ai.operation.name': 'retrieval', 'gen_ai.data_source.id': 'docs', 'gen_ai.retrieval.query.text': 'umbrella?', 'gen_ai.retrieval.top_k': 2,
    'gen_ai.retrieval.documents': [{ id: 'd1', score: 0.75, content: 'Take one.' }, { id: 'd2', score: 0.5, content: 'Leave it.', metadata: { page: 2 } }],
  }, { name: 'retrieval docs' }),
  span(5, 1, {
    'gen_ai.operation.name': 'chat', 'gen_ai.provider.name': 'openai', 'gen_ai.request.model': 'gpt-4.1', 'gen_ai.usage.input_tokens': 200, 'gen_ai.usage.output_tokens': 30, 'gen_ai.usage.cache_read.input_tokens': 100,
    'gen_ai.input.messages': [{ role: 'tool', parts: [{ type: 'tool_call_response', id: 'call_1', response: { celsius: 21 } }] }],
    'gen_ai.output.messages': [{ role: 'assistant', parts: [{ type: 'reasoning', content: 'Warm.' }, { type: 'text', content: '21 degrees.' }], finish_reason: 'stop' }],
  }, { name: 'chat gpt-4.1' }),
]);

describe('an agent', () => {
  const trace = oneTrace(agent);
  const run = (nth: number) => trace.get(idOf(nth))!;

  test('has kinds, the tracer’s words, and the conversation', () => {
    expect(trace.runs.map(({ kind, sourceKind, name }) => [kind, sourceKind, name])).toEqual([
      ['agent', 'invoke_agent', 'invoke_agent weather'], ['llm', 'chat', 'chat gpt-4.1'], ['tool', 'execute_tool', 'execute_tool get_weather'], ['retriever', 'retrieval', 'retrieval docs'], ['llm', 'chat', 'chat gpt-4.1'],
    ]);
    expect(trace).toMatchObject({ threadId: 'conv_7', project: 'shop', name: 'invoke_agent weather' });
  });

  test('counts the tokens of its calls once', () => {
    expect(run(1).usage).toBeNull();
    expect(run(2).usage).toEqual({ input: 100, output: 20, total: 120, inputDetails: {}, outputDetails: { reasoning: 12 } });
    expect(trace.totalsOf(run(1))).toMatchObject({ llmCalls: 2, toolCalls: 1, unmeteredCalls: 0, usage: { input: 300, output: 50, total: 350, inputDetails: { cacheRead: 100 }, outputDetails: { reasoning: 12 } } });
    expect(trace.issues.map(({ code }) => code)).toEqual(['repeated-usage']);
  });

  test('has models as they answered, else as they were asked for', () => {
    expect(run(2).model).toEqual({ name: 'gpt-4.1-2025-04-14', provider: 'openai', parameters: { temperature: 0.5 } });
    expect(run(5).model).toMatchObject({ name: 'gpt-4.1', provider: 'openai' });
  });

  test('has the first token so many seconds after the start of its call', () => {
    expect(run(2).start).toBe(1);
    expect(run(2).firstToken).toBe(13.5);
    expect(run(5).firstToken).toBeNull();
  });

  test('has messages, as text and as structure', () => {
    expect(messagesOf(run(2))).toMatchObject([
      { side: 'input', role: 'system', parts: [{ type: 'text', text: 'Be brief.' }] },
      { side: 'input', role: 'user', parts: [{ type: 'text', text: 'Weather in Paris?' }] },
      { side: 'output', role: 'assistant', parts: [{ type: 'tool-call', call: { id: 'call_1', name: 'get_weather', arguments: { city: 'Paris' } } }] },
    ]);
    expect(messagesOf(run(5))).toMatchObject([
      { side: 'input', role: 'tool', parts: [{ type: 'tool-result', callId: 'call_1', result: { celsius: 21 } }] },
      { side: 'output', role: 'assistant', parts: [{ type: 'reasoning', text: 'Warm.' }, { type: 'text', text: '21 degrees.' }] },
    ]);
  });

  test('has the tool’s call, with what it answered', () => {
    expect(toolCallsOf(run(3))).toEqual([{ id: 'call_1', name: 'get_weather', arguments: { city: 'Paris' }, result: { celsius: 21 } }]);
    expect(run(3)).toMatchObject({ inputs: { city: 'Paris' }, outputs: { celsius: 21 } });
  });

  test('has the documents that it found', () => {
    expect(documentsOf(run(4))).toEqual([{ id: 'd1', content: 'Take one.', score: 0.75, metadata: {} }, { id: 'd2', content: 'Leave it.', score: 0.5, metadata: { page: 2 } }]);
    expect(run(4).inputs).toBe('umbrella?');
  });

  test('keeps every attribute that nothing else shows', () => {
    expect(run(2).metadata).toMatchObject({ 'gen_ai.request.temperature': 0.5, 'gen_ai.response.id': 'r1', 'gen_ai.response.finish_reasons': ['tool_calls'] });
    expect(run(1).metadata).toMatchObject({ 'gen_ai.agent.name': 'weather', 'gen_ai.agent.id': 'asst_1' });
    expect(Object.keys(run(2).metadata)).not.toContain('gen_ai.input.messages');
  });
});

describe('the names of older versions', () => {
  test.each<[string, Json, object]>([
    ['tokens of 2024', { 'gen_ai.usage.prompt_tokens': 7, 'gen_ai.usage.completion_tokens': 3 }, { usage: { input: 7, output: 3, total: 10 } }],
    ['both: the newer', { 'gen_ai.usage.prompt_tokens': 1, 'gen_ai.usage.input_tokens': 7, 'gen_ai.usage.output_tokens': 3, 'gen_ai.usage.completion_tokens': 1 }, { usage: { input: 7, output: 3 } }],
    ['cache', { 'gen_ai.usage.input_tokens': 7, 'gen_ai.usage.cache_read_input_tokens': 5, 'gen_ai.usage.cache_creation_input_tokens': 2 }, { usage: { inputDetails: { cacheRead: 5, cacheWrite: 2 } } }],
    ['cache, renamed', { 'gen_ai.usage.input_tokens': 7, 'gen_ai.usage.cache_creation.input_tokens': 1, 'gen_ai.usage.cache_write.input_tokens': 2 }, { usage: { inputDetails: { cacheWrite: 2 } } }],
    ['the system', { 'gen_ai.system': 'az.ai.openai', 'gen_ai.request.model': 'gpt' }, { model: { name: 'gpt', provider: 'az.ai.openai' } }],
    ['system and provider', { 'gen_ai.provider.name': 'azure.ai.openai', 'gen_ai.system': 'az.ai.openai' }, { model: { provider: 'azure.ai.openai' } }],
  ])('%s', (_, attributes, expected) => {
    expect(oneRun(attributes)).toMatchObject(expected);
  });
});

describe('kinds', () => {
  test.each([['chat', 'llm'], ['generate_content', 'llm'], ['text_completion', 'llm'], ['fetch_response', 'llm'], ['embeddings', 'embedding'], ['retrieval', 'retriever'], ['create_agent', 'agent'], ['invoke_agent', 'agent'], ['invoke_workflow', 'chain'], ['plan', 'chain'], ['execute_tool', 'tool'], ['search_memory', 'retriever'], ['create_memory', 'tool']])('%s is %s', (operation, kind) => {
    expect(oneRun({ 'gen_ai.operation.name': operation })).toMatchObject({ kind, sourceKind: operation });
  });

  test.each<[Json, string]>([
    [{ 'gen_ai.tool.name': 'f' }, 'tool'],
    [{ 'gen_ai.retrieval.documents': '[]' }, 'retriever'],
    [{ 'gen_ai.embeddings.dimension.count': 512, 'gen_ai.request.model': 'e' }, 'embedding'],
    [{ 'gen_ai.request.model': 'gpt' }, 'llm'],
    [{ 'gen_ai.usage.input_tokens': 5 }, 'llm'],
    [{ 'http.method': 'GET' }, 'other'],
  ])('of no operation, %j is %s', (attributes, kind) => {
    const trace = oneTrace(request([span(1, null, attributes)]));
    expect(trace.runs[0]).toMatchObject({ kind, sourceKind: 'INTERNAL' });
    expect(trace.issues).toEqual([]);
  });

  test('an operation that nobody knows is told', () => {
    expect(oneTrace(request([span(1, null, { 'gen_ai.operation.name': 'dream' })]))).toMatchObject({ runs: [{ kind: 'other', sourceKind: 'dream' }], issues: [{ code: 'unknown-kind' }] });
  });
});

describe('the first token', () => {
  test.each([1e300, -1e300, 1e15, 'soon', true])('of %j seconds is none, and harms nothing', (seconds) => {
    expect(oneRun({ 'gen_ai.response.time_to_first_chunk': seconds }).firstToken).toBeNull();
  });

  test('is exact to the nanosecond', () => {
    expect(oneRun({ 'gen_ai.response.time_to_first_chunk': 0.000000003 }).firstToken).toBe(0.000003);
    expect(oneRun({ 'gen_ai.response.time_to_first_chunk': 2 }).firstToken).toBe(2000);
  });

  test.each(['First Token Stream Event', 'gen_ai.first_token', 'ai.stream.firstChunk', 'first-token'])('may be the event “%s”', (name) => {
    expect(oneRun({}, { events: [{ name: 'other', timeUnixNano: String(START) }, { name, timeUnixNano: String(START + 5_000_000n) }] }).firstToken).toBe(4);
  });
});

test('an error has the type that the attributes tell', () => {
  expect(oneRun({ 'error.type': 'rate_limit' }, { status: { code: 2, message: 'slow down' } }).error).toEqual({ type: 'rate_limit', message: 'slow down', stack: null });
});
