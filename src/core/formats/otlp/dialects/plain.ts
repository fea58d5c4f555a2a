import type { Dialect } from '../dialect.ts';

/** What several tracers say under names that belong to nobody: Pipecat, gateways. Believed last. */
export const plain: Dialect = {
  id: 'plain',
  fields: {},
  inputs: ['input', 'inputs'],
  outputs: ['output', 'outputs'],
};
