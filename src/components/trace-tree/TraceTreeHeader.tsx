'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { useTraceTreeSettings } from './TraceTreeContext.ts';

/** Props of `TraceTreeHeader`. */
export interface TraceTreeHeaderProps extends ComponentPropsWithRef<'div'> {}

/** The names of the columns. Renders a `<div>` that stays above the rows. */
export function TraceTreeHeader(props: TraceTreeHeaderProps): ReactElement {
  const { columns, messages } = useTraceTreeSettings('TraceTreeHeader');
  return (
    <div {...mergeProps({ 'data-slot': 'trace-tree-header', role: 'rowgroup' }, props)}>
      <div role="row" aria-rowindex={1} data-slot="trace-tree-header-row">
        <span role="columnheader" data-slot="trace-tree-name">{messages.columns.name}</span>
        {columns.map((column) => (
          <span key={column} role="columnheader" data-slot="trace-tree-cell" data-column={column}>{messages.columns[column]}</span>
        ))}
      </div>
    </div>
  );
}
