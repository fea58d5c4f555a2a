import type { Dialect } from '../dialect.ts';

/** What several tracers say under names that belong to nobody: any-agent, Pipecat, Phoenix' gateway. Believed last. */
export const plain: Dialect = {
  id: 'plain',
  fields: {},
  inputs: ['input', 'inputs'],
  outputs: ['output', 'gen_ai.output', 'outputs'],
};
