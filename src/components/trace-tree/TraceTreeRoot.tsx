'use client';
import { useCallback, useEffect, useMemo, useRef, type ComponentPropsWithRef, type KeyboardEvent, type ReactElement } from 'react';
import { traceFigures } from '../../core/analysis/trace-figures.ts';
import type { UseTraceTreeOptions } from '../../hooks/trace-tree-state.ts';
import { isTaken } from '../../hooks/treegrid-keys.ts';
import { useControllableState } from '../../hooks/useControllableState.ts';
import { useTraceTree } from '../../hooks/useTraceTree.ts';
import { useVirtualRows } from '../../hooks/useVirtualRows.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { DEFAULT_COLUMNS, type ColumnsChangeDetails, type TraceTreeColumn } from './columns.ts';
import { ENGLISH, type TraceTreeMessages } from './messages.ts';
import { TraceTreeContext, TraceTreeSettingsContext, type TraceTreeSettings } from './TraceTreeContext.ts';
import { part, type Part } from '../primitives/part.ts';

/** Row heights in px; trace-tree.css has the same. */
const ROW_HEIGHTS = { normal: 28, compact: 24 } as const;

const NO_DETAILS = {};

/** Props of `TraceTreeRoot`. */
export interface TraceTreeRootProps extends Omit<UseTraceTreeOptions, 'pageSize'>, Omit<ComponentPropsWithRef<'div'>, 'onSelect'> {
  /** The figures beside the names, in this order. In a narrow container model, status, cost and tokens give way, in this order. */
  readonly columns?: readonly TraceTreeColumn[] | undefined;
  /** The figures at first, where the tree itself keeps which ones are on show. @default ['duration', 'tokens', 'cost'] */
  readonly defaultColumns?: readonly TraceTreeColumn[] | undefined;
  readonly onColumnsChange?: ((columns: readonly TraceTreeColumn[], details: ColumnsChangeDetails) => void) | undefined;
  /** Whether the keys and what they do are on show. */
  readonly helpOpen?: boolean | undefined;
  /** @default false */
  readonly defaultHelpOpen?: boolean | undefined;
  readonly onHelpOpenChange?: ((open: boolean, details: object) => void) | undefined;
  /** Rows of 28 px, or of 24. @default 'normal' */
  readonly density?: 'normal' | 'compact' | undefined;
  /** A BCP 47 tag for numbers. Give one where a server renders, whose own may differ from the browser's. @default that of the browser */
  readonly locale?: string | undefined;
  /** Texts in place of the English ones. */
  readonly messages?: Partial<TraceTreeMessages> | undefined;
  /** The present in epoch ms, by which running runs have lasted so long; without it their duration is not shown. */
  readonly now?: number | undefined;
}

/** Holds the state of a tree for the parts inside. Renders a `<div>`. */
export const TraceTreeRoot: Part<TraceTreeRootProps> = /* @__PURE__ */ part(function TraceTreeRoot(props: TraceTreeRootProps): ReactElement {
  const {
    trace, expanded, defaultExpanded, onExpandedChange, selected, defaultSelected, onSelectedChange,
    showHidden, defaultShowHidden, onShowHiddenChange, search,
    columns: givenColumns, defaultColumns = DEFAULT_COLUMNS, onColumnsChange,
    helpOpen, defaultHelpOpen = false, onHelpOpenChange, density = 'normal', locale, messages: given, now, children, ...rest
  } = props;
  const [columns, setColumns] = useControllableState<readonly TraceTreeColumn[], ColumnsChangeDetails>({
    value: givenColumns,
    defaultValue: defaultColumns,
    onChange: onColumnsChange,
  });
  const pageSize = useRef<() => number>(() => 10);
  const tree = useTraceTree({
    trace, expanded, defaultExpanded, onExpandedChange, selected, defaultSelected, onSelectedChange,
    showHidden, defaultShowHidden, onShowHiddenChange, search,
    pageSize: useCallback(() => pageSize.current(), []),
  });
  const virtual = useVirtualRows({
    count: tree.rowCount,
    rowHeight: ROW_HEIGHTS[density],
    getKey: tree.getRowKey,
    active: tree.activeIndex,
    moves: tree.moves,
    startAtActive: tree.selected !== null,
  });
  useEffect(() => {
    pageSize.current = virtual.pageSize;
  }, [virtual.pageSize]);

  const [isHelpOpen, changeHelpOpen] = useControllableState<boolean, object>({ value: helpOpen, defaultValue: defaultHelpOpen, onChange: onHelpOpenChange });
  const setHelpOpen = useCallback((open: boolean) => changeHelpOpen(open, NO_DETAILS), [changeHelpOpen]);
  const messages = useMemo<TraceTreeMessages>(() => ({ ...ENGLISH, ...given }), [given]);
  const whole = useMemo(() => traceFigures(trace), [trace]);
  const highlight = search?.isActive === true ? search.highlight : undefined;
  const settings = useMemo<TraceTreeSettings>(
    () => ({ trace, whole, columns, locale, messages, now, highlight }),
    [trace, whole, columns, locale, messages, now, highlight],
  );
  const own = {
    'data-slot': 'trace-tree',
    'data-density': density,
    onKeyDown: (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.key !== '?' || event.ctrlKey || event.metaKey || event.altKey || isTaken(event)) return;
      event.preventDefault();
      setHelpOpen(!isHelpOpen);
    },
  };
  return (
    <TraceTreeSettingsContext.Provider value={settings}>
      <TraceTreeContext.Provider value={{ tree, virtual, search, setColumns, isHelpOpen, setHelpOpen }}>
        <div {...mergeProps(own, rest)}>{children}</div>
      </TraceTreeContext.Provider>
    </TraceTreeSettingsContext.Provider>
  );
});
