import type { Run } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';
import { runDimension, type RunDimension, type RunDimensionId } from '../dimensions.ts';
import { criticalPath, type CriticalPath, type CriticalPathOptions } from './critical-path.ts';

/** How the wait is told apart. */
export interface BottlenecksOptions extends CriticalPathOptions {
  /** What is told as one; `run` tells each run by itself. @default 'name' */
  readonly by?: RunDimensionId | RunDimension | undefined;
  /** The trace's critical path, where it is at hand already. */
  readonly path?: CriticalPath | undefined;
}

/** What a part of the wait was spent on. */
export interface Bottleneck {
  /** What its runs have in common; null for those that say nothing of the kind. */
  readonly value: string | null;
  /** Ms of the critical path. */
  readonly duration: number;
  /** The share of the critical path, 0 to 1. The shares of all add up to 1. */
  readonly share: number;
  /** How many runs took it. */
  readonly runs: number;
  /** The run among them that took most: where to look. */
  readonly slowest: Run;
  /** Ms of it in runs that have children while none of those was waited for: code that nobody traced, queues, waiting. */
  readonly untraced: number;
}

/**
 * What the wait was spent on: the critical path by what its runs have in common, most first. Each moment of the path
 * counts for the innermost run that it is in, so a step that only waits for others takes nothing.
 */
export function bottlenecks(trace: Trace, options: BottlenecksOptions = {}): readonly Bottleneck[] {
  const { by = 'name', path = criticalPath(trace, options) } = options;
  const { valueOf } = runDimension(by);
  const { subtreeEnd } = trace.columns;
  const groups = new Map<string | null, Group>();
  for (let at = 0; at < subtreeEnd.length; at++) {
    const duration = path.duration[at]!;
    if (!(duration > 0)) continue;
    const value = valueOf(trace.runs[at]!);
    let group = groups.get(value);
    if (group === undefined) {
      group = { duration: 0, runs: 0, untraced: 0, slowest: at };
      groups.set(value, group);
    }
    group.duration += duration;
    group.runs++;
    if (subtreeEnd[at]! > at + 1) group.untraced += duration;
    if (duration > path.duration[group.slowest]!) group.slowest = at;
  }
  const found: Bottleneck[] = [];
  for (const [value, { duration, runs, untraced, slowest }] of groups) {
    found.push({ value, duration, share: duration / path.length, runs, slowest: trace.runs[slowest]!, untraced });
  }
  return found.toSorted((a, b) => b.duration - a.duration);
}

interface Group {
  duration: number;
  runs: number;
  untraced: number;
  /** The position of the run that took most. */
  slowest: number;
}
