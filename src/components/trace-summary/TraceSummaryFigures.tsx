'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { figuresOf } from './figures.ts';
import { useTraceSummaryContext } from './TraceSummaryContext.ts';

/** Props of `TraceSummaryFigures`. */
export interface TraceSummaryFiguresProps extends Omit<ComponentPropsWithRef<'dl'>, 'children'> {}

/** How long it took, what it called, what it used and what that cost. Renders a `<dl>`; nothing for a trace without runs. */
export const TraceSummaryFigures: Part<TraceSummaryFiguresProps> = /* @__PURE__ */ part(function TraceSummaryFigures(props: TraceSummaryFiguresProps): ReactElement | null {
  const { summary, messages, locale } = useTraceSummaryContext('TraceSummaryFigures');
  if (summary.runs === 0) return null;
  return (
    <dl {...mergeProps({ 'data-slot': 'trace-summary-figures' }, props)}>
      {figuresOf(summary, messages, locale).map(({ name, quantity, label, hasUnit, title }) => (
        <div key={name} data-slot="trace-summary-figure" data-figure={name} title={title}>
          <dt data-slot={hasUnit ? 'visually-hidden' : 'trace-summary-unit'}>{label}</dt>
          <dd>
            <span data-slot="trace-summary-amount">{quantity.figure}</span>
            {quantity.unit !== '' && <span data-slot="trace-summary-unit"> {quantity.unit}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
});
