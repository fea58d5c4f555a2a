'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { TraceTreeCell } from './TraceTreeCell.tsx';
import { useTraceTreeRowElement, useTraceTreeSettings } from './TraceTreeContext.ts';
import { TraceTreeName } from './TraceTreeName.tsx';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceTreeRow`. */
export interface TraceTreeRowProps extends ComponentPropsWithRef<'div'> {}

/** One run. Renders a `<div>`; without children it has the run's name and the tree's columns. */
export const TraceTreeRow: Part<TraceTreeRowProps> = /* @__PURE__ */ part(function TraceTreeRow({ children, ...rest }: TraceTreeRowProps): ReactElement {
  const element = useTraceTreeRowElement('TraceTreeRow');
  const { columns } = useTraceTreeSettings('TraceTreeRow');
  return (
    <div {...mergeProps({ 'data-slot': 'trace-tree-row', ...element }, rest)}>
      {children ?? (
        <>
          <TraceTreeName />
          {columns.map((column) => <TraceTreeCell key={column} column={column} />)}
        </>
      )}
    </div>
  );
});
