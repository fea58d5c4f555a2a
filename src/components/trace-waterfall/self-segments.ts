import type { TimeScale } from '../../hooks/time-scale.ts';
import type { Run } from '../../core/model/run.ts';
import type { Trace } from '../../core/model/trace.ts';

/** A piece of a bar, in px from the start of the lane. */
export interface Segment {
  readonly x: number;
  readonly width: number;
}

/** Pieces narrower than this can't be told from nothing. */
const NARROWEST = 1;

/**
 * The pieces of a run's bar in which none of its children is at work: its own time. Children come by start, so one pass
 * over them is enough; what is between two of them on the same pixel is passed over.
 *
 * @param from where the bar begins, in px
 * @param to where it ends
 */
export function selfSegments(trace: Trace, run: Run, scale: TimeScale, from: number, to: number): readonly Segment[] {
  const { subtreeEnd, start, end } = trace.columns;
  const at = trace.indexOf(run);
  const last = subtreeEnd[at] ?? 0;
  if (last === at + 1) return [];
  const segments: Segment[] = [];
  let covered = from;
  for (let child = at + 1; child < last && covered < to; child = subtreeEnd[child] ?? last) {
    const begins = scale.toX(start[child] ?? 0);
    if (begins - covered >= NARROWEST) segments.push({ x: covered, width: Math.min(begins, to) - covered });
    const ended = end[child] ?? Number.NaN;
    covered = Math.max(covered, Number.isNaN(ended) ? to : scale.toX(ended));
  }
  if (to - covered >= NARROWEST) segments.push({ x: covered, width: to - covered });
  return segments;
}
