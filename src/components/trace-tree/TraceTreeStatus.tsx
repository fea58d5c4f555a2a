'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { StatusIcon } from '../primitives/StatusIcon.tsx';
import { useTraceTreeRow, useTraceTreeSettings } from './TraceTreeContext.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceTreeStatus`. */
export interface TraceTreeStatusProps extends ComponentPropsWithRef<'span'> {}

/** The most that is shown of an error's message where it has no type. */
const LONGEST = 80;

/**
 * Tells what is wrong with a run or, while it is closed, inside of it. Renders a `<span>`; nothing for a run that went
 * well. Where a column shows the status too, the style sheet hides it here, until the column has no room.
 */
export const TraceTreeStatus: Part<TraceTreeStatusProps> = /* @__PURE__ */ part(function TraceTreeStatus(props: TraceTreeStatusProps): ReactElement | null {
  const { row } = useTraceTreeRow('TraceTreeStatus');
  const { columns, messages } = useTraceTreeSettings('TraceTreeStatus');
  const { status, error } = row.run;
  const says = status !== 'success';
  if (!says && row.errorsInside === 0) return null;
  const reason = status === 'error' ? (error?.type ?? error?.message.slice(0, LONGEST)) : undefined;
  return (
    <span {...mergeProps({ 'data-slot': 'trace-tree-status', 'data-in-column': columns.includes('status') ? '' : undefined }, props)}>
      {says && (
        <span data-slot="trace-tree-state" data-status={status} title={error?.message}>
          <StatusIcon status={status} label={messages.statuses[status]} />
          {(reason ?? (status === 'error' ? '' : messages.statuses[status])) !== '' && <span>{reason ?? messages.statuses[status]}</span>}
        </span>
      )}
      {row.errorsInside > 0 && (
        <span data-slot="trace-tree-errors-inside" data-status="error">
          <StatusIcon status="error" />
          <span>{messages.errorsInside(row.errorsInside)}</span>
        </span>
      )}
    </span>
  );
});
