import { describe, expect, test } from 'vitest';
import { messagesOf, promptTemplateOf, toolCallsOf } from '../../../../src/core/index.ts';
import { oneRun, oneTrace, request, span, START, type Json } from './spans.ts';

const trace = (attributes: Json, rest: Json = {}) => oneTrace(request([span(1, null, attributes, rest)], {}));

describe('Langfuse over OpenTelemetry', () => {
  const generation = {
    'langfuse.observation.type': 'generation', 'langfuse.observation.model.name': 'gpt-4o', 'langfuse.observation.model.parameters': '{"temperature":0.5}', 'langfuse.observation.input': '[{"role":"user","content":"hi"}]', 'langfuse.observation.output': '{"role":"assistant","content":"yes"}',
    'langfuse.observation.usage_details': '{"input":80,"output":15,"input_cached_tokens":20,"output_reasoning_tokens":5,"total":120}', 'langfuse.observation.cost_details': '{"input":0.25,"output":0.5,"total":0.75}', 'langfuse.observation.completion_start_time': '"2026-11-21T23:29:33.004500Z"',
    'langfuse.observation.prompt.name': 'greet', 'langfuse.observation.prompt.version': 3, 'langfuse.observation.metadata.tenant': 'acme', 'langfuse.trace.name': 'chat', 'langfuse.trace.tags': ['a', 'b'], 'user.id': 'u1', 'session.id': 's1', 'langfuse.environment': 'production', 'langfuse.release': 'v7',
  };

  test('a generation with everything', () => {
    const whole = trace(generation);
    const run = whole.runs[0]!;
    expect(whole.threadId).toBe('s1');
    expect(run).toMatchObject({
      kind: 'llm', sourceKind: 'generation', model: { name: 'gpt-4o', parameters: { temperature: 0.5 } }, tags: ['a', 'b'], hidden: false, cost: { input: 0.25, output: 0.5, total: 0.75 },
      // Its buckets share nothing: 80 new tokens and 20 cached ones are 100.
      usage: { input: 100, output: 20, total: 120, inputDetails: { cacheRead: 20 }, outputDetails: { reasoning: 5 } },
      metadata: { tenant: 'acme', 'user.id': 'u1', 'langfuse.trace.name': 'chat', 'langfuse.environment': 'production', 'langfuse.release': 'v7' },
    });
    expect(run.firstToken! + Number(whole.startTime)).toBeCloseTo(Date.parse('2026-11-21T23:29:33.004Z') + 0.5, 3);
    expect(messagesOf(run).map(({ side, role }) => [side, role])).toEqual([['input', 'user'], ['output', 'assistant']]);
    expect(promptTemplateOf(run)).toMatchObject({ name: 'greet', version: '3' });
  });

  test.each([['span', 'chain'], ['event', 'other'], ['agent', 'agent'], ['tool', 'tool'], ['chain', 'chain'], ['retriever', 'retriever'], ['evaluator', 'evaluator'], ['embedding', 'embedding'], ['guardrail', 'guardrail']])('%s is %s', (type, kind) => {
    expect(oneRun({ 'langfuse.observation.type': type })).toMatchObject({ kind, sourceKind: type });
  });

  test('a span of a model is a call, as its first SDKs wrote it', () => {
    expect(oneRun({ 'langfuse.observation.type': 'span', 'langfuse.observation.model.name': 'gpt-4o' }).kind).toBe('llm');
  });

  test('a level of error is a failure without a status', () => {
    expect(oneRun({ 'langfuse.observation.level': 'ERROR', 'langfuse.observation.status_message': 'no key' })).toMatchObject({ status: 'error', error: { message: 'no key' } });
    expect(oneRun({ 'langfuse.observation.level': 'WARNING', 'langfuse.observation.status_message': 'slow' })).toMatchObject({ status: 'success', error: null, metadata: { 'langfuse.observation.status_message': 'slow' } });
  });

  test('the trace’s payload is the root’s', () => {
    expect(oneRun({ 'langfuse.trace.input': '{"q":1}', 'langfuse.trace.output': 'a', 'langfuse.session.id': 's2' })).toMatchObject({ inputs: { q: 1 }, outputs: 'a' });
  });

  test.each(['{"input":', '[]', '7', '{}', 'null'])('usage of %j is none, or what else is told', (details) => {
    expect(oneRun({ 'langfuse.observation.type': 'generation', 'langfuse.observation.usage_details': details }).usage).toBeNull();
    expect(oneRun({ 'langfuse.observation.type': 'generation', 'langfuse.observation.usage_details': details, 'gen_ai.usage.input_tokens': 5 }).usage).toMatchObject({ input: 5 });
  });
});

