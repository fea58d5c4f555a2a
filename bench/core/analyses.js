import { MODELS } from '../generate/models.js';

/**
 * @typedef {typeof import('../../src/core/index.ts')} Core
 *
 * @typedef {object} Analysis
 * @property {string} name
 * @property {(core: Core, trace: import('../../src/core/index.ts').Trace, unpaid: import('../../src/core/index.ts').Trace) => unknown} run  `unpaid` is the same trace without costs
 */

const PRICES = { prices: MODELS.map(({ name, inputPrice, outputPrice }) => ({ model: name, price: { input: inputPrice, output: outputPrice } })) };

/** What is worked out of a whole trace, each from the beginning. @type {readonly Analysis[]} */
export const ANALYSES = [
  { name: 'criticalPath', run: (core, trace) => core.criticalPath(trace) },
  { name: 'untracedGaps', run: (core, trace) => core.untracedGaps(trace) },
  { name: 'latencyStatistics by name', run: (core, trace) => core.latencyStatistics(trace, 'name') },
  { name: 'bottlenecks', run: (core, trace) => core.bottlenecks(trace) },
  { name: 'traceSummary', run: (core, trace) => core.traceSummary(trace) },
  { name: 'usageBreakdown by model', run: (core, trace) => core.usageBreakdown(trace, 'model') },
  { name: 'promptGrowth', run: (core, trace) => core.promptGrowth(trace) },
  { name: 'attemptsOf', run: (core, trace) => core.attemptsOf(trace) },
  { name: 'priceTraces', run: (core, _, unpaid) => core.priceTraces([unpaid], PRICES) },
  { name: 'priceTraces, costBreakdown by model', run: (core, _, unpaid) => core.costBreakdown(core.priceTraces([unpaid], PRICES).traces, 'model') },
  { name: 'whatIf', run: (core, trace) => core.whatIf(trace, { input: 1, output: 2 }) },
];
