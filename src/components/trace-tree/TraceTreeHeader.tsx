'use client';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { useTraceTreeSettings } from './TraceTreeContext.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceTreeHeader`. */
export interface TraceTreeHeaderProps extends ComponentPropsWithRef<'div'> {
  /** What stands at the end of the names' heading, to resize them. */
  readonly resizer?: ReactNode;
}

/** The names of the columns; children follow as columns of one's own. Renders a `<div>` that stays above the rows. */
export const TraceTreeHeader: Part<TraceTreeHeaderProps> = /* @__PURE__ */ part(function TraceTreeHeader({ children, resizer, ...rest }: TraceTreeHeaderProps): ReactElement {
  const { columns, messages } = useTraceTreeSettings('TraceTreeHeader');
  return (
    <div {...mergeProps({ 'data-slot': 'trace-tree-header', role: 'rowgroup' }, rest)}>
      <div role="row" aria-rowindex={1} data-slot="trace-tree-header-row">
        <span role="columnheader" data-slot="trace-tree-name">{messages.columns.name}{resizer}</span>
        {columns.map((column) => (
          <span key={column} role="columnheader" data-slot="trace-tree-cell" data-column={column}>{messages.columns[column]}</span>
        ))}
        {children}
      </div>
    </div>
  );
});
