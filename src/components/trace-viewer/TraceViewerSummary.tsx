'use client';
import type { ReactElement } from 'react';
import { part, type Part } from '../primitives/part.ts';
import { TraceSummary, type TraceSummaryProps } from '../trace-summary/TraceSummary.tsx';
import { useTraceViewerContext } from './TraceViewerContext.ts';

/** Props of `TraceViewerSummary`. */
export interface TraceViewerSummaryProps extends Omit<TraceSummaryProps, 'trace'> {}

/** What the trace adds up to. Renders a `<div>`. */
export const TraceViewerSummary: Part<TraceViewerSummaryProps> = /* @__PURE__ */ part(function TraceViewerSummary(props: TraceViewerSummaryProps): ReactElement {
  const { trace, viewer, messages, locale, now } = useTraceViewerContext('TraceViewerSummary');
  return <TraceSummary onSelectedChange={viewer.select} locale={locale} now={now} messages={messages.parts.summary} {...props} trace={trace} />;
});
