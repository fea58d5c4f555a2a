'use client';
import { createContext, useContext, type Context, type ReactNode } from 'react';
import type { Insight } from '../../core/analysis/insights/insight.ts';
import type { Trace } from '../../core/model/trace.ts';
import type { TraceInsightsState } from '../../hooks/useTraceInsights.ts';
import type { SelectedChangeDetails } from '../../hooks/trace-tree-state.ts';
import type { TraceInsightsMessages } from './messages.ts';

/** What the parts of a list of insights share. */
export interface TraceInsightsShared extends TraceInsightsState {
  readonly messages: TraceInsightsMessages;
  readonly locale: string | undefined;
  /** The position of the selected run; -1 if none is. */
  readonly selected: number;
  /** Goes to the run at a position. Null where the host shows no runs. */
  readonly select: ((position: number, reason: SelectedChangeDetails['reason']) => void) | null;
  readonly renderInsight: ((insight: Insight, trace: Trace) => ReactNode) | undefined;
}

export const TraceInsightsContext: Context<TraceInsightsShared | null> = createContext<TraceInsightsShared | null>(null);

/** The insights around a part. */
export function useTraceInsightsContext(part: string): TraceInsightsShared {
  const shared = useContext(TraceInsightsContext);
  if (shared === null) throw new Error(`<${part}> has nothing to show: it is used outside of <TraceInsightsRoot>. Put it inside of one.`);
  return shared;
}
