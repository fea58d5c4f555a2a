import type { ToolCall } from '../../../model/content/content.ts';
import { asText, parseIfJson } from '../../../model/json.ts';
import type { Attributes, Dialect } from '../dialect.ts';

/** OpenTelemetry's semantic conventions for generative AI, with the names of their older versions. */
export const genAi: Dialect = {
  id: 'gen_ai',
  fields: {
    'gen_ai.operation.name': 'kind',
    'gen_ai.request.model': 'model',
    'gen_ai.response.model': 'model',
    'gen_ai.system': 'provider',
    'gen_ai.provider.name': 'provider',
    'gen_ai.tool.name': 'toolName',
    'gen_ai.retrieval.documents': 'retrieval',
    'gen_ai.embeddings.dimension.count': 'embedding',
    'gen_ai.usage.prompt_tokens': 'inputTokens',
    'gen_ai.usage.input_tokens': 'inputTokens',
    'gen_ai.usage.completion_tokens': 'outputTokens',
    'gen_ai.usage.output_tokens': 'outputTokens',
    'gen_ai.usage.total_tokens': 'totalTokens',
    'gen_ai.usage.cache_read_input_tokens': 'cacheRead',
    'gen_ai.usage.cache_read.input_tokens': 'cacheRead',
    'gen_ai.usage.cache_creation_input_tokens': 'cacheWrite',
    'gen_ai.usage.cache_creation.input_tokens': 'cacheWrite',
    'gen_ai.usage.cache_write.input_tokens': 'cacheWrite',
    'gen_ai.usage.audio.input_tokens': 'inputAudio',
    'gen_ai.usage.audio.output_tokens': 'outputAudio',
    'gen_ai.usage.reasoning_tokens': 'reasoning',
    'gen_ai.usage.reasoning.output_tokens': 'reasoning',
    'gen_ai.conversation.id': 'threadId',
    'gen_ai.response.time_to_first_chunk': 'firstTokenSeconds',
    'error.type': 'errorType',
  },
  kinds: {
    chat: 'llm', generate_content: 'llm', text_completion: 'llm', completion: 'llm', fetch_response: 'llm',
    embeddings: 'embedding', retrieval: 'retriever', search_memory: 'retriever', rerank: 'reranker',
    create_agent: 'agent', invoke_agent: 'agent', invoke_workflow: 'chain', plan: 'chain', execute_tool: 'tool',
    create_memory: 'tool', update_memory: 'tool', upsert_memory: 'tool', delete_memory: 'tool',
    create_memory_store: 'tool', delete_memory_store: 'tool',
  },
  inputs,
  outputs,
  toolCalls,
  isPayload: (key) => PAYLOAD.has(key),
};

const PAYLOAD: ReadonlySet<string> = new Set([
  'gen_ai.system_instructions', 'gen_ai.input.messages', 'gen_ai.output.messages', 'gen_ai.tool.call.arguments',
  'gen_ai.tool.call.result', 'gen_ai.retrieval.query.text', 'gen_ai.retrieval.documents',
]);

function inputs(attributes: Attributes): unknown {
  const only = attributes['gen_ai.tool.call.arguments'] ?? attributes['gen_ai.retrieval.query.text'];
  if (only !== undefined) return parseIfJson(only);
  const system = parseIfJson(attributes['gen_ai.system_instructions']);
  const given = parseIfJson(attributes['gen_ai.input.messages']);
  if (given === undefined && system === undefined) return undefined;
  return { ...(system === undefined ? {} : { system_instructions: system }), ...(given === undefined ? {} : { messages: given }) };
}

function outputs(attributes: Attributes): unknown {
  const only = attributes['gen_ai.tool.call.result'] ?? attributes['gen_ai.retrieval.documents'];
  if (only !== undefined) return parseIfJson(only);
  const given = parseIfJson(attributes['gen_ai.output.messages']);
  return given === undefined ? undefined : { messages: given };
}

function toolCalls(attributes: Attributes): readonly ToolCall[] | undefined {
  const name = asText(attributes['gen_ai.tool.name']);
  if (name === undefined) return undefined;
  return [{
    id: asText(attributes['gen_ai.tool.call.id']) ?? null,
    name,
    arguments: parseIfJson(attributes['gen_ai.tool.call.arguments']),
    result: parseIfJson(attributes['gen_ai.tool.call.result']),
  }];
}
