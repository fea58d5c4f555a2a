/**
 * @typedef {typeof import('../../src/core/index.ts')} Core
 *
 * @typedef {object} Search
 * @property {string} name
 * @property {(core: Core, trace: import('../../src/core/index.ts').Trace) => import('../../src/core/index.ts').Stepper<readonly unknown[]>} begin
 */

/** What reads the payloads of a whole trace, and so is done in slices. @type {readonly Search[]} */
export const SEARCHES = [
  { name: 'loops', begin: (core, trace) => core.createLoopSearch(trace) },
  { name: 'calls made before', begin: (core, trace) => core.createRedundancySearch([trace], { least: 1 }) },
  { name: 'calls made before, or nearly', begin: (core, trace) => core.createRedundancySearch([trace]) },
  { name: 'all insights', begin: (core, trace) => core.createInsightSearch(trace) },
];
