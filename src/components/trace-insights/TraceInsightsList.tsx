'use client';
import { useEffect, useRef, useState, type ComponentPropsWithRef, type ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { TraceInsight } from './TraceInsight.tsx';
import { TraceInsightFailure } from './TraceInsightFailure.tsx';
import { useTraceInsightsContext } from './TraceInsightsContext.ts';

/** Props of `TraceInsightsList`. */
export interface TraceInsightsListProps extends ComponentPropsWithRef<'ul'> {}

/** So many are listed at once. */
const STEP = 20;

/**
 * What stands out, what matters most first, and the rules that could not be carried out; or the items that it is given.
 * Renders a `<ul>`; nothing if there is nothing to list.
 */
export const TraceInsightsList: Part<TraceInsightsListProps> = /* @__PURE__ */ part(function TraceInsightsList({ children, ...rest }: TraceInsightsListProps): ReactElement | null {
  const { insights, failures, messages } = useTraceInsightsContext('TraceInsightsList');
  const [count, setCount] = useState(STEP);
  const listRef = useRef<HTMLUListElement>(null);
  useEffect(() => {
    // The button that was pressed may be gone.
    if (count > STEP) listRef.current?.children[count - STEP]?.querySelector('button')?.focus();
  }, [count]);
  if (children == null && insights.length === 0 && failures.length === 0) return null;
  const next = Math.min(STEP, insights.length - count);
  return (
    <ul {...mergeProps({ 'data-slot': 'trace-insights-list', ref: listRef }, rest)}>
      {children ?? (
        <>
          {insights.slice(0, count).map((insight, nth) => <TraceInsight key={nth} insight={insight} />)}
          {next > 0 && (
            <li>
              <button type="button" data-slot="trace-insights-more" onClick={() => setCount(count + STEP)}>{messages.showMore(next)}</button>
            </li>
          )}
          {failures.map((failure, nth) => <TraceInsightFailure key={nth} failure={failure} />)}
        </>
      )}
    </ul>
  );
});
