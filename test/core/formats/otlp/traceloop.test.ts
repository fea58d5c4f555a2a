import { describe, expect, test } from 'vitest';
import { documentsOf, messagesOf, promptTemplateOf, toolCallsOf } from '../../../../src/core/index.ts';
import { START, idOf, oneRun, oneTrace, pairs, request, span } from './spans.ts';

/** A workflow as traceloop-sdk decorates it, with a call of OpenAI: names as in `opentelemetry.semconv_ai` 0.4. */
const workflow = request([
  span(1, null, {
    'traceloop.workflow.name': 'joke', 'traceloop.span.kind': 'workflow', 'traceloop.entity.name': 'joke', 'traceloop.entity.path': '', 'traceloop.association.properties.user_id': 'u1', 'traceloop.association.properties.session_id': 's1',
    'traceloop.entity.input': '{"args":[],"kwargs":{"topic":"otters"}}', 'traceloop.entity.output': '"ha"',
  }, { name: 'joke.workflow' }),
  span(2, 1, { 'traceloop.span.kind': 'task', 'traceloop.entity.name': 'write', 'traceloop.entity.path': 'write' }, { name: 'write.task' }),
  span(3, 2, {
    'llm.request.type': 'chat', 'gen_ai.system': 'openai', 'gen_ai.request.model': 'gpt-4o', 'gen_ai.response.model': 'gpt-4o-2024-08-06', 'gen_ai.request.temperature': 0.5, 'llm.top_k': 5,
    'gen_ai.prompt.0.role': 'user', 'gen_ai.prompt.0.content': 'A joke about otters', 'gen_ai.completion.0.role': 'assistant', 'gen_ai.completion.0.content': 'ha', 'gen_ai.completion.0.finish_reason': 'stop',
    'gen_ai.usage.prompt_tokens': 12, 'gen_ai.usage.completion_tokens': 3, 'llm.usage.total_tokens': 15, 'gen_ai.usage.cache_read_input_tokens': 8,
    'traceloop.prompt.key': 'joke', 'traceloop.prompt.version': 2, 'traceloop.prompt.template': 'A joke about {{topic}}', 'traceloop.prompt.template_variables': '{"topic":"otters"}',
  }, { name: 'openai.chat', kind: 3 }),
  span(4, 1, { 'traceloop.span.kind': 'tool', 'traceloop.entity.name': 'search', 'traceloop.entity.input': '{"q":"otter"}', 'traceloop.entity.output': '["a"]' }, { name: 'search.tool' }),
  span(5, 1, { 'traceloop.span.kind': 'agent', 'traceloop.entity.name': 'critic' }, { name: 'critic.agent' }),
  span(6, 1, { 'db.system': 'chroma', 'db.vector.query.top_k': 2 }, {
    name: 'chroma.query', events: [0, 1].map((nth) => ({ name: 'db.query.result', timeUnixNano: String(START), attributes: pairs({ 'db.query.result.id': `d${nth}`, 'db.query.result.document': `text ${nth}`, 'db.query.result.distance': 0.5, 'db.query.result.metadata': `{"page":${nth}}` }) })),
  }),
]);

describe('a workflow', () => {
  const trace = oneTrace(workflow);
  const run = (nth: number) => trace.get(idOf(nth))!;

  test('has its steps', () => {
    expect(trace.runs.map(({ name, kind, sourceKind }) => [name, kind, sourceKind])).toEqual([
      ['joke.workflow', 'chain', 'workflow'], ['write.task', 'chain', 'task'], ['openai.chat', 'llm', 'chat'], ['search.tool', 'tool', 'tool'], ['critic.agent', 'agent', 'agent'], ['chroma.query', 'retriever', 'INTERNAL'],
    ]);
    expect(trace.threadId).toBe('s1');
    expect(trace.issues).toEqual([]);
  });

  test('has payloads, and what the application said of it under its own names', () => {
    expect(run(1)).toMatchObject({ inputs: { args: [], kwargs: { topic: 'otters' } }, outputs: '"ha"', metadata: { user_id: 'u1', session_id: 's1', 'traceloop.workflow.name': 'joke' } });
    expect(run(1).metadata).not.toHaveProperty(['traceloop.entity.input']);
  });

  test('has a model call', () => {
    expect(run(3)).toMatchObject({ model: { name: 'gpt-4o-2024-08-06', provider: 'openai', parameters: { temperature: 0.5, top_k: 5 } }, usage: { input: 12, output: 3, total: 15, inputDetails: { cacheRead: 8 } } });
    expect(messagesOf(run(3)).map(({ side, role }) => [side, role])).toEqual([['input', 'user'], ['output', 'assistant']]);
    expect(promptTemplateOf(run(3))).toMatchObject({ name: 'joke', version: '2', variables: { topic: 'otters' } });
    expect(trace.totalsOf(run(1))).toMatchObject({ llmCalls: 1, toolCalls: 1, usage: { total: 15 } });
  });

  test('has a tool under the name of its function', () => {
    expect(toolCallsOf(run(4))).toEqual([{ id: null, name: 'search', arguments: { q: 'otter' }, result: ['a'] }]);
  });

  test('has the documents that a store found', () => {
    expect(documentsOf(run(6))).toEqual([0, 1].map((nth) => ({ id: `d${nth}`, content: `text ${nth}`, score: null, metadata: { distance: 0.5, page: nth } })));
  });
});

describe('the kind of request', () => {
  test.each([['chat', 'llm'], ['completion', 'llm'], ['rerank', 'reranker'], ['embedding', 'embedding'], ['unknown', 'llm']])('%s is %s', (word, kind) => {
    expect(oneRun({ 'llm.request.type': word, 'gen_ai.request.model': 'm' }).kind).toBe(kind);
  });

  test('of a task says more than that it is one', () => {
    expect(oneRun({ 'traceloop.span.kind': 'task', 'gen_ai.operation.name': 'execute_tool' }).kind).toBe('tool');
    expect(oneRun({ 'traceloop.span.kind': 'unknown' })).toMatchObject({ kind: 'other', sourceKind: 'unknown' });
  });
});

test('the names of 2023', () => {
  const run = oneRun({ 'llm.vendor': 'OpenAI', 'llm.request.type': 'chat', 'llm.request.model': 'gpt-4', 'llm.response.model': 'gpt-4-0613', 'llm.prompts.0.role': 'user', 'llm.prompts.0.content': 'hi', 'llm.completions.0.content': 'yes', 'llm.usage.prompt_tokens': 5, 'llm.usage.completion_tokens': 1 });
  expect(run).toMatchObject({ kind: 'llm', model: { name: 'gpt-4-0613', provider: 'OpenAI' }, usage: { input: 5, output: 1 } });
  expect(messagesOf(run)).toMatchObject([{ role: 'user', parts: [{ text: 'hi' }] }, { role: 'assistant', parts: [{ text: 'yes' }] }]);
});

test('the first token is the first chunk', () => {
  const chunk = (late: bigint) => ({ name: 'llm.content.completion.chunk', timeUnixNano: String(START + late) });
  expect(oneRun({ 'llm.request.type': 'chat' }, { events: [chunk(4_000_000n), chunk(5_000_000n)] }).firstToken).toBe(3);
});
