'use client';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import type { Insight, InsightRule } from '../core/analysis/insights/insight.ts';
import { INSIGHT_RULES } from '../core/analysis/insights/insight-rules.ts';
import type { Trace } from '../core/model/trace.ts';
import type { InsightFailure } from './insight-rules-guarded.ts';
import { InsightTask, isLater, type InsightFindings } from './insight-task.ts';

/** What `useTraceInsights` takes. */
export interface UseTraceInsightsOptions {
  readonly trace: Trace;
  /**
   * What is looked for. The list may be a new one each time, its rules should be the same: another rule begins the search
   * anew. @default INSIGHT_RULES
   */
  readonly rules?: readonly InsightRule[] | undefined;
}

/** What a person should know of a trace. */
export interface TraceInsightsState {
  /** What matters most first: errors, then warnings, each by weight. Empty until all was looked through. */
  readonly insights: readonly Insight[];
  /** The trace that the positions of `insights` are of: while a live trace is looked through again, the snapshot before. */
  readonly trace: Trace;
  /** The rules that could not be carried out. They don't keep the others from it. */
  readonly failures: readonly InsightFailure[];
  /** Whether there is more to look through. */
  readonly isSearching: boolean;
  /** The share of the rules that were carried out, 0 to 1. */
  readonly progress: number;
}

const NO_INSIGHTS: readonly Insight[] = [];
const NO_FAILURES: readonly InsightFailure[] = [];

/**
 * Looks for what a person should know of a trace, in slices beside what else the page does: nothing waits for it, and on a
 * server nothing is looked for. Of a live trace, what was found last stays until a newer snapshot was looked through.
 *
 * @example
 * const { insights, isSearching } = useTraceInsights({ trace });
 * <p>{isSearching ? 'Looking…' : `${insights.length} things stand out`}</p>
 */
export function useTraceInsights({ trace, rules: given = INSIGHT_RULES }: UseTraceInsightsOptions): TraceInsightsState {
  const rules = useSameList(given);
  const [task] = useState(() => new InsightTask());
  const findings = useSyncExternalStore(task.subscribe, task.getFindings, getNoFindings);
  useEffect(() => task.look({ trace, rules }), [task, trace, rules]);
  useEffect(() => () => task.stop(), [task]);
  return useMemo(() => stateOf(trace, rules, findings), [trace, rules, findings]);
}

function stateOf(trace: Trace, rules: readonly InsightRule[], findings: InsightFindings | null): TraceInsightsState {
  // An empty trace has no run to point to.
  if (trace.runs.length === 0) return { insights: NO_INSIGHTS, trace, failures: NO_FAILURES, isSearching: false, progress: 1 };
  if (findings === null || !isLater({ trace, rules }, findings)) return { insights: NO_INSIGHTS, trace, failures: NO_FAILURES, isSearching: true, progress: 0 };
  const { insights, failures, isDone, progress } = findings;
  return { insights, trace: findings.trace, failures, isSearching: !isDone || findings.trace !== trace, progress };
}

/** The same list as long as it has the same items. */
function useSameList<T>(list: readonly T[]): readonly T[] {
  const [last, setLast] = useState(list);
  const isSame = last.length === list.length && list.every((item, nth) => item === last[nth]);
  if (!isSame) setLast(list);
  return isSame ? last : list;
}

const getNoFindings = (): null => null;
