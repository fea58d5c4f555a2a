import { USAGE_RULES } from '../../usage-rules.ts';
import type { Dialect, SpanMessages } from '../dialect.ts';
import { parameterFields } from '../parameter-fields.ts';
import type { SpanContent } from '../span-content.ts';

/**
 * OpenTelemetry's semantic conventions for generative AI, as of 2026, with the names that they had since v1.27
 * (docs/gen-ai and model/gen-ai/deprecated of open-telemetry/semantic-conventions).
 */
export const genAi: Dialect = {
  id: 'gen_ai',
  fields: {
    'gen_ai.operation.name': 'kind',
    'mcp.method.name': 'kindHint',
    'gen_ai.request.model': 'model',
    'gen_ai.response.model': 'model',
    'gen_ai.system': 'provider',
    'gen_ai.provider.name': 'provider',
    'gen_ai.tool.name': 'toolName',
    'gen_ai.tool.call.id': 'toolCallId',
    'gen_ai.retrieval.query.text': 'retrieval',
    'gen_ai.retrieval.documents': 'retrieval',
    'gen_ai.embeddings.dimension.count': 'embedding',
    'gen_ai.input.messages': 'modelCall',
    'gen_ai.output.messages': 'modelCall',
    'gen_ai.usage.prompt_tokens': 'inputTokens',
    'gen_ai.usage.input_tokens': 'inputTokens',
    'gen_ai.usage.completion_tokens': 'outputTokens',
    'gen_ai.usage.output_tokens': 'outputTokens',
    'gen_ai.usage.total_tokens': 'totalTokens',
    'gen_ai.usage.cache_read_tokens': 'cacheRead',
    'gen_ai.usage.cache_read_input_tokens': 'cacheRead',
    'gen_ai.usage.cache_read.input_tokens': 'cacheRead',
    'gen_ai.usage.cache_write_tokens': 'cacheWrite',
    'gen_ai.usage.cache_write_input_tokens': 'cacheWrite',
    'gen_ai.usage.cache_creation_input_tokens': 'cacheWrite',
    'gen_ai.usage.cache_creation.input_tokens': 'cacheWrite',
    'gen_ai.usage.cache_write.input_tokens': 'cacheWrite',
    'gen_ai.usage.audio.input_tokens': 'inputAudio',
    'gen_ai.usage.image.input_tokens': 'inputImage',
    'gen_ai.usage.audio.output_tokens': 'outputAudio',
    'gen_ai.usage.image.output_tokens': 'outputImage',
    'gen_ai.usage.reasoning_tokens': 'reasoning',
    'gen_ai.usage.reasoning.output_tokens': 'reasoning',
    // The convention has no money; these are what OpenRouter, OpenLIT and any-agent write.
    'gen_ai.usage.cost': 'totalCost',
    'gen_ai.usage.input_cost': 'inputCost',
    'gen_ai.usage.output_cost': 'outputCost',
    'gen_ai.conversation.id': 'threadId',
    'gen_ai.latency.time_to_first_token': 'firstTokenSeconds',
    'gen_ai.client.operation.time_to_first_chunk': 'firstTokenSeconds',
    'gen_ai.response.time_to_first_chunk': 'firstTokenSeconds',
    'gen_ai.evaluation.name': 'feedback',
    'error.type': 'errorType',
    ...parameterFields('gen_ai.openai.request.', ['seed', 'service_tier', 'response_format']),
    ...parameterFields('openai.request.', ['service_tier']),
    ...parameterFields('gen_ai.request.', [
      'max_tokens', 'max_completion_tokens', 'temperature', 'top_p', 'top_k', 'frequency_penalty', 'presence_penalty', 'repetition_penalty',
      'seed', 'stop_sequences', 'choice.count', 'n', 'encoding_formats', 'reasoning.level', 'reasoning_effort', 'previous_response.id',
      'service_tier', 'structured_output_schema',
    ]),
    ...parameterFields('gen_ai.', ['output.type']),
  },
  kinds: {
    chat: 'llm', generate_content: 'llm', text_completion: 'llm', completion: 'llm', fetch_response: 'llm', generate: 'llm',
    call_llm: 'llm', llm_request: 'llm', 'chat.completions': 'llm', 'text.completions': 'llm',
    embeddings: 'embedding', retrieval: 'retriever', search_memory: 'retriever', vector_db_retrieve: 'retriever', rerank: 'reranker',
    create_agent: 'agent', invoke_agent: 'agent',
    invoke_workflow: 'chain', plan: 'chain', agent_step: 'chain', execute_task: 'chain', execute_event_loop_cycle: 'chain',
    execute_tool: 'tool', 'tools/call': 'tool',
    create_memory: 'tool', update_memory: 'tool', upsert_memory: 'tool', delete_memory: 'tool',
    create_memory_store: 'tool', delete_memory_store: 'tool',
    'prompts/get': 'prompt', 'resources/read': 'retriever',
  },
  usage: USAGE_RULES.genAi,
  inputs: ['gen_ai.tool.call.arguments', 'gen_ai.tool.args', 'gen_ai.retrieval.query.text', 'gen_ai.memory.query.text'],
  outputs: ['gen_ai.tool.call.result', 'gen_ai.retrieval.documents', 'gen_ai.memory.records'],
  messages: (span) => messagesIn(span),
};

/** The messages of a model call or of an agent, as the conventions have them since v1.37. */
export function messagesIn(span: Pick<SpanContent, 'takeJson'>): SpanMessages | undefined {
  const system = span.takeJson('gen_ai.system_instructions');
  const given = span.takeJson('gen_ai.input.messages');
  const said = span.takeJson('gen_ai.output.messages');
  const input = { ...(system === undefined ? {} : { system_instructions: system }), ...(given === undefined ? {} : { messages: given }) };
  if (system === undefined && given === undefined && said === undefined) return undefined;
  return { input: system === undefined && given === undefined ? undefined : input, output: said === undefined ? undefined : { messages: said } };
}
