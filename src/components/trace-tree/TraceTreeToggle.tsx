'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { useTraceTreeRow } from './TraceTreeContext.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceTreeToggle`. */
export interface TraceTreeToggleProps extends ComponentPropsWithRef<'span'> {}

/**
 * Opens and closes a run by pointer; the row itself tells and does it for the keyboard. Renders a `<span>`, an empty one
 * where there is nothing inside.
 */
export const TraceTreeToggle: Part<TraceTreeToggleProps> = /* @__PURE__ */ part(function TraceTreeToggle(props: TraceTreeToggleProps): ReactElement {
  const { row, toggleProps } = useTraceTreeRow('TraceTreeToggle');
  const own = { 'data-slot': 'trace-tree-toggle', ...(row.isExpandable ? toggleProps : { 'aria-hidden': true as const }) };
  return (
    <span {...mergeProps(own, props)}>
      {row.isExpandable && (
        <svg viewBox="0 0 12 12" width={12} height={12} fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round">
          <path d="M4.5 3l3 3-3 3" />
        </svg>
      )}
    </span>
  );
});
