import type { Trace } from '../../model/trace.ts';
import type { Paused } from '../search/work.ts';
import type { Sequence } from './sequence.ts';
import { stepWork, type StepWork } from './step-work.ts';
import type { WorkDigests } from './work-digests.ts';

const NOT_MADE = -1;

/** The steps of one sequence, and what they did, which is looked up when first asked for. */
export class Steps {
  readonly trace: Trace;
  readonly sequence: Sequence;
  /** 1 for the steps that are part of a loop already found. */
  readonly taken: Uint8Array;
  readonly #work: (StepWork | undefined)[] = [];
  readonly #digests: Float64Array;

  constructor(trace: Trace, sequence: Sequence) {
    this.trace = trace;
    this.sequence = sequence;
    this.taken = new Uint8Array(sequence.symbols.length);
    this.#digests = new Float64Array(sequence.symbols.length).fill(NOT_MADE);
  }

  workOf(step: number): StepWork {
    return (this.#work[step] ??= stepWork(this.trace, this.sequence.places[step]!, this.sequence.places[step + 1]!));
  }

  /** Whether what two steps did is known to be the same. Only after `prepare` of both. */
  areSame(step: number, other: number): boolean {
    return this.#digests[step] === this.#digests[other];
  }

  /** Whether the digest of a step has been made. */
  isPrepared(step: number): boolean {
    return this.#digests[step] !== NOT_MADE;
  }

  /** Makes the digest of a step. */
  *prepare(step: number, digests: WorkDigests): Paused<void> {
    this.#digests[step] = yield* digests.of(this.workOf(step));
  }
}
