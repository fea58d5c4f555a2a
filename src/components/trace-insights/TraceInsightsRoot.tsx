'use client';
import { useMemo, useState, type ComponentPropsWithRef, type ReactElement, type ReactNode } from 'react';
import type { Insight } from '../../core/analysis/insights/insight.ts';
import type { Trace } from '../../core/model/trace.ts';
import type { SelectedChangeDetails } from '../../hooks/trace-tree-state.ts';
import { useLatest } from '../../hooks/useLatest.ts';
import { useTraceInsights, type UseTraceInsightsOptions } from '../../hooks/useTraceInsights.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { ENGLISH, type TraceInsightsMessages } from './messages.ts';
import { TraceInsightsContext, type TraceInsightsShared } from './TraceInsightsContext.ts';

/** Props of `TraceInsightsRoot`. */
export interface TraceInsightsRootProps extends UseTraceInsightsOptions, ComponentPropsWithRef<'div'> {
  /** The id of the run that is selected; null for none. Without it, the one that was gone to last. */
  readonly selected?: string | null | undefined;
  /**
   * Asks to show a run, also one that is selected already: it may be out of sight. Without it, insights lead nowhere.
   */
  readonly onSelectedChange?: ((selected: string, details: SelectedChangeDetails) => void) | undefined;
  /** A BCP 47 tag for numbers. @default that of the browser */
  readonly locale?: string | undefined;
  /** Texts in place of the English ones; sentences for rules of one's own. */
  readonly messages?: Partial<TraceInsightsMessages> | undefined;
  /**
   * What to show of an insight instead of a sentence: text and what may stand in a button. Where it gives null or
   * undefined, the sentence is shown.
   */
  readonly renderInsight?: ((insight: Insight, trace: Trace) => ReactNode) | undefined;
}

/** Looks for what stands out, and holds what the parts share. Renders a `<div>`. */
export const TraceInsightsRoot: Part<TraceInsightsRootProps> = /* @__PURE__ */ part(function TraceInsightsRoot(props: TraceInsightsRootProps): ReactElement {
  const { trace, rules, selected: given, onSelectedChange, locale, messages: texts, renderInsight, ...rest } = props;
  const state = useTraceInsights({ trace, rules });
  const [last, setLast] = useState<string | null>(null);
  const messages = useMemo<TraceInsightsMessages>(() => ({ ...ENGLISH, ...texts, sentences: { ...ENGLISH.sentences, ...texts?.sentences } }), [texts]);
  const latestRef = useLatest({ trace: state.trace, onSelectedChange });
  const hasRuns = onSelectedChange !== undefined;
  const select = useMemo<TraceInsightsShared['select']>(() => {
    if (!hasRuns) return null;
    return (position, reason) => {
      const run = latestRef.current.trace.runs[position];
      if (run === undefined) return;
      setLast(run.id);
      latestRef.current.onSelectedChange?.(run.id, { reason, run });
    };
  }, [hasRuns, latestRef]);
  const id = given === undefined ? last : given;
  const selected = id === null ? -1 : state.trace.indexOf({ id });
  const shared = useMemo<TraceInsightsShared>(
    () => ({ ...state, messages, locale, selected, select, renderInsight }),
    [state, messages, locale, selected, select, renderInsight],
  );
  const own = { 'data-slot': 'trace-insights', role: 'group', 'aria-label': messages.label(trace.name), 'aria-busy': state.isSearching };
  return (
    <TraceInsightsContext.Provider value={shared}>
      <div {...mergeProps(own, rest)} />
    </TraceInsightsContext.Provider>
  );
});
