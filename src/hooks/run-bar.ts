import type { Run } from '../core/model/run.ts';
import type { Trace } from '../core/model/trace.ts';
import type { TimeScale } from './time-scale.ts';

/** Where a run is drawn on a lane. All in px from the start of the lane; cut at its edges. */
export interface RunBar {
  readonly x: number;
  readonly width: number;
  /** Where the first token arrived; null if that was not recorded. */
  readonly firstTokenX: number | null;
  /** Where the last of what is inside ends, if that is after the run's own end; null if not. */
  readonly outlivedX: number | null;
  /** Whether the run goes on beyond an edge of the lane. */
  readonly isCutAtStart: boolean;
  readonly isCutAtEnd: boolean;
  /** Whether nothing of the run lies in the window. */
  readonly isOutside: boolean;
  readonly isRunning: boolean;
}

/** The narrowest bar, in px: what took no time can still be seen. */
const NARROWEST = 2;

/** Where a run is drawn, its end in ms given, since a running one has none. */
export function runBar(trace: Trace, run: Run, scale: TimeScale, end: number): RunBar {
  const { window, width } = scale;
  const clip = (x: number): number => Math.min(width, Math.max(0, x));
  const from = scale.toX(run.start);
  const to = scale.toX(end);
  const isOutside = run.start > window.end || end < window.start;
  const x = Math.min(clip(from), width - NARROWEST);
  const outlived = trace.columns.latestEnd[trace.indexOf(run)] ?? Number.NEGATIVE_INFINITY;
  return {
    x,
    width: isOutside ? 0 : Math.max(NARROWEST, clip(to) - x),
    firstTokenX: run.firstToken === null || run.firstToken > end ? null : clip(scale.toX(run.firstToken)),
    outlivedX: run.end !== null && outlived > run.end ? clip(scale.toX(outlived)) : null,
    isCutAtStart: run.start < window.start,
    isCutAtEnd: end > window.end,
    isOutside,
    isRunning: run.status === 'running' && run.end === null,
  };
}
