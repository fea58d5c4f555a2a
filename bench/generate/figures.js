/**
 * What a reader of the generated file must come to, counted here without the library.
 *
 * @typedef {object} Figures
 * @property {number} runs
 * @property {number} llmCalls
 * @property {number} toolCalls
 * @property {number} errors  without the interrupted
 * @property {number} interrupted
 * @property {number} running
 * @property {number} maxDepth  0 for a root alone
 * @property {{ input: number, output: number, total: number, cacheRead: number, reasoning: number }} usage
 * @property {number} cost  US dollars
 */

/**
 * Steps are in reading order: any slice will do, a trace's or a subtree's.
 *
 * @param {readonly import('./step.js').Step[]} steps
 * @param {number} [from]
 * @param {number} [to]
 * @returns {Figures}
 */
export function figuresOf(steps, from = 0, to = steps.length) {
  const usage = { input: 0, output: 0, total: 0, cacheRead: 0, reasoning: 0 };
  const figures = { runs: 0, llmCalls: 0, toolCalls: 0, errors: 0, interrupted: 0, running: 0, maxDepth: 0, usage, cost: 0 };
  for (let index = from; index < to; index++) {
    const step = steps[index];
    if (step === undefined) break;
    figures.runs++;
    if (step.kind === 'llm') figures.llmCalls++;
    if (step.kind === 'tool') figures.toolCalls++;
    if (step.status === 'error') figures.errors++;
    if (step.status === 'interrupted') figures.interrupted++;
    if (step.status === 'running') figures.running++;
    if (step.depth > figures.maxDepth) figures.maxDepth = step.depth;
    if (step.usage === null) continue;
    usage.input += step.usage.input;
    usage.output += step.usage.output;
    usage.total += step.usage.input + step.usage.output;
    usage.cacheRead += step.usage.cacheRead;
    usage.reasoning += step.usage.reasoning;
    figures.cost += costOf(step)?.total ?? 0;
  }
  return figures;
}

/**
 * @param {import('./step.js').Step} step
 * @returns {{ input: number, output: number, total: number } | null}
 */
export function costOf({ model, usage }) {
  if (model === null || usage === null) return null;
  const input = (usage.input * model.inputPrice) / 1e6;
  const output = (usage.output * model.outputPrice) / 1e6;
  return { input, output, total: input + output };
}
