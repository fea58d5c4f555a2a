/**
 * One run before any format: writers turn it into a LangSmith run, a span or a RunRecord.
 * Times are nanoseconds after EPOCH_MS; they stay below 2^53.
 *
 * @typedef {'agent' | 'chain' | 'llm' | 'tool' | 'retriever' | 'embedding' | 'prompt' | 'guardrail'} StepKind
 * @typedef {'success' | 'error' | 'running' | 'interrupted'} StepStatus
 *
 * @typedef {object} StepUsage  cacheRead is part of input, reasoning part of output
 * @property {number} input
 * @property {number} output
 * @property {number} cacheRead
 * @property {number} reasoning
 *
 * @typedef {object} Step
 * @property {number} trace  place in `traces`
 * @property {number} parent  place in `steps`, -1 for a root
 * @property {number} depth  0 for a root
 * @property {StepKind} kind
 * @property {string} name
 * @property {number} start
 * @property {number | null} end  null while running
 * @property {number | null} firstToken
 * @property {StepStatus} status
 * @property {import('./models.js').Model | null} model
 * @property {StepUsage | null} usage  null where the tracer wrote none, also on some llm steps
 * @property {number} graphStep  the superstep of a graph's node, -1 elsewhere
 * @property {number} attempt  2 and more for a retry
 * @property {boolean} hidden  plumbing, which LangSmith tags `langsmith:hidden`
 */

/** 2026-11-21T23:30:00Z. Fixed, so that the same seed gives the same bytes. */
export const EPOCH_MS = 1_795_303_800_000;

export const MS = 1_000_000;

/** @param {number} time  nanoseconds after EPOCH_MS */
export function epochMsOf(time) {
  return EPOCH_MS + Math.floor(time / MS);
}
