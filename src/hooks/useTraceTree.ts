'use client';
import { useCallback, useEffect, useInsertionEffect, useMemo, useReducer, useRef, useState } from 'react';
import { nextErrorOrigin } from '../core/analysis/error-runs.ts';
import {
  expandedFlags,
  expandedIds,
  withExpanded,
  withRevealed,
  withSiblingsExpanded,
  type ExpandedFlags,
  type Expansion,
} from '../core/analysis/expansion.ts';
import { countWithin } from '../core/analysis/search/positions.ts';
import { rowAt } from '../core/analysis/visible-rows.ts';
import type { Run } from '../core/model/run.ts';
import type { Trace } from '../core/model/trace.ts';
import type {
  ExpandedChangeDetails,
  SelectedChangeDetails,
  TraceTreeRowState,
  TraceTreeState,
  UseTraceTreeOptions,
} from './trace-tree-state.ts';
import { isTaken, treeCommand, type TreeCommand } from './treegrid-keys.ts';
import { useControllableState } from './useControllableState.ts';
import { useLatest } from './useLatest.ts';
import { useTreeRows } from './useTreeRows.ts';

/**
 * State and behaviour of a tree of runs: what is open, selected and hidden, where the keyboard is, and the attributes
 * and handlers that make a list of rows a treegrid. It renders nothing and measures nothing: give its rows to a list of
 * your own, virtual or not.
 *
 * @example
 * const tree = useTraceTree({ trace });
 * <div {...tree.getGridProps()}>
 *   {Array.from({ length: tree.rowCount }, (_, index) => {
 *     const row = tree.getRow(index);
 *     return <div key={row.run.id} {...tree.getRowProps(row)}><span role="gridcell">{row.run.name}</span></div>;
 *   })}
 * </div>
 */
