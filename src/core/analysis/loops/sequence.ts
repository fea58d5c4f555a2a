import { RUN_KINDS, type RunKind } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';
import { scrambled } from '../payload/hash.ts';
import type { Paused, Work } from '../search/work.ts';

/** What happened under one run, step after step. Runs that overlap in time are one step: work side by side is no repetition. */
export interface Sequence {
  /** The position of the run above; -1 for the roots. */
  readonly parent: number;
  /** The position of each step's first run; one more entry for the end of the last. */
  readonly places: readonly number[];
  /** Equal for steps of the same kinds and names. */
  readonly symbols: readonly number[];
}

/** Tracers cut times to the millisecond: what begins within one of an end may well have begun after it. */
const CUT = 1;
/** What it takes to look at a run, in characters searched. */
const LOOK = 32;
/** Fewer steps can't be a loop. */
const FEWEST = 3;

/** Numbers for what steps are called, the same for the same kinds and names. */
export class StepSymbols {
  readonly #names = new Map<string, number>();
  readonly #groups = new Map<string, number>();

  /** Of one run. */
  of(kind: RunKind, name: string): number {
    let id = this.#names.get(name);
    if (id === undefined) {
      id = this.#names.size;
      this.#names.set(name, id);
    }
    return id * RUN_KINDS.length + RUN_KINDS.indexOf(kind);
  }

  /** Of several runs side by side, in any order; below 0. */
  ofGroup(count: number, sum: number): number {
    const key = `${count} ${sum}`;
    let id = this.#groups.get(key);
    if (id === undefined) {
      id = -1 - this.#groups.size;
      this.#groups.set(key, id);
    }
    return id;
  }
}

/**
 * The steps directly under a run.
 *
 * @param parent a position; -1 for the roots
 */
export function* sequenceUnder(trace: Trace, parent: number, symbols: StepSymbols, work: Work): Paused<Sequence> {
  const { subtreeEnd, start, end } = trace.columns;
  const last = parent === -1 ? trace.runs.length : subtreeEnd[parent]!;
  const places: number[] = [];
  const found: number[] = [];
  let busyUntil = Number.NEGATIVE_INFINITY;
  let count = 0;
  let sum = 0;
  for (let at = parent + 1; at < last; at = subtreeEnd[at]!) {
    if (work.add(LOOK)) yield;
    const { kind, name } = trace.runs[at]!;
    const symbol = symbols.of(kind, name);
    if (places.length > 0 && start[at]! + CUT <= busyUntil) {
      // The runs of one step, in any order.
      count++;
      sum = (sum + scrambled(symbol)) | 0;
      found[found.length - 1] = symbols.ofGroup(count, sum);
    } else {
      places.push(at);
      found.push(symbol);
      count = 1;
      sum = scrambled(symbol);
    }
    const until = Number.isNaN(end[at]!) ? start[at]! : end[at]!;
    if (until > busyUntil) busyUntil = until;
  }
  places.push(last);
  return { parent, places, symbols: found };
}

/** The positions of the runs, and -1 for the trace itself, that have enough runs directly under them to hold a loop. */
export function placesOfSequences({ columns: { parent } }: Trace): readonly number[] {
  const children = new Uint32Array(parent.length + 1);
  for (let at = 0; at < parent.length; at++) children[parent[at]! + 1]! += 1;
  const places: number[] = [];
  for (let at = 0; at < children.length; at++) if (children[at]! >= FEWEST) places.push(at - 1);
  return places;
}
