import type { RunKind } from '../../model/run.ts';

/** One call, by where it is. */
export interface CallPlace {
  /** The trace's place in the list that was looked through. */
  readonly trace: number;
  /** The run's position in the trace. */
  readonly at: number;
}

/** Calls that asked for the same. */
export interface RedundantGroup {
  readonly kind: RunKind;
  readonly name: string;
  readonly model: string | null;
  /** The calls, the earliest first: what came after it was asked for again. */
  readonly calls: readonly CallPlace[];
  /** How alike the inputs are at least, 0 to 1, by `payloadLikeness`; 1 if they are the same. */
  readonly likeness: number;
  /**
   * Whether the calls gave the same back. Null where that was not recorded, and for models, which are not asked: they put
   * the same answer in other words.
   */
  readonly sameOutputs: boolean | null;
  /**
   * What a cache would have saved: everything after the first of the calls that gave the same back, and of calls of a model.
   * Work that is inside of other work in the list is counted there alone.
   */
  readonly saved: Savings;
}

/** What calls took that need not have been made. A figure of which nothing is known is null. */
export interface Savings {
  readonly calls: number;
  /** Ms from start to end of each call, added up: calls side by side count each. */
  readonly time: number | null;
  readonly tokens: number | null;
  /** Null also if the calls were paid in more than one currency. */
  readonly cost: number | null;
  /** ISO 4217 code of the cost. */
  readonly currency: string | null;
}
