'use client';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import type { TraceTreeRowState } from '../../hooks/trace-tree-state.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { ABSENT } from '../primitives/quantity.ts';
import { StatusIcon } from '../primitives/StatusIcon.tsx';
import type { TraceTreeColumn } from './columns.ts';
import { costFigure, durationFigure, tokensFigure, type CellFigure } from './figures.ts';
import { useTraceTreeRow, useTraceTreeSettings, type TraceTreeSettings } from './TraceTreeContext.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceTreeCell`. */
export interface TraceTreeCellProps extends ComponentPropsWithRef<'span'> {
  readonly column: TraceTreeColumn;
}

/** One figure of a run. Renders a `<span>`. */
export const TraceTreeCell: Part<TraceTreeCellProps> = /* @__PURE__ */ part(function TraceTreeCell({ column, ...rest }: TraceTreeCellProps): ReactElement {
  const { row } = useTraceTreeRow('TraceTreeCell');
  const settings = useTraceTreeSettings('TraceTreeCell');
  const { children, title, weight } = contentOf(column, row, settings);
  const own = { 'data-slot': 'trace-tree-cell', role: 'gridcell', 'data-column': column, 'data-weight': weight, title };
  return <span {...mergeProps({ ...own, children }, rest)} />;
});

interface CellContent {
  readonly children: ReactNode;
  readonly title: string | undefined;
  readonly weight: CellFigure['weight'];
}

function contentOf(column: TraceTreeColumn, row: TraceTreeRowState, settings: TraceTreeSettings): CellContent {
  const { run } = row;
  const { trace, messages } = settings;
  switch (column) {
    case 'duration': return figure(durationFigure(run, settings));
    case 'tokens': return figure(tokensFigure(run, trace.totalsOf(run), settings));
    case 'cost': return figure(costFigure(run, trace.totalsOf(run), settings));
    case 'model': {
      const name = run.model?.name ?? null;
      return { children: name ?? ABSENT, title: name ?? undefined, weight: name === null ? 'absent' : 'plain' };
    }
    case 'status': {
      const word = messages.statuses[run.status];
      const children = <span data-slot="trace-tree-state" data-status={run.status}><StatusIcon status={run.status} /><span>{word}</span></span>;
      return { children, title: run.error?.message, weight: 'plain' };
    }
    default: return column satisfies never;
  }
}

function figure({ figure: text, unit, title, weight }: CellFigure): CellContent {
  const children = (
    <span data-slot="trace-tree-figure">
      {text}
      {unit !== '' && <span data-slot="trace-tree-unit"> {unit}</span>}
    </span>
  );
  return { children, title, weight };
}
