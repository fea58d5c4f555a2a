'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { StatusIcon } from '../primitives/StatusIcon.tsx';
import { useTraceSummaryContext } from './TraceSummaryContext.ts';
import { TraceSummaryRun } from './TraceSummaryRun.tsx';

/** Props of `TraceSummaryError`. */
export interface TraceSummaryErrorProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {}

/** The most that is shown of a message: it is cut to a line anyway. */
const LONGEST = 300;

/**
 * How many runs failed, and in one line why, which leads to the run where it began; or where a trace was interrupted.
 * Renders a `<div>`; nothing if all went well.
 */
export const TraceSummaryError: Part<TraceSummaryErrorProps> = /* @__PURE__ */ part(function TraceSummaryError(props: TraceSummaryErrorProps): ReactElement | null {
  const { summary, messages } = useTraceSummaryContext('TraceSummaryError');
  const { failure, interruption, errors } = summary;
  const run = failure ?? interruption;
  if (run === null) return null;
  const status = failure === null ? 'interrupted' : 'error';
  const { type = null, message = '' } = run.error ?? {};
  const says = message === '' && type === null ? run.name : message.slice(0, LONGEST);
  return (
    <div {...mergeProps({ 'data-slot': 'trace-summary-error', 'data-status': status }, props)}>
      <TraceSummaryRun run={run} data-slot="trace-summary-reason">
        <StatusIcon status={status} />
        <span data-slot="trace-summary-count">{status === 'error' ? messages.errors(errors) : run.name}</span>
        {type !== null && <> <span data-slot="trace-summary-error-type">{type}</span></>}
        {says !== '' && <> <span data-slot="trace-summary-message">{says}</span></>}
      </TraceSummaryRun>
    </div>
  );
});
