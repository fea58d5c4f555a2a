import { USAGE_RULES } from '../../usage-rules.ts';
import type { Dialect } from '../dialect.ts';
import { readTokenCounts, readTokenCosts } from '../token-counts.ts';

/**
 * LangSmith's tracers over OpenTelemetry (js/src/experimental/otel/constants.ts and
 * python/langsmith/_internal/otel/_otel_exporter.py of langchain-ai/langsmith-sdk). A session is a project there.
 */
export const langsmith: Dialect = {
  id: 'langsmith',
  fields: {
    'langsmith.span.kind': 'kind',
    'langsmith.trace.name': 'name',
    'langsmith.trace.session_name': 'project',
    'langsmith.metadata.ls_provider': 'provider',
    'langsmith.metadata.ls_model_name': 'model',
    'langsmith.metadata.conversation_id': 'threadId',
    'langsmith.metadata.session_id': 'threadId',
    'langsmith.metadata.thread_id': 'threadId',
    'langsmith.span.tags': 'tags',
    'langsmith.metadata.usage_metadata': 'usage',
    'langsmith.usage_metadata': 'usage',
  },
  kinds: { llm: 'llm', chain: 'chain', tool: 'tool', retriever: 'retriever', embedding: 'embedding', prompt: 'prompt', parser: 'parser' },
  usage: USAGE_RULES.langsmith,
  readUsage: readTokenCounts,
  readCost: readTokenCosts,
  metadataUnder: ['langsmith.metadata.'],
};
