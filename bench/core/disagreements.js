/**
 * @typedef {object} Read
 * @property {readonly import('../../src/core/index.ts').Trace[]} traces
 * @property {readonly import('../../src/core/index.ts').Totals[]} totals  of every root
 */

/**
 * What the library adds up to against what the generator counted: a fast reader that reads wrongly is no figure.
 *
 * @param {Read} read
 * @param {import('../generate/figures.js').Figures} expected
 */
export function disagreements({ traces, totals }, expected) {
  const sum = (/** @type {(figures: import('../../src/core/index.ts').Totals) => number | null | undefined} */ of) =>
    totals.reduce((total, figures) => total + (of(figures) ?? 0), 0);
  const depth = traces.reduce((deepest, { columns }) => columns.depth.reduce((most, at) => Math.max(most, at), deepest), 0);
  /** @type {[string, number, number][]} */
  const figures = [
    ['runs', sum(({ runs }) => runs), expected.runs],
    ['llm calls', sum(({ llmCalls }) => llmCalls), expected.llmCalls],
    ['tool calls', sum(({ toolCalls }) => toolCalls), expected.toolCalls],
    ['errors', sum(({ errors }) => errors), expected.errors],
    ['input tokens', sum(({ usage }) => usage?.input), expected.usage.input],
    ['output tokens', sum(({ usage }) => usage?.output), expected.usage.output],
    ['cached tokens', sum(({ usage }) => usage?.inputDetails['cacheRead']), expected.usage.cacheRead],
    ['depth', depth, expected.maxDepth],
  ];
  return figures.flatMap(([name, actual, wanted]) => (actual === wanted ? [] : [`${name}: ${actual}, not ${wanted}`]));
}
