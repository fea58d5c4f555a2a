import type { Trace } from '../../model/trace.ts';
import type { TimeWindow } from './time-window.ts';

/**
 * The stretches in which no step is at work: only runs that hold other runs go on, waiting for a person, a queue, or code
 * that nobody traced. Longest stretches that are at least a share of the whole, in order of time.
 *
 * @param least the share of the whole from which on a stretch counts, 0 to 1
 */
export function idleStretches(trace: Trace, whole: TimeWindow, least = 0.08): readonly TimeWindow[] {
  const { start, end, subtreeEnd } = trace.columns;
  const leaves: number[] = [];
  for (let at = 0; at < start.length; at++) if (subtreeEnd[at] === at + 1) leaves.push(at);
  leaves.sort((a, b) => start[a]! - start[b]!);

  const shortest = (whole.end - whole.start) * least;
  const stretches: TimeWindow[] = [];
  let busyUntil = whole.start;
  for (const at of leaves) {
    if (start[at]! - busyUntil >= shortest && shortest > 0) stretches.push({ start: busyUntil, end: start[at]! });
    busyUntil = Math.max(busyUntil, Number.isNaN(end[at]!) ? whole.end : end[at]!);
  }
  if (whole.end - busyUntil >= shortest && shortest > 0) stretches.push({ start: busyUntil, end: whole.end });
  return stretches;
}