export function useTraceTree(options: UseTraceTreeOptions): TraceTreeState {
  const { trace } = options;
  // A search of another trace would mark runs by places that mean something else here.
  const search = options.search?.trace === trace ? options.search : undefined;
  const { flags, folded, rows, places, isFiltered, setExpansion, hiddenCount, showHidden, setShowHidden } = useTreeRows({ ...options, search });
  const [selected, setSelected] = useControllableState<string | null, SelectedChangeDetails>({
    value: options.selected,
    defaultValue: options.defaultSelected ?? null,
    onChange: options.onSelectedChange,
  });
  const [activeId, setActiveId] = useState<string | null>(null);
  const [moves, countMove] = useReducer((count: number) => count + 1, 0);

  const lastAt = trace.indexOf({ id: activeId ?? '' });
  const activeAt = lastAt === -1 ? trace.indexOf({ id: selected ?? '' }) : lastAt;
  const activeIndex = rows.length === 0 ? -1 : Math.max(0, rowAt(rows, activeAt));

  const elements = useRef(new Map<string, HTMLElement>());
  /** The run that gets the focus once its row is rendered. */
  const awaited = useRef<string | null>(null);
  const latestRef = useLatest({ trace, flags, folded, rows, places, isFiltered, search, activeId, activeIndex, setExpansion, pageSize: options.pageSize });

  // With the commit, not some time after it, when the next key may already have been struck.
  useInsertionEffect(() => {
    // A row that did not come on show, since its owner refused, must not take the focus when it does for another reason.
    if (trace.runs[rows[activeIndex] ?? -1]?.id !== awaited.current) awaited.current = null;
  });

  const actions = useMemo(() => {
    const runAt = (at: number): Run | null => latestRef.current.trace.runs[at] ?? null;

    function change(next: ExpandedFlags, details: ExpandedChangeDetails): void {
      if (next !== latestRef.current.flags) expand(expandedIds(latestRef.current.trace, next), next, details);
    }

    function changeAll(next: 'all' | 'none'): void {
      const reason = next === 'all' ? 'expand-all' : 'collapse-all';
      expand(next, expandedFlags(latestRef.current.trace, next), { reason, run: null });
    }

    function expand(next: Expansion, opened: ExpandedFlags, details: ExpandedChangeDetails): void {
      // The next change in the same handler starts from this one.
      latestRef.current = { ...latestRef.current, flags: opened };
      latestRef.current.setExpansion(next, details);
    }

    function moveTo(at: number): Run | null {
      const run = runAt(at);
      if (run === null) return null;
      setActiveId(run.id);
      countMove();
      return run;
    }

    function focus(at: number): void {
      const run = moveTo(at);
      if (run === null) return;
      const element = elements.current.get(run.id);
      if (element === undefined) awaited.current = run.id;
      else element.focus({ preventScroll: true });
    }

    function setOpen(at: number, open: boolean): void {
      if (!latestRef.current.places.hasChildren(at)) return;
      change(withExpanded(latestRef.current.flags, at, open), { reason: 'toggle', run: runAt(at) });
    }

    function uncover(at: number): void {
      // A filter decides by itself what is on show.
      if (!latestRef.current.isFiltered && latestRef.current.folded?.[at] === 1) setShowHidden(true);
      change(withRevealed(latestRef.current.trace, latestRef.current.flags, at), { reason: 'reveal', run: runAt(at) });
    }

    function reveal(at: number): void {
      uncover(at);
      focus(at);
    }

    function show(at: number): void {
      uncover(at);
      // A row that has the focus hands it on; from anywhere else it stays there.
      const before = elements.current.get(latestRef.current.activeId ?? '');
      if (before !== undefined && (before.getRootNode() as Document | ShadowRoot).activeElement === before) focus(at);
      else moveTo(at);
    }

    function revealMatch(direction: 1 | -1): boolean {
      const { search: searched, rows: shown, activeIndex: active } = latestRef.current;
      const run = (direction === 1 ? searched?.next : searched?.previous)?.(shown[active] ?? -1) ?? null;
      if (run !== null) reveal(latestRef.current.trace.indexOf(run));
      return run !== null;
    }

    function revealError(direction: 1 | -1): boolean {
      const { trace: current, rows: shown, activeIndex: active } = latestRef.current;
      const at = nextErrorOrigin(current, shown[active] ?? -1, direction);
      if (at !== -1) reveal(at);
      return at !== -1;
    }

    function select(at: number, reason: SelectedChangeDetails['reason']): void {
      const run = runAt(at);
      setSelected(run?.id ?? null, { reason, run });
    }

    function carryOut(command: TreeCommand): void {
      const { rows: shown, activeIndex: active, places: siblings, flags: opened, trace: current } = latestRef.current;
      const at = shown[active];
      if (at === undefined) return;
      const focusRow = (index: number) => focus(shown[Math.min(Math.max(index, 0), shown.length - 1)] ?? -1);
      const page = Math.max(1, latestRef.current.pageSize?.() ?? 10);
      switch (command) {
        case 'next': return focusRow(active + 1);
        case 'previous': return focusRow(active - 1);
        case 'first': return focusRow(0);
        case 'last': return focusRow(shown.length - 1);
        case 'page-down': return focusRow(active + page);
        case 'page-up': return focusRow(active - page);
        case 'open':
          if (!siblings.hasChildren(at)) return;
          return opened[at] === 1 ? focusRow(active + 1) : setOpen(at, true);
        case 'close':
          return opened[at] === 1 && siblings.hasChildren(at) ? setOpen(at, false) : focus(current.columns.parent[at] ?? -1);
        case 'select': return select(at, 'keyboard');
        case 'expand-siblings':
          return change(withSiblingsExpanded(current, opened, at), { reason: 'expand-siblings', run: runAt(at) });
        case 'expand-all': return changeAll('all');
        case 'collapse-all':
          // The keyboard stays at what is left of where it was.
          focus(rootOf(current, at));
          return changeAll('none');
        case 'next-error': return void revealError(1);
        case 'previous-error': return void revealError(-1);
        case 'next-match': return void revealMatch(1);
        case 'previous-match': return void revealMatch(-1);
        default: return command satisfies never;
      }
    }

    const atOf = (id: string): number => latestRef.current.trace.indexOf({ id });
    return {
      carryOut,
      revealError,
      show,
      select,
      toggle: (id: string): void => setOpen(atOf(id), latestRef.current.flags[atOf(id)] !== 1),
      reveal: (id: string): void => {
        if (atOf(id) !== -1) reveal(atOf(id));
      },
      expandAll: (): void => changeAll('all'),
      collapseAll: (): void => changeAll('none'),
      selectId: (id: string | null): void => setSelected(id, { reason: 'api', run: id === null ? null : runAt(atOf(id)) }),
      keep: (id: string, element: HTMLElement | null): void => {
        if (element === null) elements.current.delete(id);
        else elements.current.set(id, element);
        if (element === null || awaited.current !== id) return;
        awaited.current = null;
        element.focus({ preventScroll: true });
      },
    };
  }, [latestRef, setSelected, setShowHidden]);

  const knownSelection = useRef(selected);
  useEffect(() => {
    const isNew = selected !== knownSelection.current;
    knownSelection.current = selected;
    // What is selected elsewhere, as by a link in an inspector, comes on show; the focus stays where it is.
    if (isNew && selected !== null && selected !== latestRef.current.activeId) actions.show(latestRef.current.trace.indexOf({ id: selected }));
  }, [selected, actions, latestRef]);

  const foundId = search?.current?.id;
  useEffect(() => {
    // Whoever goes from match to match elsewhere, as in a search field, keeps the focus there.
    if (foundId !== undefined) actions.show(latestRef.current.trace.indexOf({ id: foundId }));
  }, [foundId, actions, latestRef]);

  // A list asks again for all keys when it is given another function.
  const getRowKey = useCallback((index: number) => trace.runs[rows[index] ?? -1]?.id ?? String(index), [trace, rows]);

  const getRow = (index: number): TraceTreeRowState => {
    const position = rows[index] ?? -1;
    const run = trace.runs[position];
    if (run === undefined) throw new RangeError(`There is no row ${index}: the tree has ${rows.length}. Ask for rows from 0 to rowCount - 1.`);
    const isExpandable = places.hasChildren(position);
    const isExpanded = isExpandable && flags[position] === 1;
    const errors = trace.columns.totals.errors[position] ?? 0;
    return {
      run,
      index,
      position,
      depth: trace.columns.depth[position] ?? 0,
      isExpandable,
      isExpanded,
      isSelected: run.id === selected,
      isActive: index === activeIndex,
      errorsInside: isExpanded ? 0 : errors - (run.status === 'error' ? 1 : 0),
      isMatch: search?.isMatch(position) ?? false,
      isDimmed: search?.isActive === true && !search.isMatch(position),
      isCurrentMatch: run.id === foundId,
      matchesInside: search === undefined || isExpanded || !isExpandable ? 0 : countWithin(search.positions, position + 1, trace.columns.subtreeEnd[position] ?? position + 1),
    };
  };

  return {
    trace,
    rowCount: rows.length,
    getRow,
    getRowKey,
    indexOfRun: (id) => {
      const at = trace.indexOf({ id });
      return at === -1 ? -1 : rowAt(rows, at);
    },
    selected,
    activeIndex,
    moves,
    hiddenCount,
    showHidden,
    setShowHidden,
    select: actions.selectId,
    toggle: actions.toggle,
    expandAll: actions.expandAll,
    collapseAll: actions.collapseAll,
    reveal: actions.reveal,
    revealError: (direction = 1) => actions.revealError(direction),

    getGridProps: () => ({
      role: 'treegrid',
      // The header is a row too.
      'aria-rowcount': rows.length + 1,
      'aria-multiselectable': false,
      onKeyDown: (event) => {
        if (event.defaultPrevented || isTaken(event)) return;
        const rightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
        const command = treeCommand(event, rightToLeft);
        if (command === undefined || (search?.isActive !== true && isAboutMatches(command))) return;
        event.preventDefault();
        actions.carryOut(command);
      },
    }),
    getRowProps: (row) => ({
      role: 'row',
      'aria-level': row.depth + 1,
      'aria-posinset': places.place[row.position] ?? 1,
      'aria-setsize': places.sizeAt(row.position),
      'aria-rowindex': row.index + 2,
      ...(row.isExpandable ? { 'aria-expanded': row.isExpanded } : {}),
      'aria-selected': row.isSelected,
      tabIndex: row.isActive ? 0 : -1,
      'data-kind': row.run.kind,
      'data-status': row.run.status,
      'data-depth': row.depth,
      ...(row.isSelected ? { 'data-selected': '' } : {}),
      ...(row.isActive ? { 'data-active': '' } : {}),
      ...(row.isDimmed || row.isMatch ? { 'data-match': row.isDimmed ? 'dimmed' : row.isCurrentMatch ? 'current' : 'found' } : {}),
      ref: (element) => actions.keep(row.run.id, element),
      onClick: (event) => {
        if (event.defaultPrevented) return;
        setActiveId(row.run.id);
        actions.select(row.position, 'pointer');
      },
      onDoubleClick: (event) => {
        if (!event.defaultPrevented && row.isExpandable) actions.toggle(row.run.id);
      },
      onFocus: () => setActiveId(row.run.id),
    }),
    getToggleProps: (row) => ({
      'aria-hidden': true,
      'data-state': row.isExpanded ? 'open' : 'closed',
      onClick: (event) => {
        // The row must not take it for a selection.
        event.stopPropagation();
        actions.toggle(row.run.id);
      },
      onDoubleClick: (event) => event.stopPropagation(),
    }),
  };
}

function isAboutMatches(command: TreeCommand): boolean {
  return command === 'next-match' || command === 'previous-match';
}

function rootOf(trace: Trace, at: number): number {
  const { parent } = trace.columns;
  let root = at;
  for (let above = parent[at] ?? -1; above !== -1; above = parent[above] ?? -1) root = above;
  return root;
}
