'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import type { Bottleneck } from '../../core/analysis/time/bottlenecks.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { formatCount, formatDuration, formatShare } from '../primitives/quantity.ts';
import { stepName } from './step-name.ts';
import { useTraceSummaryContext } from './TraceSummaryContext.ts';
import { TraceSummaryMore } from './TraceSummaryMore.tsx';
import { TraceSummaryRun } from './TraceSummaryRun.tsx';
import { useMore } from './useMore.ts';

/** Props of `TraceSummaryWait`. */
export interface TraceSummaryWaitProps extends Omit<ComponentPropsWithRef<'section'>, 'children'> {}

const STEP = 6;
const BAR = { width: 64, height: 6 };

/** What the wait was spent on, each step leading to its run that took most. Renders a `<section>`; nothing where there was no wait. */
export const TraceSummaryWait: Part<TraceSummaryWaitProps> = /* @__PURE__ */ part(function TraceSummaryWait(props: TraceSummaryWaitProps): ReactElement | null {
  const { summary, messages } = useTraceSummaryContext('TraceSummaryWait');
  const shown = useMore(summary.bottlenecks, STEP);
  if (summary.bottlenecks.length === 0) return null;
  const { step, runs, duration, share } = messages.waitColumns;
  return (
    <section {...mergeProps({ 'data-slot': 'trace-summary-section', 'data-section': 'wait' }, props)}>
      <table data-slot="trace-summary-table">
        <caption data-slot="trace-summary-heading">{messages.wait}</caption>
        <thead>
          <tr>
            <th scope="col" data-column="step">{step}</th>
            <th scope="col" data-column="runs">{runs}</th>
            <th scope="col" data-column="duration">{duration}</th>
            <th scope="col" data-column="share">{share}</th>
          </tr>
        </thead>
        <tbody>{shown.items.map((bottleneck, nth) => <WaitRow key={nth} bottleneck={bottleneck} />)}</tbody>
      </table>
      <TraceSummaryMore of={shown} />
    </section>
  );
});

function WaitRow({ bottleneck }: { readonly bottleneck: Bottleneck }): ReactElement {
  const { messages, locale } = useTraceSummaryContext('TraceSummaryWait');
  const { slowest, runs, duration, share } = bottleneck;
  const time = formatDuration(duration, locale);
  return (
    <tr>
      <th scope="row" data-column="step"><TraceSummaryRun run={slowest} data-slot="trace-summary-link">{stepName(bottleneck, messages)}</TraceSummaryRun></th>
      <td data-column="runs">{formatCount(runs, locale).figure}</td>
      <td data-column="duration" title={time.full}>{time.figure}<span data-slot="trace-summary-unit"> {time.unit}</span></td>
      <td data-column="share">
        <svg data-slot="trace-summary-bar" data-kind={slowest.kind} aria-hidden viewBox={`0 0 ${BAR.width} ${BAR.height}`} {...BAR}>
          <rect width={Math.max(1, share * BAR.width)} height={BAR.height} rx={1} />
        </svg>
        <span data-slot="trace-summary-percent">{formatShare(share, locale)}</span>
      </td>
    </tr>
  );
}
