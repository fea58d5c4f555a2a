import type { Run } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';

/** A stretch of a trace's time, in ms after its start. */
export interface TimeWindow {
  readonly start: number;
  readonly end: number;
}

/** The shortest stretch that can be looked at: ten nanoseconds. */
const SHORTEST = 1e-5;

/**
 * All of the trace's time. A trace that runs reaches to the present; one without a length gets the shortest one, so
 * that it can be drawn.
 *
 * @param now the present in epoch ms; without it a running trace reaches to the last moment that is known
 */
export function wholeWindow(trace: Trace, now?: number): TimeWindow {
  const { start, end } = trace.columns;
  let last = 0;
  let isRunning = false;
  for (let at = 0; at < start.length; at++) {
    if (Number.isNaN(end[at]!)) isRunning ||= trace.runs[at]!.status === 'running';
    last = Math.max(last, Number.isNaN(end[at]!) ? start[at]! : end[at]!);
  }
  if (isRunning && now !== undefined) last = Math.max(last, now - trace.startTime);
  return { start: 0, end: Math.max(last, SHORTEST) };
}

/** When the run ended; for a running one the present, where it is known, else the last moment that is. */
export function endOf(trace: Trace, run: Run, whole: TimeWindow, now?: number): number {
  if (run.end !== null) return run.end;
  if (run.status === 'running') return now === undefined ? whole.end : Math.max(run.start, now - trace.startTime);
  return run.start;
}

/** The window moved and cut so that it lies within the bounds and is neither empty nor larger than they are. */
export function clampWindow(window: TimeWindow, bounds: TimeWindow): TimeWindow {
  const most = bounds.end - bounds.start;
  const span = Math.min(most, Math.max(SHORTEST, window.end - window.start));
  const start = Math.min(Math.max(window.start, bounds.start), bounds.end - span);
  return { start, end: start + span };
}

/** The window made larger (factor > 1) or smaller around a moment that keeps its place on the screen. */
export function zoomWindow(window: TimeWindow, factor: number, around: number, bounds: TimeWindow): TimeWindow {
  const span = Math.min(bounds.end - bounds.start, Math.max(SHORTEST, (window.end - window.start) * factor));
  const share = (around - window.start) / (window.end - window.start);
  const start = around - span * share;
  return clampWindow({ start, end: start + span }, bounds);
}

/** The window moved by a time, without leaving the bounds. */
export function panWindow(window: TimeWindow, by: number, bounds: TimeWindow): TimeWindow {
  return clampWindow({ start: window.start + by, end: window.end + by }, bounds);
}

/** The window around a stretch, with a little room at its sides. */
export function windowAround(stretch: TimeWindow, bounds: TimeWindow): TimeWindow {
  const room = Math.max(SHORTEST, (stretch.end - stretch.start) * 0.06);
  return clampWindow({ start: Math.max(bounds.start, stretch.start - room), end: Math.min(bounds.end, stretch.end + room) }, bounds);
}
