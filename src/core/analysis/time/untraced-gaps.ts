import type { Trace } from '../../model/trace.ts';
import { runEnds } from './run-ends.ts';

/** Which gaps are told one by one. */
export interface UntracedGapsOptions {
  /** The present in epoch ms, to which running runs reach; without it they reach to the last moment that is known. */
  readonly now?: number | undefined;
  /** The shortest gap that is told, in ms. Tracers themselves take some of the time between two steps. @default 1 */
  readonly least?: number | undefined;
  /** The smallest share of the run that a gap is told from, 0 to 1: what is smaller can't be seen beside it. @default 0.01 */
  readonly leastShare?: number | undefined;
}

/** When nothing that was traced was at work inside of runs that have children: code that nobody traced, queues, waiting. */
export interface UntracedGaps {
  /** The run of each gap that is long enough to be told; runs in reading order, the gaps of each in order of time. */
  readonly position: Uint32Array;
  /** Ms after the trace's start. */
  readonly start: Float64Array;
  readonly end: Float64Array;
  /** The gaps of the run at a position are those from `first[position]` to before `first[position + 1]`. */
  readonly first: Uint32Array;
  /**
   * All untraced ms of each run, short gaps included, one entry a run in reading order: its self time, if it has
   * children. 0 for a run without children; NaN where a run neither ended nor runs.
   */
  readonly total: Float64Array;
}

const LEAST = 1;
const LEAST_SHARE = 0.01;

/**
 * The time of each run during which none of its children was at work. What a child does outside of its parent's time does
 * not matter; a child without an end may still be at work, and covers its parent to the end. Two passes over the runs: in
 * reading order the children of a run come by start, so each has only to be laid on top of what the earlier ones cover.
 */
export function untracedGaps(trace: Trace, options: UntracedGapsOptions = {}): UntracedGaps {
  const { now, least = LEAST, leastShare = LEAST_SHARE } = options;
  const { start } = trace.columns;
  const count = start.length;
  const end = runEnds(trace, now);
  const total = new Float64Array(count);
  const first = new Uint32Array(count + 1);
  const isTold = (run: number, from: number, to: number): boolean => to - from >= least && to - from >= (end[run]! - start[run]!) * leastShare;

  forEachGap(trace, end, (run, from, to) => {
    total[run]! += to - from;
    if (isTold(run, from, to)) first[run + 1]! += 1;
  });
  for (let at = 0; at < count; at++) {
    first[at + 1]! += first[at]!;
    if (Number.isNaN(trace.columns.end[at]!) && trace.runs[at]!.status !== 'running') total[at] = Number.NaN;
  }

  const gaps = { position: new Uint32Array(first[count]!), start: new Float64Array(first[count]!), end: new Float64Array(first[count]!) };
  const next = first.slice();
  forEachGap(trace, end, (run, from, to) => {
    if (!isTold(run, from, to)) return;
    const place = next[run]!++;
    gaps.position[place] = run;
    gaps.start[place] = from;
    gaps.end[place] = to;
  });
  return { ...gaps, first, total };
}

/** Calls for every gap; those of one run come in order of time. */
function forEachGap(trace: Trace, end: Float64Array, found: (run: number, from: number, to: number) => void): void {
  const { start, parent, subtreeEnd, end: recorded } = trace.columns;
  const count = start.length;
  const coveredUntil = start.slice();
  let open = -1;
  for (let at = 0; at <= count; at++) {
    for (; open !== -1 && subtreeEnd[open]! <= at; open = parent[open]!) {
      if (end[open]! > coveredUntil[open]!) found(open, coveredUntil[open]!, end[open]!);
    }
    if (at === count) return;
    if (open !== -1) {
      const covered = coveredUntil[open]!;
      const until = Number.isNaN(recorded[at]!) ? end[open]! : Math.min(end[at]!, end[open]!);
      if (until > Math.max(start[at]!, covered)) {
        if (start[at]! > covered) found(open, covered, start[at]!);
        coveredUntil[open] = until;
      }
    }
    if (subtreeEnd[at]! > at + 1) open = at;
  }
}
