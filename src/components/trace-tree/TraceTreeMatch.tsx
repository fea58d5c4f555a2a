'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { useTraceTreeRow, useTraceTreeSettings } from './TraceTreeContext.ts';

/** Props of `TraceTreeMatch`. */
export interface TraceTreeMatchProps extends ComponentPropsWithRef<'span'> {}

/**
 * Tells what a search found at a run and, while it is closed, inside of it. Renders a `<span>`; nothing where nothing was
 * found.
 */
export const TraceTreeMatch: Part<TraceTreeMatchProps> = /* @__PURE__ */ part(function TraceTreeMatch(props: TraceTreeMatchProps): ReactElement | null {
  const { row } = useTraceTreeRow('TraceTreeMatch');
  const { messages } = useTraceTreeSettings('TraceTreeMatch');
  if (!row.isMatch && row.matchesInside === 0) return null;
  return (
    <span {...mergeProps({ 'data-slot': 'trace-tree-match' }, props)}>
      {row.isMatch && (
        <svg role="img" aria-label={messages.match} viewBox="0 0 14 14" width={14} height={14} fill="none" stroke="currentColor" strokeWidth={1.4} strokeLinecap="round">
          <path d="M6 2.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM8.6 8.6 11.5 11.5" />
        </svg>
      )}
      {row.matchesInside > 0 && <span>{messages.matchesInside(row.matchesInside)}</span>}
    </span>
  );
});
