'use client';
import { useCallback, useMemo, useState } from 'react';
import { expandedFlags, type ExpandedFlags, type Expansion } from '../core/analysis/expansion.ts';
import { hiddenRuns } from '../core/analysis/hidden-runs.ts';
import { siblingPlaces, type SiblingPlaces } from '../core/analysis/sibling-places.ts';
import { visibleRows } from '../core/analysis/visible-rows.ts';
import type { ExpandedChangeDetails, UseTraceTreeOptions } from './trace-tree-state.ts';
import { useControllableState } from './useControllableState.ts';

/** Which runs of a trace are rows. */
export interface TreeRows {
  /** Which runs are open: those of the filter while there is one. */
  readonly flags: ExpandedFlags;
  /** Which runs are left out whatever is open; undefined for none. */
  readonly folded: Uint8Array | undefined;
  /** The positions of the rows. */
  readonly rows: Uint32Array;
  readonly places: SiblingPlaces;
  readonly isFiltered: boolean;
  readonly setExpansion: (expansion: Expansion, details: ExpandedChangeDetails) => void;
  readonly hiddenCount: number;
  readonly showHidden: boolean;
  readonly setShowHidden: (showHidden: boolean) => void;
}

const NO_DETAILS = {};

/** What is open, hidden and filtered, and the rows that follow. */
export function useTreeRows(options: UseTraceTreeOptions): TreeRows {
  const { trace, search } = options;
  const [unfiltered, setUnfiltered] = useControllableState<Expansion, ExpandedChangeDetails>({
    value: options.expanded,
    defaultValue: options.defaultExpanded ?? 'all',
    onChange: options.onExpandedChange,
  });
  const [showHidden, changeShowHidden] = useControllableState<boolean, object>({
    value: options.showHidden,
    defaultValue: options.defaultShowHidden ?? false,
    onChange: options.onShowHiddenChange,
  });

  const filter = search?.visible ?? null;
  const query = filter === null ? null : (search?.query ?? null);
  // What is open among matches is of no interest after them: another query begins with all of them on show.
  const [filtered, setFiltered] = useState<{ readonly query: unknown; readonly expansion: Expansion }>({ query: null, expansion: 'all' });
  const expansion = query === null ? unfiltered : filtered.query === query ? filtered.expansion : 'all';
  const setExpansion = useCallback(
    (next: Expansion, details: ExpandedChangeDetails) => {
      if (query === null) setUnfiltered(next, details);
      else setFiltered({ query, expansion: next });
    },
    [query, setUnfiltered],
  );

  const hidden = useMemo(() => hiddenRuns(trace), [trace]);
  const folded = useMemo(() => {
    // A match is on show though it is plumbing: the person asked for it.
    if (filter !== null) return filter.map((isVisible) => 1 - isVisible);
    return showHidden ? undefined : hidden.flags;
  }, [filter, showHidden, hidden]);
  const flags = useMemo(() => expandedFlags(trace, expansion), [trace, expansion]);
  const rows = useMemo(() => visibleRows(trace, flags, folded), [trace, flags, folded]);
  const places = useMemo(() => siblingPlaces(trace, folded), [trace, folded]);
  const setShowHidden = useCallback((show: boolean) => changeShowHidden(show, NO_DETAILS), [changeShowHidden]);
  return { flags, folded, rows, places, isFiltered: filter !== null, setExpansion, hiddenCount: hidden.count, showHidden, setShowHidden };
}
