/** The same few steps done again and again. */
export interface Loop {
  /** The position of the run that the steps are directly under; -1 if they are roots. */
  readonly parent: number;
  /** How often the steps were done: three times or more. */
  readonly count: number;
  /** How many steps come one after the other in a round. Runs that overlap in time are one step. */
  readonly stepsPerRound: number;
  /** The names of a round's steps, in order; of a step of several runs, the name of the first. */
  readonly names: readonly string[];
  /** The position at which each round begins; it ends where the next one begins, the last one at `end`. */
  readonly rounds: readonly number[];
  /** One past the position of the last run. */
  readonly end: number;
  /** Ms from the start of the first round to the end of the last; null if that is not known. */
  readonly time: number | null;
  /** Tokens of all rounds, everything inside included; null if none are known. */
  readonly tokens: number | null;
  /** Cost of all rounds, likewise, in the trace's currency. */
  readonly cost: number | null;
  /** How alike the inputs of neighbouring rounds are at least, 0 to 1, by `payloadLikeness`. */
  readonly likeness: number;
  /** Whether every round was given exactly the same. */
  readonly isIdentical: boolean;
}
