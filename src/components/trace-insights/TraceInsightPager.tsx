'use client';
import type { MouseEvent, ReactElement } from 'react';
import { useTraceInsightsContext } from './TraceInsightsContext.ts';

interface TraceInsightPagerProps {
  /** At least two. */
  readonly positions: readonly number[];
  /** Which of them is selected; -1 for none. */
  readonly place: number;
  /** What the insight says. */
  readonly label: string;
}

const DRAWINGS = { previous: 'M7.5 3l-3 3 3 3', next: 'M4.5 3l3 3-3 3' };
const LONGEST = 80;

/** The way from run to run: after the last comes the first again, so that a button never goes away under the finger. */
export function TraceInsightPager({ positions, place, label }: TraceInsightPagerProps): ReactElement {
  const { messages } = useTraceInsightsContext('TraceInsightPager');
  const count = positions.length;
  return (
    <span data-slot="trace-insight-pager">
      <Step to="previous" nth={place <= 0 ? count - 1 : place - 1} positions={positions} label={label} />
      <span data-slot="trace-insight-place">{place === -1 ? messages.runs(count) : messages.place(place + 1, count)}</span>
      <Step to="next" nth={(place + 1) % count} positions={positions} label={label} />
    </span>
  );
}

interface StepProps extends Omit<TraceInsightPagerProps, 'place'> {
  readonly to: keyof typeof DRAWINGS;
  readonly nth: number;
}

function Step({ to, nth, positions, label }: StepProps): ReactElement {
  const { trace, messages, select } = useTraceInsightsContext('TraceInsightPager');
  const position = positions[nth] ?? -1;
  const run = trace.runs[position]?.name.slice(0, LONGEST) ?? '';
  const name = messages[to]({ run: run === '' ? messages.unnamed : run, nth: nth + 1, count: positions.length, insight: label });
  return (
    <button
      type="button"
      data-slot="trace-insight-step"
      data-direction={to}
      aria-label={name}
      title={messages.goTo(run === '' ? messages.unnamed : run)}
      onClick={(event: MouseEvent) => select?.(position, event.detail === 0 ? 'keyboard' : 'pointer')}
    >
      <svg aria-hidden viewBox="0 0 12 12" width={12} height={12} fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round">
        <path d={DRAWINGS[to]} />
      </svg>
    </button>
  );
}
