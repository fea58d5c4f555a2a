import type { Candidate } from './candidates.ts';

/** Calls that are alike, and those of them that need not have been made. */
export interface Repeated {
  readonly calls: readonly Candidate[];
  readonly needless: readonly Candidate[];
  readonly likeness: number;
  readonly sameOutputs: boolean | null;
}
