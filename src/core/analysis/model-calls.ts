import type { RunKind } from '../model/run.ts';
import type { Trace } from '../model/trace.ts';

/** Kinds that are calls of a model, as bits. */
const CALL: Readonly<Partial<Record<RunKind, number>>> = { llm: 1, embedding: 2, reranker: 4 };

/**
 * 1 for each run that is a call of a model, one entry a run in reading order. A call that is recorded twice, by a wrapper
 * and by what is directly under it, counts once, where it was made: the rule of the totals.
 */
export function modelCalls(trace: Trace): Uint8Array {
  const { parent } = trace.columns;
  const count = trace.runs.length;
  const calls = new Uint8Array(count);
  const wraps = new Uint8Array(count);
  // From the last run to the first: when a run's turn comes, all that it wraps is known.
  for (let at = count - 1; at >= 0; at--) {
    const call = CALL[trace.runs[at]!.kind] ?? 0;
    if (call !== 0 && (wraps[at]! & call) === 0) calls[at] = 1;
    const above = parent[at]!;
    if (above !== -1) wraps[above]! |= call;
  }
  return calls;
}
