'use client';
import { memo, useMemo, type CSSProperties, type NamedExoticComponent, type ReactNode } from 'react';
import type { TraceTreeRowAttributes, TraceTreeRowState, TraceTreeState } from '../../hooks/trace-tree-state.ts';
import { TraceTreeRowContext, TraceTreeRowElementContext } from './TraceTreeContext.ts';

interface TraceTreeSlotProps {
  readonly row: TraceTreeRowState;
  readonly rowProps: TraceTreeRowAttributes;
  /** Px from the top of the list; undefined in the natural flow. */
  readonly top: number | undefined;
  readonly tree: TraceTreeState;
  readonly render: (row: TraceTreeRowState) => ReactNode;
}

/** The place of one row in the list. It is rendered again only when something of its own row has changed, not on every scroll. */
export const TraceTreeSlot: NamedExoticComponent<TraceTreeSlotProps> = memo(function TraceTreeSlot(props: TraceTreeSlotProps) {
  const { row, rowProps, top, tree, render } = props;
  const shared = useMemo(() => ({ row, toggleProps: tree.getToggleProps(row) }), [row, tree]);
  const element = useMemo(() => {
    const style = { transform: `translateY(${top}px)`, '--runlens-depth': row.depth } as CSSProperties;
    return { ...rowProps, ...(top === undefined ? {} : { style }) };
  }, [rowProps, row.depth, top]);
  return (
    <TraceTreeRowContext.Provider value={shared}>
      <TraceTreeRowElementContext.Provider value={element}>{render(row)}</TraceTreeRowElementContext.Provider>
    </TraceTreeRowContext.Provider>
  );
}, areEqual);

/** Handlers are always up to date, whichever render they come from: only what is seen is compared. */
function areEqual(before: TraceTreeSlotProps, after: TraceTreeSlotProps): boolean {
  return (
    before.top === after.top &&
    before.render === after.render &&
    before.tree.trace === after.tree.trace &&
    isShallowEqual(before.row, after.row) &&
    before.rowProps['aria-setsize'] === after.rowProps['aria-setsize'] &&
    before.rowProps['aria-posinset'] === after.rowProps['aria-posinset']
  );
}

function isShallowEqual<T extends object>(a: T, b: T): boolean {
  for (const key in a) if (a[key] !== b[key]) return false;
  return true;
}
