import type { RunStatus } from '../../model/run.ts';

/** Several tries of one step. */
export interface AttemptGroup {
  /** `retry`: the same step again. `fallback`: another one in its place. */
  readonly kind: 'retry' | 'fallback';
  /** The position of the run that the tries are directly under; -1 if they are roots. */
  readonly parent: number;
  /** The positions of the tries, in order; at least two. */
  readonly attempts: readonly number[];
  /** How the last try stands: `success` if it worked in the end. */
  readonly outcome: RunStatus;
  /** Tries that failed. */
  readonly failed: number;
  /** Ms from the start of the first try to the start of the one that was left to stand, or to the last end if all failed; null if not known. */
  readonly timeLost: number | null;
  /** Tokens of the failed tries, everything inside included; null if none are known, a lower bound if some are not. */
  readonly tokensLost: number | null;
  /** Cost of the failed tries, likewise, in the trace's currency. */
  readonly costLost: number | null;
}
