import type { Trace } from '../../model/trace.ts';
import { endOf } from '../timeline/time-window.ts';

/**
 * When each run ended, in ms after the trace's start, one entry a run in reading order. A running run goes on until the
 * present, or without one until the last moment that is known; one that neither runs nor has an end counts as no
 * longer than its start. This is what timelines draw.
 *
 * @param now the present in epoch ms
 */
export function runEnds(trace: Trace, now?: number): Float64Array {
  const { start, end } = trace.columns;
  let last = 0;
  let isComplete = true;
  for (let at = 0; at < end.length; at++) {
    const isOpen = Number.isNaN(end[at]!);
    if (isOpen) isComplete = false;
    last = Math.max(last, isOpen ? start[at]! : end[at]!);
  }
  if (isComplete) return end;
  const known = { start: 0, end: last };
  return end.map((moment, at) => (Number.isNaN(moment) ? endOf(trace, trace.runs[at]!, known, now) : moment));
}
