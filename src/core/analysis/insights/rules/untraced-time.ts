import type { Trace } from '../../../model/trace.ts';
import type { InsightRule } from '../insight.ts';
import { pathOf } from '../path-of.ts';

/** From this share of the wait on, and so many ms, it matters that nobody knows what went on. */
const LEAST_SHARE = 0.2;
const LEAST = 100;
/** Runs to look at. */
const MOST_PLACES = 8;

/**
 * The time that the trace spent in runs that hold others while none of those was at work: code that nobody traced,
 * queues, waiting.
 *
 * Figures: `duration`, `share`, `runs`.
 */
export const untracedTime: InsightRule = {
  id: 'untraced-time',
  run: (trace) => {
    const { duration, length } = pathOf(trace);
    const places = holders(trace, duration);
    let untraced = 0;
    for (const at of places) untraced += duration[at]!;
    const share = length > 0 ? untraced / length : 0;
    if (share < LEAST_SHARE || untraced < LEAST) return [];
    const positions = places.toSorted((a, b) => duration[b]! - duration[a]!).slice(0, MOST_PLACES);
    return [{ rule: untracedTime.id, severity: 'info', weight: share, positions, figures: { duration: untraced, share, runs: places.length } }];
  },
};

function holders({ columns: { subtreeEnd } }: Trace, duration: Float64Array): readonly number[] {
  const places: number[] = [];
  for (let at = 0; at < duration.length; at++) if (subtreeEnd[at]! > at + 1 && duration[at]! > 0) places.push(at);
  return places;
}
