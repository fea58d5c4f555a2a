'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { StatusIcon } from '../primitives/StatusIcon.tsx';
import { useTraceSummaryContext } from './TraceSummaryContext.ts';

/** Props of `TraceSummaryTitle`. */
export interface TraceSummaryTitleProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {}

/** What the trace is called and how it ended. Renders a `<div>`. */
export const TraceSummaryTitle: Part<TraceSummaryTitleProps> = /* @__PURE__ */ part(function TraceSummaryTitle(props: TraceSummaryTitleProps): ReactElement {
  const { summary, messages } = useTraceSummaryContext('TraceSummaryTitle');
  const { name, status, runs } = summary;
  return (
    <div {...mergeProps({ 'data-slot': 'trace-summary-title' }, props)}>
      <h2 data-slot="trace-summary-name" title={name}>{name}</h2>
      {runs === 0 ? <span data-slot="trace-summary-status">{messages.empty}</span> : (
        <span data-slot="trace-summary-status" data-status={status}>
          <StatusIcon status={status} />
          <span>{messages.statuses[status]}</span>
        </span>
      )}
    </div>
  );
});
