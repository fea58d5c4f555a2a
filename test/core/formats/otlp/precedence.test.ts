import { describe, expect, test } from 'vitest';
import { messagesOf, type Run } from '../../../../src/core/index.ts';
import { DIALECTS } from '../../../../src/core/formats/otlp/dialects.ts';
import { oneRun, oneTrace, request, span, type Json } from './spans.ts';

/** The documented order, written down a second time: who is believed first where several tell the same of one span. */
const ORDER = ['openinference', 'langfuse', 'langsmith', 'mlflow', 'vercel_ai', 'pydantic_ai', 'traceloop', 'google_adk', 'koog', 'gen_ai', 'gen_ai_legacy', 'gen_ai_events', 'any_agent', 'plain'];

/** What each dialect says of a field, in its own words; the value tells who was believed. */
const TOLD: Readonly<Record<string, Readonly<Record<string, readonly [string, (by: string) => unknown]>>>> = {
  kind: {
    openinference: ['openinference.span.kind', () => 'RERANKER'], langfuse: ['langfuse.observation.type', () => 'guardrail'], langsmith: ['langsmith.span.kind', () => 'parser'], mlflow: ['mlflow.spanType', () => '"RETRIEVER"'],
    vercel_ai: ['ai.operationId', () => 'ai.embed.doEmbed'], traceloop: ['traceloop.span.kind', () => 'agent'], gen_ai: ['gen_ai.operation.name', () => 'invoke_workflow'],
  },
  model: {
    openinference: ['llm.model_name', String], langfuse: ['langfuse.observation.model.name', String], langsmith: ['langsmith.metadata.ls_model_name', String], mlflow: ['mlflow.llm.model', String],
    vercel_ai: ['ai.model.id', String], traceloop: ['llm.request.model', String], gen_ai: ['gen_ai.response.model', String],
  },
  threadId: {
    openinference: ['session.id', String], langfuse: ['langfuse.session.id', String], langsmith: ['langsmith.metadata.thread_id', String], mlflow: ['mlflow.trace.session', String],
    vercel_ai: ['ai.telemetry.metadata.sessionId', String], traceloop: ['traceloop.association.properties.session_id', String], google_adk: ['gcp.vertex.agent.session_id', String], gen_ai: ['gen_ai.conversation.id', String],
  },
  inputs: {
    openinference: ['input.value', String], langfuse: ['langfuse.observation.input', String], mlflow: ['mlflow.spanInputs', String], vercel_ai: ['ai.prompt', String], pydantic_ai: ['tool_arguments', String],
    traceloop: ['traceloop.entity.input', String], google_adk: ['gcp.vertex.agent.llm_request', String], koog: ['koog.node.input', String], gen_ai: ['gen_ai.tool.call.arguments', String], gen_ai_legacy: ['gen_ai.prompt', String], plain: ['input', String],
  },
  messages: {
    openinference: ['llm.input_messages.0.message.content', String], vercel_ai: ['ai.prompt', (by) => JSON.stringify({ prompt: by })], pydantic_ai: ['pydantic_ai.all_messages', (by) => JSON.stringify([{ role: 'user', content: by }])],
    google_adk: ['gcp.vertex.agent.llm_request', (by) => JSON.stringify({ contents: [{ role: 'user', parts: [{ text: by }] }] })], gen_ai: ['gen_ai.input.messages', (by) => JSON.stringify([{ role: 'user', parts: [{ type: 'text', content: by }] }])],
    gen_ai_legacy: ['gen_ai.prompt.0.content', String],
  },
};

const KINDS: Readonly<Record<string, string>> = { openinference: 'reranker', langfuse: 'guardrail', langsmith: 'parser', mlflow: 'retriever', vercel_ai: 'embedding', traceloop: 'agent', gen_ai: 'chain' };
const SEEN: Readonly<Record<string, (run: Run, threadId: string | null) => unknown>> = {
  kind: ({ kind }) => Object.keys(KINDS).find((by) => KINDS[by] === kind),
  model: ({ model }) => model?.name,
  threadId: (_, threadId) => threadId,
  inputs: ({ inputs }) => inputs,
  messages: (run) => messagesOf(run).map(({ parts }) => (parts[0] as { text: string }).text)[0],
};

test('the order is the documented one', () => {
  expect(DIALECTS.map(({ id }) => id)).toEqual(ORDER);
});

describe.each(Object.keys(TOLD))('%s', (field) => {
  const told = TOLD[field]!;
  const pairs = ORDER.flatMap((first, nth) => ORDER.slice(nth + 1).map((second) => [first, second] as const)).filter(([first, second]) => first in told && second in told);

  test.each(pairs)('of %s is believed over that of %s', (first, second) => {
    const attribute = (by: string): [string, unknown] => [told[by]![0], told[by]![1](by)];
    for (const given of [[first, second], [second, first]]) {
      const trace = oneTrace(request([span(1, null, Object.fromEntries(given.map(attribute)) as Json)], {}));
      expect(SEEN[field]!(trace.runs[0]!, trace.threadId)).toBe(first);
    }
  });
});

describe('what is not believed', () => {
  test('stays visible', () => {
    const run = oneRun({ 'openinference.span.kind': 'TOOL', 'input.value': 'a', 'traceloop.entity.input': 'b', 'gen_ai.tool.call.arguments': 'c', input: 'd', 'gen_ai.input.messages': '[]', 'llm.model_name': 'm1', 'gen_ai.request.model': 'm2' });
    expect(run.inputs).toBe('a');
    expect(run.metadata).toMatchObject({ 'traceloop.entity.input': 'b', 'gen_ai.tool.call.arguments': 'c', input: 'd', 'gen_ai.request.model': 'm2' });
    expect(run.metadata).not.toHaveProperty(['input.value']);
  });

  test('of a word that says little, is any other kind', () => {
    expect(oneRun({ 'openinference.span.kind': 'UNKNOWN', 'gen_ai.operation.name': 'execute_tool' })).toMatchObject({ kind: 'tool', sourceKind: 'execute_tool' });
    expect(oneRun({ 'langfuse.observation.type': 'span', 'traceloop.span.kind': 'agent' }).kind).toBe('agent');
    expect(oneRun({ 'openinference.span.kind': 'UNKNOWN', 'llm.model_name': 'm' }).kind).toBe('llm');
    expect(oneRun({ 'gen_ai.operation.name': 'dream', 'traceloop.span.kind': 'task' })).toMatchObject({ kind: 'chain', sourceKind: 'task' });
  });

  test('inputs of one and outputs of another go together', () => {
    const run = oneRun({ 'gen_ai.operation.name': 'chat', 'llm.input_messages.0.message.role': 'user', 'llm.input_messages.0.message.content': 'hi', 'gen_ai.output.messages': '[{"role":"assistant","parts":[{"type":"text","content":"yes"}]}]' });
    expect(messagesOf(run)).toMatchObject([{ side: 'input', parts: [{ text: 'hi' }] }, { side: 'output', parts: [{ text: 'yes' }] }]);
  });
});

test('no two dialects claim one attribute for different fields', () => {
  const seen = new Map<string, string>();
  for (const { fields } of DIALECTS) {
    for (const [key, field] of Object.entries(fields)) {
      expect([key, seen.get(key) ?? field]).toEqual([key, field]);
      seen.set(key, field);
    }
  }
});