describe('LangSmith over OpenTelemetry', () => {
  const call = {
    'langsmith.span.kind': 'llm', 'langsmith.trace.name': 'ChatOpenAI', 'langsmith.trace.session_name': 'my-project', 'langsmith.trace.session_id': 'p1', 'langsmith.span.tags': 'a, b', 'langsmith.metadata.thread_id': 't1', 'langsmith.metadata.ls_provider': 'openai', 'langsmith.metadata.tenant': 'acme', 'gen_ai.operation.name': 'chat', 'gen_ai.system': 'openai', 'gen_ai.request.model': 'gpt-4o',
    'gen_ai.prompt': '{"messages":[[{"lc":1,"type":"constructor","id":["langchain","schema","messages","HumanMessage"],"kwargs":{"content":"hi"}}]]}', 'gen_ai.completion': '{"generations":[[{"text":"yes","message":{"lc":1,"type":"constructor","id":["langchain","schema","messages","AIMessage"],"kwargs":{"content":"yes"}}}]]}',
    'langsmith.usage_metadata': '{"input_tokens":30,"output_tokens":9,"total_tokens":39,"input_token_details":{"cache_read":20,"audio":1},"output_token_details":{"reasoning":5},"total_cost":0.5,"input_cost":0.25,"output_cost":0.25}',
  };

  test('a call with everything', () => {
    const whole = trace(call, { name: 'ChatOpenAI.span' });
    expect(whole).toMatchObject({ project: 'my-project', threadId: 't1' });
    const run = whole.runs[0]!;
    expect(run).toMatchObject({
      name: 'ChatOpenAI', kind: 'llm', sourceKind: 'llm', tags: ['a', 'b'], model: { name: 'gpt-4o', provider: 'openai' }, cost: { input: 0.25, output: 0.25, total: 0.5 }, metadata: { tenant: 'acme', thread_id: 't1' },
      usage: { input: 30, output: 9, total: 39, inputDetails: { cacheRead: 20, audio: 1 }, outputDetails: { reasoning: 5 } },
    });
    expect(messagesOf(run).map(({ side, role, parts }) => [side, role, parts])).toEqual([['input', 'user', [{ type: 'text', text: 'hi' }]], ['output', 'assistant', [{ type: 'text', text: 'yes' }]]]);
    expect(run.metadata).not.toHaveProperty(['gen_ai.prompt']);
  });

  test.each([['chain', 'chain', 'chain'], ['tool', 'execute_tool', 'tool'], ['retriever', 'embeddings', 'retriever'], ['prompt', 'chat', 'prompt'], ['parser', 'parser', 'parser'], ['embedding', 'embeddings', 'embedding']])('its kind %s is believed over the operation %s', (kind, operation, expected) => {
    expect(oneRun({ 'langsmith.span.kind': kind, 'gen_ai.operation.name': operation })).toMatchObject({ kind: expected, sourceKind: kind });
  });

  test('a chain has its inputs and outputs, and only messages as messages', () => {
    const run = oneRun({ 'langsmith.span.kind': 'chain', 'gen_ai.prompt': '{"question":"why?"}', 'gen_ai.completion': '{"answer":"so"}' });
    expect(run).toMatchObject({ kind: 'chain', inputs: { question: 'why?' }, outputs: { answer: 'so' } });
    expect(messagesOf(run)).toEqual([]);
  });

  test('an interrupt raised again is no failure', () => {
    const events = [{ name: 'exception', timeUnixNano: String(START), attributes: [{ key: 'exception.type', value: { stringValue: 'Exception' } }, { key: 'exception.message', value: { stringValue: 'GraphInterrupt((Interrupt(value=1),))' } }] }];
    expect(oneRun({ 'langsmith.span.kind': 'chain' }, { status: { code: 2 }, events }).status).toBe('interrupted');
  });
});

