'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { formatShare } from '../primitives/quantity.ts';
import { useTraceInsightsContext } from './TraceInsightsContext.ts';

/** Props of `TraceInsightsStatus`. */
export interface TraceInsightsStatusProps extends Omit<ComponentPropsWithRef<'p'>, 'children'> {}

/** Says that insights are looked for, or that there are none; how many there are, only to who listens. Renders a `<p>`. */
export const TraceInsightsStatus: Part<TraceInsightsStatusProps> = /* @__PURE__ */ part(function TraceInsightsStatus(props: TraceInsightsStatusProps): ReactElement {
  const { insights, isSearching, progress, messages, locale } = useTraceInsightsContext('TraceInsightsStatus');
  const state = insights.length > 0 ? 'found' : isSearching ? 'searching' : 'empty';
  return (
    <p {...mergeProps({ 'data-slot': 'trace-insights-status', 'data-state': state, role: 'status' }, props)}>
      {state === 'found' ? <span data-slot="visually-hidden">{messages.found(insights.length)}</span> : messages[state]}
      {state === 'searching' && progress > 0 && <span aria-hidden data-slot="trace-insights-progress">{formatShare(progress, locale)}</span>}
    </p>
  );
});
