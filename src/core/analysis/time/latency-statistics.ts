import type { Trace } from '../../model/trace.ts';
import { runDimension, type RunDimension, type RunDimensionId } from '../dimensions.ts';
import { quantile } from '../quantile.ts';

/** How long the runs of a group took, in ms. Figures of durations are null where no run of the group has ended. */
export interface LatencyStatistics {
  /** What the runs have in common; null for those that say nothing of the kind. */
  readonly value: string | null;
  readonly runs: number;
  /** Runs that failed. */
  readonly errors: number;
  /** Runs without an end, running ones above all: they have no duration and are in none of the figures below. */
  readonly unended: number;
  /** All durations. Runs that go on side by side or inside one another each count, so this can be more than the wait. */
  readonly total: number;
  /** All time in the runs that none of their children covers. */
  readonly self: number;
  readonly mean: number | null;
  readonly min: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  readonly p99: number | null;
  readonly max: number | null;
}

/**
 * How long runs took, by what they have in common: the groups that took most in all first. Quantiles are exact (type 7,
 * see `quantile`), not estimated from buckets.
 *
 * @param traces one trace, or those of a whole project
 * @example
 * latencyStatistics(trace, 'name')
 */
export function latencyStatistics(traces: Trace | Iterable<Trace>, by: RunDimensionId | RunDimension): readonly LatencyStatistics[] {
  const { valueOf } = runDimension(by);
  const groups = new Map<string | null, Group>();
  for (const trace of Symbol.iterator in traces ? traces : [traces]) {
    const { start, end, selfTime } = trace.columns;
    for (let at = 0; at < start.length; at++) {
      const run = trace.runs[at]!;
      const value = valueOf(run);
      let group = groups.get(value);
      if (group === undefined) {
        group = { durations: [], errors: 0, unended: 0, self: 0 };
        groups.set(value, group);
      }
      if (run.status === 'error') group.errors++;
      if (Number.isNaN(end[at]!)) group.unended++;
      else {
        group.durations.push(end[at]! - start[at]!);
        group.self += selfTime[at]!;
      }
    }
  }
  return Array.from(groups, ([value, group]) => statisticsOf(value, group)).toSorted((a, b) => b.total - a.total || b.self - a.self || b.runs - a.runs);
}

interface Group {
  readonly durations: number[];
  errors: number;
  unended: number;
  self: number;
}

function statisticsOf(value: string | null, { durations, errors, unended, self }: Group): LatencyStatistics {
  const sorted = Float64Array.from(durations).toSorted();
  let total = 0;
  for (const duration of sorted) total += duration;
  const at = (share: number): number | null => (sorted.length === 0 ? null : quantile(sorted, share));
  return {
    value, errors, unended, total, self,
    runs: sorted.length + unended,
    mean: sorted.length === 0 ? null : total / sorted.length,
    min: at(0), p50: at(0.5), p90: at(0.9), p99: at(0.99), max: at(1),
  };
}
