import type { Dialect } from '../dialect.ts';

/** JetBrains' Koog: what it says of its strategies and nodes beyond the GenAI conventions (docs.koog.ai/opentelemetry-support). */
export const koog: Dialect = {
  id: 'koog',
  fields: { 'koog.strategy.name': 'chainStep', 'koog.node.id': 'chainStep', 'koog.subgraph.id': 'chainStep' },
  inputs: ['koog.node.input', 'koog.subgraph.input'],
  outputs: ['koog.node.output', 'koog.subgraph.output'],
};
