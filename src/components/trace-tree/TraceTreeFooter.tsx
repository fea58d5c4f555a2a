'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { formatCount } from '../primitives/quantity.ts';
import { StatusIcon } from '../primitives/StatusIcon.tsx';
import { useTraceTreeContext, useTraceTreeSettings } from './TraceTreeContext.ts';
import { TraceTreeColumns } from './TraceTreeColumns.tsx';
import { TraceTreeIssues } from './TraceTreeIssues.tsx';
import { TraceTreeKeys } from './TraceTreeKeys.tsx';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceTreeFooter`. */
export interface TraceTreeFooterProps extends ComponentPropsWithRef<'div'> {}

/**
 * Says in words what the tree shows: how many runs, what failed, what is hidden and how to see it, and what was odd in
 * the input. Renders a `<div>`.
 */
export const TraceTreeFooter: Part<TraceTreeFooterProps> = /* @__PURE__ */ part(function TraceTreeFooter({ children, ...rest }: TraceTreeFooterProps): ReactElement {
  const { tree } = useTraceTreeContext('TraceTreeFooter');
  const { trace, whole: { errors }, messages, locale } = useTraceTreeSettings('TraceTreeFooter');
  return (
    <div {...mergeProps({ 'data-slot': 'trace-tree-footer' }, rest)}>
      {children ?? (
        <>
          <span data-slot="trace-tree-summary">{messages.runs(formatCount(trace.runs.length, locale).full)}</span>
          {errors > 0 && (
            <button type="button" data-slot="trace-tree-button" data-status="error" title={messages.nextError} onClick={() => tree.revealError()}>
              <StatusIcon status="error" />
              <span>{messages.errors(errors)}</span>
            </button>
          )}
          {tree.hiddenCount > 0 && (
            <span data-slot="trace-tree-hidden">
              <span>{messages.hidden(tree.hiddenCount)}</span>
              <button type="button" data-slot="trace-tree-button" aria-pressed={tree.showHidden} onClick={() => tree.setShowHidden(!tree.showHidden)}>
                {tree.showHidden ? messages.hideHidden : messages.showHidden}
              </button>
            </span>
          )}
          <span data-slot="trace-tree-gap" />
          <TraceTreeIssues />
          <TraceTreeColumns />
          <TraceTreeKeys />
        </>
      )}
    </div>
  );
});
