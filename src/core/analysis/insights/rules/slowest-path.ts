import { bottlenecks } from '../../time/bottlenecks.ts';
import type { InsightRule } from '../insight.ts';
import { pathOf } from '../path-of.ts';

/** From this share of the wait on, one kind of step is what a trace waited for. */
const LEAST_SHARE = 0.4;

/**
 * What the trace waited for longest, by name, if that was a large part of the wait.
 *
 * Figures: `name`, `duration`, `share`, `runs`.
 */
export const slowestPath: InsightRule = {
  id: 'slowest-path',
  run: (trace) => {
    const [longest] = bottlenecks(trace, { path: pathOf(trace) });
    if (longest === undefined || longest.value === null || longest.share < LEAST_SHARE || trace.runs.length < 2) return [];
    // Time that nobody traced has a rule of its own.
    if (longest.untraced > longest.duration / 2) return [];
    const { value: name, duration, share, runs, slowest } = longest;
    return [{ rule: slowestPath.id, severity: 'info', weight: share, positions: [trace.indexOf(slowest)], figures: { name, duration, share, runs } }];
  },
};
