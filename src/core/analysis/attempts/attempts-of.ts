import type { Trace } from '../../model/trace.ts';
import type { AttemptGroup } from './attempt-group.ts';
import { fallbackChains } from './fallback-chains.ts';
import { retryChains } from './retry-chains.ts';

/**
 * The steps that were tried more than once, in reading order of their first tries:
 *
 * - LangChain's retries: runs of one name under one parent, of which the later ones bear the tag `retry:attempt:N`;
 * - retries of any other make, LangGraph's nodes included: a run failed, and the next of its kind and name under the same
 *   parent began after that, with inputs that are alike, and nothing else was done in between;
 * - LangChain's fallbacks: the runs under a `RunnableWithFallbacks`, where the first of them failed;
 * - fallbacks of any other make: a model call failed, and the next step was a call of another model with inputs alike.
 *
 * Groups may be inside of each other, as where a step that retries is itself tried again: what the outer group lost includes
 * what the inner one did. What a try failed with is its run's `error`, and what stood in is the last try.
 */
export function attemptsOf(trace: Trace): readonly AttemptGroup[] {
  const fallbacks = fallbackChains(trace);
  const standIns = new Set(fallbacks.flat());
  // Of a model that was tried twice before another stood in, the fallback tells.
  const retries = retryChains(trace).filter((attempts) => !attempts.every((at) => standIns.has(at)));
  const groups = [...fallbacks.map((attempts) => describe(trace, 'fallback', attempts)), ...retries.map((attempts) => describe(trace, 'retry', attempts))];
  return groups.toSorted((a, b) => a.attempts[0]! - b.attempts[0]!);
}

function describe(trace: Trace, kind: AttemptGroup['kind'], attempts: readonly number[]): AttemptGroup {
  const { columns } = trace;
  const { start, end, parent, totals } = columns;
  const first = attempts[0]!;
  const last = attempts.at(-1)!;
  const outcome = trace.runs[last]!.status;
  const failed = attempts.filter((at) => trace.runs[at]!.status === 'error');
  const until = outcome === 'error' ? end[last]! : start[last]!;
  return {
    kind,
    parent: parent[first]!,
    attempts,
    outcome,
    failed: failed.length,
    timeLost: Number.isNaN(until) ? null : Math.max(0, until - start[first]!),
    tokensLost: sumAt(totals.totalTokens, failed),
    costLost: totals.currency === null ? null : sumAt(totals.totalCost, failed),
  };
}

function sumAt(column: Float64Array, places: readonly number[]): number | null {
  let sum: number | null = null;
  for (const at of places) if (!Number.isNaN(column[at]!)) sum = (sum ?? 0) + column[at]!;
  return sum;
}
