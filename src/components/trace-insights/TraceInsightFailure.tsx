'use client';
import type { ReactElement } from 'react';
import type { InsightFailure } from '../../hooks/insight-rules-guarded.ts';
import { InsightIcon } from './InsightIcon.tsx';
import { useTraceInsightsContext } from './TraceInsightsContext.ts';

/** The most that is told of a reason, in characters. */
const LONGEST = 200;

/** A rule that could not be carried out, in the place of what it would have found. */
export function TraceInsightFailure({ failure: { rule, error } }: { readonly failure: InsightFailure }): ReactElement {
  const { messages } = useTraceInsightsContext('TraceInsightFailure');
  return (
    <li data-slot="trace-insight" data-failed="">
      <span data-slot="trace-insight-jump">
        <InsightIcon rule="failure" />
        <span data-slot="trace-insight-sentence">{messages.failed(String(rule).slice(0, LONGEST), reasonOf(error))}</span>
      </span>
    </li>
  );
}

/** Anything can be thrown, also what cannot be made a text. */
function reasonOf(error: unknown): string {
  if (error instanceof Error) return String(error.message).slice(0, LONGEST);
  return typeof error === 'string' ? error.slice(0, LONGEST) : '';
}
