import { describe, expect, test } from 'vitest';
import { messagesOf, readOtlp, toolCallsOf } from '../../../../src/core/index.ts';
import { exportOf, observationsOf } from './from-langfuse.ts';
import { START, oneRun, oneTrace, request, span, idOf, type Json } from './spans.ts';

const text = (words: string) => ({ type: 'text', text: words });
const ai = { name: 'ai' };
const oneOf = (attributes: Json, rest: Json = {}) => oneTrace(request([span(1, null, attributes, rest)], {}, ai)).runs[0]!;
const said = (attributes: Json) => messagesOf(oneOf({ 'ai.operationId': 'ai.generateText.doGenerate', ...attributes })).map(({ side, role, parts }) => ({ side, role, parts }));

describe('recordings', () => {
  const doubled = observationsOf('langfuse', 'vercel-aisdk-2025-11-17.trace.json');

  test('a call and the span around it count once', () => {
    const { traces } = readOtlp(exportOf(doubled));
    const call = doubled.find(({ attributes }) => attributes['ai.operationId'] === 'ai.generateText.doGenerate')!;
    const input = Number(call.attributes['ai.usage.promptTokens']);
    const output = Number(call.attributes['ai.usage.completionTokens']);
    expect(traces).toHaveLength(1);
    const [root] = traces[0]!.roots;
    expect(traces[0]!.runs.map(({ kind }) => kind).toSorted()).toEqual(['chain', 'llm', 'tool']);
    expect(traces[0]!.totalsOf(root!)).toMatchObject({ runs: doubled.length, llmCalls: 1, toolCalls: 1, errors: 0, usage: { input, output } });
    expect(traces[0]!.get(call.id)).toMatchObject({ model: { name: call.attributes['ai.response.model'], provider: call.attributes['ai.model.provider'] } });
  });

  test('a chatbot has its first token, its prompt and its tool call', () => {
    const observations = observationsOf('langfuse', 'qa-chatbot-3.json');
    const [trace] = readOtlp(exportOf(observations)).traces;
    const call = observations.find(({ attributes }) => attributes['ai.response.msToFirstChunk'] !== undefined)!;
    const run = trace!.get(call.id)!;
    expect(run.kind).toBe('llm');
    expect(run.firstToken! - run.start).toBeCloseTo(Number(call.attributes['ai.response.msToFirstChunk']), 5);
    expect(run.usage).toEqual({ input: 1115, output: 44, total: 1159, inputDetails: { cacheRead: 0 }, outputDetails: { reasoning: 0 } });

    const prompt = JSON.parse(String(call.attributes['ai.prompt.messages'])) as { role: string }[];
    expect(messagesOf(run).filter(({ side }) => side === 'input').map(({ role }) => role)).toEqual(prompt.map(({ role }) => role));
    const [asked] = JSON.parse(String(call.attributes['ai.response.toolCalls'])) as { toolCallId: string; toolName: string; input: unknown }[];
    expect(toolCallsOf(run)).toMatchObject([{ id: asked!.toolCallId, name: asked!.toolName, arguments: asked!.input }]);

    const tool = trace!.runs.find(({ kind }) => kind === 'tool')!;
    expect(toolCallsOf(tool)).toMatchObject([{ id: asked!.toolCallId, name: asked!.toolName, arguments: asked!.input, result: tool.outputs }]);
  });
});

describe('operations', () => {
  test.each([
    ['ai.generateText', 'chain'], ['ai.streamText', 'chain'], ['ai.generateObject', 'chain'], ['ai.streamObject', 'chain'], ['ai.embed', 'chain'], ['ai.embedMany', 'chain'], ['ai.rerank', 'chain'],
    ['ai.generateText.doGenerate', 'llm'], ['ai.streamText.doStream', 'llm'], ['ai.generateObject.doGenerate', 'llm'], ['ai.streamObject.doStream', 'llm'],
    ['ai.embed.doEmbed', 'embedding'], ['ai.embedMany.doEmbed', 'embedding'], ['ai.rerank.doRerank', 'reranker'], ['ai.toolCall', 'tool'],
  ])('%s is %s', (operation, kind) => {
    expect(oneOf({ 'ai.operationId': operation, 'ai.model.id': 'm' })).toMatchObject({ kind, sourceKind: operation });
    expect(oneOf({ 'operation.name': `${operation} my-function`, 'ai.model.id': 'm' }).kind).toBe(kind);
  });

  test('that belong to others are no kind', () => {
    expect(oneTrace(request([span(1, null, { 'operation.name': 'GET /users' })]))).toMatchObject({ runs: [{ kind: 'other', sourceKind: 'INTERNAL' }], issues: [] });
  });
});

