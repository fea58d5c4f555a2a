'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { KindIcon } from '../primitives/KindIcon.tsx';
import { MarkedText } from '../primitives/MarkedText.tsx';
import { mergeProps } from '../primitives/mergeProps.ts';
import { useTraceTreeRow, useTraceTreeSettings } from './TraceTreeContext.ts';
import { TraceTreeIndent } from './TraceTreeIndent.tsx';
import { TraceTreeMatch } from './TraceTreeMatch.tsx';
import { TraceTreeStatus } from './TraceTreeStatus.tsx';
import { TraceTreeToggle } from './TraceTreeToggle.tsx';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceTreeName`. */
export interface TraceTreeNameProps extends ComponentPropsWithRef<'span'> {}

/**
 * The cell that has the run's name. Renders a `<span>`; without children it has the indentation, the toggle, the kind's
 * icon, the name, the model and whatever is wrong.
 */
export const TraceTreeName: Part<TraceTreeNameProps> = /* @__PURE__ */ part(function TraceTreeName({ children, ...rest }: TraceTreeNameProps): ReactElement {
  const { row } = useTraceTreeRow('TraceTreeName');
  const { columns, messages, highlight } = useTraceTreeSettings('TraceTreeName');
  const { run } = row;
  const model = columns.includes('model') ? null : (run.model?.name ?? null);
  return (
    <span {...mergeProps({ 'data-slot': 'trace-tree-name', role: 'gridcell' }, rest)}>
      {children ?? (
        <>
          <TraceTreeIndent />
          <TraceTreeToggle />
          <KindIcon kind={run.kind} label={messages.kinds[run.kind]} />
          <span data-slot="trace-tree-label" title={run.name}><MarkedText text={run.name} ranges={highlight?.(run.name, 'name')} /></span>
          {model !== null && model !== run.name && <span data-slot="trace-tree-detail" title={model}>{model}</span>}
          <TraceTreeStatus />
          <TraceTreeMatch />
        </>
      )}
    </span>
  );
});
