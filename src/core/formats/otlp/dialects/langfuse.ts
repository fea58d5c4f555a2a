import { readCost, readUsage } from '../../langfuse/langfuse-usage.ts';
import { USAGE_RULES } from '../../usage-rules.ts';
import type { Dialect } from '../dialect.ts';

/**
 * What Langfuse's own SDKs say in attributes, beyond the conventions that they share with others
 * (packages/shared/src/server/otel/attributes.ts of langfuse/langfuse).
 */
export const langfuse: Dialect = {
  id: 'langfuse',
  fields: {
    'langfuse.observation.type': 'kind',
    'langfuse.observation.model.name': 'model',
    'langfuse.observation.model.parameters': 'parameters',
    'langfuse.observation.level': 'level',
    'langfuse.observation.status_message': 'statusMessage',
    'langfuse.observation.usage_details': 'usage',
    'langfuse.observation.cost_details': 'cost',
    'langfuse.observation.completion_start_time': 'firstTokenTime',
    'langfuse.session.id': 'threadId',
    'langfuse.tags': 'tags',
    'langfuse.trace.tags': 'tags',
  },
  kinds: {
    generation: 'llm', span: 'chain', event: 'other', agent: 'agent', tool: 'tool', chain: 'chain', retriever: 'retriever',
    evaluator: 'evaluator', embedding: 'embedding', guardrail: 'guardrail',
  },
  usage: USAGE_RULES.langfuse,
  readUsage: (usageDetails) => readUsage({ usageDetails }),
  readCost: (costDetails) => readCost({ costDetails }, true),
  metadataUnder: ['langfuse.observation.metadata.', 'langfuse.trace.metadata.', 'langfuse.metadata.'],
  inputs: ['langfuse.observation.input', 'langfuse.trace.input'],
  outputs: ['langfuse.observation.output', 'langfuse.trace.output'],
};
