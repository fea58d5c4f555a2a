import type { Trace } from '../../model/trace.ts';
import { modelCalls } from '../model-calls.ts';
import { RunGroups, type BreakdownBy } from './run-groups.ts';
import { UsageAdder, type UsageSum } from './usage-sum.ts';

/** The tokens of the runs that share a value. */
export interface UsageGroup extends UsageSum {
  /** Null for the runs that have no such value. */
  readonly value: string | null;
}

/** Where the tokens went. */
export interface UsageBreakdown {
  /** What the groups are by. */
  readonly by: string;
  /** The group with the most tokens first. Groups hold own figures: a run's tokens count where they were used. */
  readonly groups: readonly UsageGroup[];
  /** Each run once. */
  readonly total: UsageSum;
  /** Whether a run is in several groups, as with several tags: the groups then come to more than the total. */
  readonly overlaps: boolean;
}

/** The tokens of traces by model, name, kind, node, tag or whatever runs tell. Runs that used none are in no group. */
export function usageBreakdown(traces: Trace | readonly Trace[], by: BreakdownBy): UsageBreakdown {
  const groups = new RunGroups(by, (value) => ({ value, adder: new UsageAdder() }));
  const total = new UsageAdder();
  for (const trace of 'runs' in traces ? [traces] : traces) {
    const calls = modelCalls(trace);
    for (let at = 0; at < trace.runs.length; at++) {
      const run = trace.runs[at]!;
      const { usage } = run;
      if (usage === null && calls[at] === 0) continue;
      total.add(usage);
      for (const { adder } of groups.of(run)) adder.add(usage);
    }
  }
  const sums = groups.all().map(({ value, adder }) => ({ value, ...adder.sum() }));
  sums.sort((a, b) => (b.total ?? -1) - (a.total ?? -1));
  return { by: groups.id, groups: sums, total: total.sum(), overlaps: groups.overlaps };
}
