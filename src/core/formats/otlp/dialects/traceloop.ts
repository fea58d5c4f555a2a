import { parseIfJson } from '../../../model/json.ts';
import { USAGE_RULES } from '../../usage-rules.ts';
import type { Dialect } from '../dialect.ts';
import { parameterFields } from '../parameter-fields.ts';
import type { SpanContent } from '../span-content.ts';

/**
 * OpenLLMetry (Traceloop): what it says beyond the GenAI conventions, with the names of its first versions
 * (packages/opentelemetry-semantic-conventions-ai of traceloop/openllmetry).
 */
export const traceloop: Dialect = {
  id: 'traceloop',
  fields: {
    'llm.request.type': 'kindHint',
    'traceloop.span.kind': 'kind',
    'traceloop.entity.name': 'entityName',
    'llm.vendor': 'provider',
    'llm.request.model': 'model',
    'llm.response.model': 'model',
    'llm.usage.prompt_tokens': 'inputTokens',
    'llm.usage.completion_tokens': 'outputTokens',
    'llm.usage.total_tokens': 'totalTokens',
    'llm.usage.reasoning_tokens': 'reasoning',
    'db.vector.query.top_k': 'retrieval',
    'db.vector.query.result_count': 'retrieval',
    'traceloop.association.properties.chat_id': 'threadId',
    'traceloop.association.properties.conversation_id': 'threadId',
    'traceloop.association.properties.thread_id': 'threadId',
    'traceloop.association.properties.session_id': 'threadId',
    ...parameterFields('llm.', ['top_k', 'frequency_penalty', 'presence_penalty', 'chat.stop_sequences']),
    ...parameterFields('llm.request.', ['repetition_penalty', 'reasoning_effort']),
  },
  kinds: {
    workflow: 'chain', task: 'chain', agent: 'agent', tool: 'tool', unknown: 'other',
    chat: 'llm', completion: 'llm', rerank: 'reranker', embedding: 'embedding',
  },
  usage: USAGE_RULES.traceloop,
  metadataUnder: ['traceloop.association.properties.'],
  inputs: ['traceloop.entity.input'],
  outputs: ['traceloop.entity.output'],
  documents,
};

const RESULT = 'db.query.result';

/** Instrumentations of vector stores write an event for each document that they found. */
function documents({ events }: SpanContent): readonly unknown[] | undefined {
  const found = events.filter(({ name }) => name === RESULT).map(({ attributes }) => ({
    id: attributes[`${RESULT}.id`],
    content: attributes[`${RESULT}.document`] ?? '',
    score: attributes[`${RESULT}.score`],
    distance: attributes[`${RESULT}.distance`],
    metadata: parseIfJson(attributes[`${RESULT}.metadata`]),
  }));
  return found.length === 0 ? undefined : found;
}
