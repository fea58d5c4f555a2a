'use client';
import type { ComponentPropsWithRef, CSSProperties, ReactElement, ReactNode } from 'react';
import type { TraceTreeRowState } from '../../hooks/trace-tree-state.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { indentation } from './indentation.ts';
import { useTraceTreeContext, useTraceTreeSettings } from './TraceTreeContext.ts';
import { TraceTreeRow } from './TraceTreeRow.tsx';
import { TraceTreeSlot } from './TraceTreeSlot.tsx';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceTreeBody`. */
export interface TraceTreeBodyProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {
  /** What to render for a row; keep its identity, since rows are rendered again when it changes. @default a `<TraceTreeRow>` */
  readonly children?: ((row: TraceTreeRowState) => ReactNode) | undefined;
}

const renderRow = (): ReactNode => <TraceTreeRow />;

/** The rows, of which only those in sight are in the document. Renders a `<div>` that scrolls. */
export const TraceTreeBody: Part<TraceTreeBodyProps> = /* @__PURE__ */ part(function TraceTreeBody({ children = renderRow, ...rest }: TraceTreeBodyProps): ReactElement {
  const { tree, virtual, search } = useTraceTreeContext('TraceTreeBody');
  const { messages } = useTraceTreeSettings('TraceTreeBody');
  const rows = virtual.rows.map(({ index, top }) => ({ row: tree.getRow(index), top }));
  const isLaidOut = virtual.height !== undefined;
  const { step, shift } = indentation(rows.map(({ row }) => row), virtual);
  const style = {
    blockSize: virtual.height,
    '--runlens-indent-step': step === undefined ? undefined : `${step}px`,
    '--runlens-indent-shift': shift === 0 ? undefined : shift,
  } as CSSProperties;
  const own = { 'data-slot': 'trace-tree-body', role: 'rowgroup', ref: virtual.scrollRef };
  return (
    <div {...mergeProps(own, rest)}>
      {tree.rowCount === 0 ? (
        <div role="row" data-slot="trace-tree-empty"><span role="gridcell">{search?.visible == null ? messages.empty : messages.noMatches}</span></div>
      ) : (
        <div role="presentation" data-slot="trace-tree-rows" data-laid-out={isLaidOut ? '' : undefined} data-shifted={shift > 0 ? '' : undefined} style={isLaidOut ? style : undefined}>
          {rows.map(({ row, top }) => (
            <TraceTreeSlot key={row.run.id} row={row} rowProps={tree.getRowProps(row)} top={isLaidOut ? top : undefined} tree={tree} render={children} />
          ))}
        </div>
      )}
    </div>
  );
});