describe('messages', () => {
  const calls = JSON.stringify([{ toolCallType: 'function', toolCallId: 'c1', toolName: 'weather', args: '{"city":"Paris"}' }]);
  const weather = { type: 'tool-call', call: { id: 'c1', name: 'weather', arguments: { city: 'Paris' }, result: undefined } };

  test('of the prompt, whole or as it was asked for', () => {
    const prompt = JSON.stringify([{ role: 'system', content: 'Be brief.' }, { role: 'user', content: [{ type: 'text', text: 'hi' }, { type: 'image', image: 'https://example.com/a.png' }] }]);
    const image = { type: 'media', modality: 'image', mimeType: null, url: 'https://example.com/a.png', data: null };
    expect(said({ 'ai.prompt.messages': prompt })).toEqual([{ side: 'input', role: 'system', parts: [text('Be brief.')] }, { side: 'input', role: 'user', parts: [text('hi'), image] }]);
    expect(said({ 'ai.prompt': '{"system":"Be brief.","prompt":"hi"}' })).toEqual([{ side: 'input', role: 'system', parts: [text('Be brief.')] }, { side: 'input', role: 'user', parts: [text('hi')] }]);
  });

  test.each<[string, Json, object[]]>([
    ['text', { 'ai.response.text': 'yes' }, [text('yes')]],
    ['text before 4.0', { 'ai.result.text': 'yes' }, [text('yes')]],
    ['an object', { 'ai.response.object': '{"a":1}' }, [text('{"a":1}')]],
    ['calls', { 'ai.response.toolCalls': calls }, [weather]],
    ['calls before 4.0', { 'ai.result.toolCalls': calls }, [weather]],
    ['calls since 5.0', { 'ai.response.toolCalls': '[{"type":"tool-call","toolCallId":"c1","toolName":"weather","input":{"city":"Paris"}}]' }, [weather]],
    ['reasoning, text and calls', { 'ai.response.reasoning': 'hm', 'ai.response.text': 'yes', 'ai.response.toolCalls': calls }, [{ type: 'reasoning', text: 'hm' }, text('yes'), weather]],
    ['reasoning in pieces', { 'ai.response.reasoning': '[{"type":"reasoning","text":"hm"}]' }, [{ type: 'reasoning', text: 'hm' }]],
    ['files', { 'ai.response.files': '[{"type":"file","mimeType":"image/png","data":"iVBO"}]' }, [{ type: 'media', modality: 'image', mimeType: 'image/png', url: null, data: 'iVBO' }]],
  ])('of the answer: %s', (_, attributes, parts) => {
    expect(said(attributes)).toEqual([{ side: 'output', role: 'assistant', parts }]);
  });

  test('an answer of one piece is the output', () => {
    expect(oneOf({ 'ai.operationId': 'ai.generateText', 'ai.prompt': '{"prompt":"hi"}', 'ai.response.text': 'yes' })).toMatchObject({ inputs: { prompt: 'hi' }, outputs: 'yes' });
    expect(oneOf({ 'ai.operationId': 'ai.generateObject', 'ai.response.object': '{"a":1}' }).outputs).toEqual({ a: 1 });
    expect(oneOf({ 'ai.operationId': 'ai.generateText', 'ai.response.text': 'yes', 'ai.response.toolCalls': calls }).outputs).toMatchObject({ messages: [{ role: 'assistant' }] });
  });
});

describe('usage', () => {
  const usage = (attributes: Json) => oneOf({ 'ai.operationId': 'ai.generateText.doGenerate', ...attributes }).usage;

  test.each<[string, Json, object]>([
    ['3 and 4', { 'ai.usage.promptTokens': 10, 'ai.usage.completionTokens': 4 }, { input: 10, output: 4, total: 14, inputDetails: {}, outputDetails: {} }],
    ['5', { 'ai.usage.inputTokens': 10, 'ai.usage.outputTokens': 4, 'ai.usage.totalTokens': 14, 'ai.usage.cachedInputTokens': 8, 'ai.usage.reasoningTokens': 2 }, { input: 10, output: 4, total: 14, inputDetails: { cacheRead: 8 }, outputDetails: { reasoning: 2 } }],
    ['6', { 'ai.usage.inputTokens': 10, 'ai.usage.outputTokens': 4, 'ai.usage.inputTokenDetails.noCacheTokens': 1, 'ai.usage.inputTokenDetails.cacheReadTokens': 6, 'ai.usage.inputTokenDetails.cacheWriteTokens': 3, 'ai.usage.outputTokenDetails.reasoningTokens': 2 }, { input: 10, output: 4, total: 14, inputDetails: { cacheRead: 6, cacheWrite: 3 }, outputDetails: { reasoning: 2 } }],
    ['of embeddings', { 'ai.usage.tokens': 10 }, { input: 10, output: null, total: null, inputDetails: {}, outputDetails: {} }],
  ])('of version %s', (_, attributes, expected) => {
    expect(usage(attributes)).toEqual(expected);
  });

  test('Anthropic’s own figures tell what was cached, and that it is beside the rest', () => {
    const own = { anthropic: { usage: { input_tokens: 7, cache_creation_input_tokens: 2089, cache_read_input_tokens: 16399, cache_creation: { ephemeral_5m_input_tokens: 2089, ephemeral_1h_input_tokens: 0 }, output_tokens: 445 }, cacheCreationInputTokens: 2089 } };
    expect(usage({ 'ai.usage.inputTokens': 7, 'ai.usage.outputTokens': 445, 'ai.usage.cachedInputTokens': 16399, 'ai.response.providerMetadata': JSON.stringify(own) })).toMatchObject({
      input: 18495, output: 445, total: 18940, inputDetails: { cacheRead: 16399, cacheWrite: 2089 },
    });
  });

  test('of other providers is completed from theirs', () => {
    expect(usage({ 'ai.usage.promptTokens': 10, 'ai.usage.completionTokens': 4, 'ai.response.providerMetadata': '{"openai":{"cachedPromptTokens":6,"reasoningTokens":2}}' })).toMatchObject({ input: 10, inputDetails: { cacheRead: 6 }, outputDetails: { reasoning: 2 } });
    expect(usage({ 'ai.usage.inputTokens': 10, 'ai.usage.outputTokens': 4, 'ai.response.providerMetadata': '{"bedrock":{"usage":{"cacheReadInputTokens":4482,"cacheWriteInputTokens":5}}}' })).toMatchObject({ input: 4497, output: 4, inputDetails: { cacheRead: 4482, cacheWrite: 5 } });
    expect(usage({ 'ai.usage.inputTokens': 10, 'ai.response.providerMetadata': '{"openai":{"cache' })).toMatchObject({ input: 10 });
  });
});

