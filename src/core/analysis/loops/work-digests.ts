import type { Run } from '../../model/run.ts';
import { Hash } from '../payload/hash.ts';
import { payloadLikeness } from '../payload/likeness.ts';
import { PayloadDigester } from '../payload/payload-digest.ts';
import { payloadLeaves } from '../payload/payload-leaves.ts';
import { RunDigests } from '../payload/run-digests.ts';
import type { Paused, Work } from '../search/work.ts';
import { lastWords } from './last-words.ts';
import type { StepWork } from './step-work.ts';

/** Comes down what steps did to numbers. */
export class WorkDigests {
  readonly #runs: RunDigests;
  readonly #digester: PayloadDigester;

  constructor(work: Work) {
    this.#runs = new RunDigests(work);
    this.#digester = new PayloadDigester(work);
  }

  /** Equal for steps that did the same, and hardly ever for others; NaN where that was not recorded. */
  *of({ level, runs }: StepWork): Paused<number> {
    const hash = new Hash();
    for (const run of runs) {
      const digest = level === 1 ? yield* this.#ofWords(run) : yield* this.#ofInputs(run);
      if (Number.isNaN(digest)) return Number.NaN;
      hash.text(run.name);
      hash.number(digest | 0);
      hash.number(Math.floor(digest / 0x100000000));
    }
    return hash.value;
  }

  *#ofWords(run: Run): Paused<number> {
    const words = lastWords(run);
    return words === null ? Number.NaN : (yield* this.#digester.make(words)).value;
  }

  /** What is asked without saying anything, for the next item or the state of things, is the same only if the answer is. */
  *#ofInputs(run: Run): Paused<number> {
    const given = run.inputs;
    if (given === undefined) return Number.NaN;
    const digest = yield* this.#runs.ofInputs(run);
    return payloadLeaves(given)?.size === 0 ? (yield* this.#runs.ofOutputs(run)).value : digest.value;
  }
}

/** Nearly equal texts are not the same: 1 is kept for those that are. */
const NEARLY = 0.99;

/** How alike what two steps did is, 0 to 0.99, where it is not the same: as alike as the two runs that differ most. */
export function workLikeness(a: StepWork, b: StepWork, least: number): number {
  if (a.level !== b.level || a.runs.length !== b.runs.length) return 0;
  const payloadOf = (run: Run): unknown => (a.level === 1 ? lastWords(run) : run.inputs);
  let likeness = NEARLY;
  for (let nth = 0; nth < a.runs.length; nth++) {
    const [first, second] = [a.runs[nth]!, b.runs[nth]!];
    const [given, other] = [payloadOf(first), payloadOf(second)];
    if (first.name !== second.name || given == null || other == null || payloadLeaves(given)?.size === 0) return 0;
    likeness = Math.min(likeness, payloadLikeness(given, other, least));
    if (likeness === 0) return 0;
  }
  return likeness;
}
