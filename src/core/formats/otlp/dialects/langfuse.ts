import { parseIfJson } from '../../../model/json.ts';
import type { Dialect } from '../dialect.ts';

/** What Langfuse's own SDKs say in attributes, beyond the conventions that they share with others. */
export const langfuse: Dialect = {
  id: 'langfuse',
  fields: {
    'langfuse.observation.type': 'kind',
    'langfuse.observation.model.name': 'model',
    'langfuse.observation.model.parameters': 'parameters',
    'langfuse.observation.level': 'level',
  },
  kinds: {
    generation: 'llm', span: 'chain', event: 'other', agent: 'agent', tool: 'tool', chain: 'chain', retriever: 'retriever',
    evaluator: 'evaluator', embedding: 'embedding', guardrail: 'guardrail',
  },
  inputs: (attributes) => parseIfJson(attributes['langfuse.observation.input']),
  outputs: (attributes) => parseIfJson(attributes['langfuse.observation.output']),
  isPayload: (key) => key === 'langfuse.observation.input' || key === 'langfuse.observation.output',
};
