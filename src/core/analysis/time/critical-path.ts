import type { Trace } from '../../model/trace.ts';
import { walkRoots } from './path-roots.ts';
import { PathWalk, type PathColumns } from './path-walk.ts';
import { runEnds } from './run-ends.ts';

/** How the critical path is found. */
export interface CriticalPathOptions {
  /** The present in epoch ms, to which running runs reach; without it they reach to the last moment that is known. */
  readonly now?: number | undefined;
  /**
   * Ms by which a run may outlast the start of one that waited for it, and within which two runs end together: clocks are
   * that coarse.
   * @default 1
   */
  readonly tolerance?: number | undefined;
}

/** Which run the path was in and when, one entry a stretch: apart from each other, in order of time, none without length. */
export interface PathSegments {
  readonly position: Uint32Array;
  /** Ms after the trace's start. */
  readonly start: Float64Array;
  readonly end: Float64Array;
}

/** The runs that determined how long a trace took. Columns have one entry a run in reading order. */
export interface CriticalPath {
  /** How long the path is: ms in which a root was at work. */
  readonly length: number;
  readonly segments: PathSegments;
  /**
   * When the path enters and leaves the run with all that is under it, in ms after the trace's start: always one stretch,
   * which is what a closed row shows. NaN off the path.
   */
  readonly enter: Float64Array;
  readonly leave: Float64Array;
  /** Ms of the path in the run itself, none of it in what is under it: they add up to `length`. */
  readonly duration: Float64Array;
  /**
   * How much later a run could have ended, in ms, before it would have mattered: the time until the sibling ends through
   * which the path led when the run ended (when it began, for a root), plus the slack of the run that both are under.
   * 0 on the path; NaN for what lies outside of the time of the run that it is under: nothing waited for it.
   */
  readonly slack: Float64Array;
  /** Runs of the path that lie partly outside of the run that they are under; only what is inside of it counts. */
  readonly clipped: number;
  /** Whether the path leads through the run. */
  readonly isOn: (position: number) => boolean;
  /** The share of the path in the run itself, 0 to 1. */
  readonly share: (position: number) => number;
  /** The share of the path in the run and all that is under it, 0 to 1. */
  readonly subtreeShare: (position: number) => number;
}

const TOLERANCE = 1;

/**
 * The critical path: which runs determined how long the trace took, from when to when. Found by walking back from the end
 * of each run. What it waited for last is the child that ended last; what that one had waited for is the child that had
 * ended last when it began; and so on. What no child explains is the run's own.
 *
 * This is Jaeger's walk, after Uber's CRISP (USENIX ATC 2022), but for two things, since LLM applications stream:
 * - A child that ends when the next begins, or up to `tolerance` later, is followed by it.
 * - A step that reads what a model streams, such as a parser, is on the path only from when the model has ended.
 *
 * What lies outside of the run that it is under is cut off. Linear where children end in the order in which they began,
 * else n log n.
 */
export function criticalPath(trace: Trace, options: CriticalPathOptions = {}): CriticalPath {
  const { now, tolerance = TOLERANCE } = options;
  const { start } = trace.columns;
  const count = start.length;
  const end = runEnds(trace, now);
  const columns: PathColumns = {
    isOn: new Uint8Array(count),
    enter: new Float64Array(count).fill(Number.NaN),
    leave: new Float64Array(count).fill(Number.NaN),
    slack: new Float64Array(count).fill(Number.NaN),
  };
  walkRoots(trace, end, columns);
  const clipped = walkChildren(trace, end, columns, tolerance);

  const { isOn, enter, leave, slack } = columns;
  const { segments, duration, length } = cutSegments(trace, columns);
  const share = (time: number | undefined): number => (length > 0 && time! > 0 ? time! / length : 0);
  return {
    length, segments, enter, leave, duration, slack, clipped,
    isOn: (position) => isOn[position] === 1,
    share: (position) => share(duration[position]),
    subtreeShare: (position) => share(leave[position]! - enter[position]!),
  };
}

/** Walks every run after the one that it is under, so that its window is known. Gives how many on the path were cut. */
function walkChildren(trace: Trace, end: Float64Array, columns: PathColumns, tolerance: number): number {
  const { start, parent, subtreeEnd } = trace.columns;
  const { isOn, enter, leave, slack } = columns;
  const walk = new PathWalk(trace, end, columns, tolerance);
  let clipped = 0;
  for (let at = 0; at < start.length; at++) {
    const above = parent[at]!;
    if (above !== -1 && isOn[at] === 1 && isOn[above] === 0) {
      // It is what its parent waited for, but nobody waited for its parent.
      isOn[at] = 0;
      enter[at] = Number.NaN;
      leave[at] = Number.NaN;
    }
    if (above !== -1 && isOn[at] === 1 && (start[at]! < start[above]! || end[at]! > end[above]!)) clipped++;
    if (subtreeEnd[at] === at + 1 || Number.isNaN(slack[at]!)) continue;
    if (isOn[at] === 1) walk.walk(at, enter[at]!, leave[at]!);
    else walk.walk(at, start[at]!, end[at]!);
  }
  return clipped;
}

/** Takes from the window of each run those of what is under it: one pass, since windows come in reading order. */
function cutSegments(trace: Trace, { isOn, enter, leave }: PathColumns): Pick<CriticalPath, 'segments' | 'duration' | 'length'> {
  const { parent, subtreeEnd } = trace.columns;
  const count = isOn.length;
  const duration = new Float64Array(count);
  const position: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  /** Up to where the window of a run has been handed out. */
  const cursor = enter.slice();
  let length = 0;

  const cut = (run: number, until: number): void => {
    const own = until - cursor[run]!;
    if (!(own > 0)) return;
    position.push(run);
    from.push(cursor[run]!);
    to.push(until);
    duration[run]! += own;
  };

  let open = -1;
  for (let at = 0; at <= count; ) {
    for (; open !== -1 && subtreeEnd[open]! <= at; open = parent[open]!) cut(open, leave[open]!);
    if (at === count) break;
    if (isOn[at] === 0) {
      at = subtreeEnd[at]!;
      continue;
    }
    if (open === -1) length += leave[at]! - enter[at]!;
    else {
      cut(open, enter[at]!);
      cursor[open] = Math.max(cursor[open]!, leave[at]!);
    }
    open = at++;
  }
  return { segments: { position: Uint32Array.from(position), start: Float64Array.from(from), end: Float64Array.from(to) }, duration, length };
}