describe('MLflow over OpenTelemetry', () => {
  test('a call with everything, all of it JSON', () => {
    const run = trace({
      'mlflow.spanType': '"CHAT_MODEL"', 'mlflow.spanInputs': '{"messages":[{"role":"user","content":"hi"}],"model":"gpt-4o"}', 'mlflow.spanOutputs': '{"choices":[{"message":{"role":"assistant","content":"yes"}}]}', 'mlflow.spanFunctionName': '"create"',
      'mlflow.chat.tokenUsage': '{"input_tokens":30,"output_tokens":9,"total_tokens":39,"cache_read_input_tokens":20}', 'mlflow.llm.cost': '{"input_cost":0.25,"output_cost":0.5,"total_cost":0.75}', 'mlflow.llm.model': '"gpt-4o"', 'mlflow.llm.provider': '"openai"', 'mlflow.traceRequestId': '"tr-1"',
    }).runs[0]!;
    expect(run).toMatchObject({ kind: 'llm', sourceKind: 'CHAT_MODEL', model: { name: 'gpt-4o', provider: 'openai' }, usage: { input: 30, output: 9, total: 39, inputDetails: { cacheRead: 20 } }, cost: { total: 0.75 } });
    expect(messagesOf(run).map(({ side, role }) => [side, role])).toEqual([['input', 'user'], ['output', 'assistant']]);
  });

  test('cached tokens beside the input are put inside', () => {
    expect(oneRun({ 'mlflow.spanType': '"LLM"', 'mlflow.chat.tokenUsage': '{"input_tokens":10,"output_tokens":9,"total_tokens":39,"cache_read_input_tokens":20}' }).usage).toMatchObject({ input: 30, output: 9, total: 39 });
  });

  test.each([['LLM', 'llm'], ['CHAIN', 'chain'], ['AGENT', 'agent'], ['TOOL', 'tool'], ['FUNCTION', 'tool'], ['RETRIEVER', 'retriever'], ['PARSER', 'parser'], ['EMBEDDING', 'embedding'], ['RERANKER', 'reranker'], ['MEMORY', 'other'], ['UNKNOWN', 'other']])('%s is %s', (type, kind) => {
    expect(oneRun({ 'mlflow.spanType': JSON.stringify(type) })).toMatchObject({ kind, sourceKind: type });
  });

  test('a payload that is a text is that text', () => {
    expect(oneRun({ 'mlflow.spanType': '"TOOL"', 'mlflow.spanInputs': '"hi"', 'mlflow.spanOutputs': '42' })).toMatchObject({ inputs: 'hi', outputs: '42' });
  });
});

describe('Google’s Agent Development Kit', () => {
  const asked = { model: 'gemini-2.5-pro', config: { system_instruction: 'Be brief.' }, contents: [{ role: 'user', parts: [{ text: 'Weather in Paris?' }] }] };
  const response = { content: { role: 'model', parts: [{ function_call: { id: 'c1', name: 'weather', args: { city: 'Paris' } } }] }, usage_metadata: { prompt_token_count: 100, candidates_token_count: 20, thoughts_token_count: 30, cached_content_token_count: 60, total_token_count: 150 } };
  const call = { 'gen_ai.system': 'gcp.vertex.agent', 'gen_ai.request.model': 'gemini-2.5-pro', 'gcp.vertex.agent.session_id': 's1', 'gcp.vertex.agent.invocation_id': 'e1', 'gcp.vertex.agent.llm_request': JSON.stringify(asked), 'gcp.vertex.agent.llm_response': JSON.stringify(response), 'gen_ai.usage.input_tokens': 100, 'gen_ai.usage.output_tokens': 20 };

  test('a call has its words, and the thoughts that the attributes leave out', () => {
    const whole = trace(call, { name: 'call_llm' });
    const run = whole.runs[0]!;
    expect(whole.threadId).toBe('s1');
    expect(run).toMatchObject({ kind: 'llm', model: { name: 'gemini-2.5-pro' }, usage: { input: 100, output: 50, total: 150, inputDetails: { cacheRead: 60 }, outputDetails: { reasoning: 30 } } });
    expect(messagesOf(run).map(({ side, role, parts }) => [side, role, parts])).toEqual([
      ['input', 'system', [{ type: 'text', text: 'Be brief.' }]], ['input', 'user', [{ type: 'text', text: 'Weather in Paris?' }]],
      ['output', 'assistant', [{ type: 'tool-call', call: { id: 'c1', name: 'weather', arguments: { city: 'Paris' }, result: undefined } }]],
    ]);
  });

  test('a tool has its call; an empty object is nothing', () => {
    const run = oneRun({ 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': 'weather', 'gen_ai.tool.call.id': 'c1', 'gcp.vertex.agent.tool_call_args': '{"city":"Paris"}', 'gcp.vertex.agent.tool_response': '{"celsius":21}', 'gcp.vertex.agent.llm_request': '{}', 'gcp.vertex.agent.llm_response': '{}' });
    expect(toolCallsOf(run)).toEqual([{ id: 'c1', name: 'weather', arguments: { city: 'Paris' }, result: { celsius: 21 } }]);
    expect(messagesOf(run)).toEqual([]);
    expect(run.usage).toBeNull();
  });
});
