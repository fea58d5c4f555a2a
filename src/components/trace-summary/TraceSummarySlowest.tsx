'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { formatDuration, formatShare } from '../primitives/quantity.ts';
import { stepName } from './step-name.ts';
import { useTraceSummaryContext } from './TraceSummaryContext.ts';
import { TraceSummaryRun } from './TraceSummaryRun.tsx';

/** Props of `TraceSummarySlowest`. */
export interface TraceSummarySlowestProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {}

/** What most of the wait was spent on, which leads to the run that took most of it. Renders a `<div>`; nothing for a single run. */
export const TraceSummarySlowest: Part<TraceSummarySlowestProps> = /* @__PURE__ */ part(function TraceSummarySlowest(props: TraceSummarySlowestProps): ReactElement | null {
  const { summary, messages, locale } = useTraceSummaryContext('TraceSummarySlowest');
  const [worst] = summary.bottlenecks;
  if (worst === undefined || summary.runs < 2) return null;
  return (
    <div {...mergeProps({ 'data-slot': 'trace-summary-slowest' }, props)}>
      <TraceSummaryRun run={worst.slowest} data-slot="trace-summary-link">
        <span data-slot="trace-summary-step">{stepName(worst, messages)}</span>{' '}
        <span data-slot="trace-summary-share" title={formatDuration(worst.duration, locale).full}>{messages.slowest(formatShare(worst.share, locale))}</span>
      </TraceSummaryRun>
    </div>
  );
});