test('settings, telemetry and tags', () => {
  const trace = oneTrace(request([span(1, null, {
    'ai.operationId': 'ai.streamText', 'ai.model.id': 'gpt-4o', 'ai.model.provider': 'openai.chat', 'ai.settings.maxRetries': 2, 'ai.settings.maxOutputTokens': 100,
    'ai.telemetry.functionId': 'answer', 'ai.telemetry.metadata.sessionId': 's1', 'ai.telemetry.metadata.tags': ['a', 'b'], 'ai.telemetry.metadata.tenant': 'acme', 'ai.request.headers.user-agent': 'x',
  })], {}, ai));
  expect(trace.threadId).toBe('s1');
  expect(trace.runs[0]).toMatchObject({ tags: ['a', 'b'], model: { name: 'gpt-4o', provider: 'openai.chat', parameters: { maxRetries: 2, maxOutputTokens: 100 } }, metadata: { tenant: 'acme', 'ai.telemetry.functionId': 'answer', 'ai.request.headers.user-agent': 'x' } });
});

test.each<[string, Json, Json]>([
  ['an attribute', { 'ai.response.msToFirstChunk': 12.5 }, {}],
  ['the older attribute', { 'ai.stream.msToFirstChunk': 12.5 }, {}],
  ['an event', {}, { events: [{ name: 'ai.stream.firstChunk', timeUnixNano: String(START + 13_500_000n) }] }],
])('the first token is %s', (_, attributes, rest) => {
  const run = oneOf({ 'ai.operationId': 'ai.streamText.doStream', ...attributes }, rest);
  expect(run.firstToken! - run.start).toBe(12.5);
});

test('version 7: an agent, its steps and calls', () => {
  const usage = { 'gen_ai.usage.input_tokens': 10, 'gen_ai.usage.output_tokens': 4, 'gen_ai.usage.cache_read.input_tokens': 8, 'gen_ai.usage.cache_creation.input_tokens': 1 };
  const trace = oneTrace(request([
    span(1, null, { 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.agent.name': 'answer', ...usage }),
    span(2, 1, { 'gen_ai.operation.name': 'agent_step' }, { name: 'step 0' }),
    span(3, 2, { 'gen_ai.operation.name': 'chat', 'gen_ai.client.operation.time_to_first_chunk': 0.0125, ...usage, 'gen_ai.output.messages': '[{"role":"assistant","parts":[{"type":"text","content":"yes"}],"finish_reason":"stop"}]' }),
    span(4, 2, { 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': 'f', 'gen_ai.tool.type': 'extension' }),
  ], {}, ai));
  expect(trace.runs.map(({ kind }) => kind)).toEqual(['agent', 'chain', 'llm', 'tool']);
  expect(trace.totalsOf(trace.runs[0]!)).toMatchObject({ llmCalls: 1, toolCalls: 1, usage: { input: 10, output: 4, inputDetails: { cacheRead: 8, cacheWrite: 1 } } });
  expect(trace.get(idOf(3))!.firstToken).toBe(14.5);
});

test('an embedding has its texts and vectors', () => {
  const run = oneRun({ 'ai.operationId': 'ai.embedMany.doEmbed', 'ai.values': ['"a"', '"b"'], 'ai.embeddings': ['[0.5]', '[1.5]'] });
  expect([run.inputs, run.outputs]).toEqual([['"a"', '"b"'], ['[0.5]', '[1.5]']]);
});
