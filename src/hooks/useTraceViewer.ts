'use client';
import { useMemo } from 'react';
import { nextErrorOrigin } from '../core/analysis/error-runs.ts';
import type { Expansion } from '../core/analysis/expansion.ts';
import { restoreExpansion, saveExpansion } from '../core/analysis/saved-expansion.ts';
import type { TimeWindow } from '../core/analysis/timeline/time-window.ts';
import type { Run } from '../core/model/run.ts';
import type { Trace } from '../core/model/trace.ts';
import type { RunSearchState } from './run-search-state.ts';
import { completeViewerValue, withViewerValue, type CompleteViewerValue, type TraceViewerValue } from './trace-viewer-value.ts';
import type { UseTraceTreeOptions } from './trace-tree-state.ts';
import { useControllableState } from './useControllableState.ts';
import { useLatest } from './useLatest.ts';
import { useRunSearch } from './useRunSearch.ts';
import type { UseTimelineOptions } from './useTimeline.ts';

/** What of a viewer changed. */
export interface ViewerChangeDetails {
  readonly changed: readonly (keyof TraceViewerValue)[];
}

/** What `useTraceViewer` takes. */
export interface UseTraceViewerOptions {
  readonly trace: Trace;
  /** All that a person has chosen, as one plain JSON value. */
  readonly value?: TraceViewerValue | undefined;
  /** @default {} */
  readonly defaultValue?: TraceViewerValue | undefined;
  readonly onValueChange?: ((value: TraceViewerValue, details: ViewerChangeDetails) => void) | undefined;
}

/** The state that the views of one trace share, without markup. */
export interface TraceViewerState {
  readonly trace: Trace;
  readonly value: CompleteViewerValue;
  /** The selected run; null for none, and for one that the trace does not have. */
  readonly run: Run | null;
  readonly search: RunSearchState;
  readonly select: (id: string | null) => void;
  /** Selects the next run at which a failure began, after the selected one and around the end; false if there is none. */
  readonly selectError: (direction?: 1 | -1) => boolean;
  readonly setView: (view: string) => void;
  readonly setWindow: (window: TimeWindow | null) => void;
  /** For `TraceTree` and whatever else has a tree's state. */
  readonly treeProps: Required<Pick<UseTraceTreeOptions, 'trace' | 'expanded' | 'onExpandedChange' | 'selected' | 'onSelectedChange' | 'showHidden' | 'onShowHiddenChange' | 'search'>>;
  /** For `TraceWaterfall`. */
  readonly waterfallProps: TraceViewerState['treeProps'] & Required<Pick<UseTimelineOptions, 'window' | 'onWindowChange' | 'shortenIdle' | 'onShortenIdleChange'>>;
  /** For `TraceMinimap`. */
  readonly minimapProps: Required<Pick<UseTimelineOptions, 'trace' | 'window' | 'onWindowChange'>> & Pick<UseTraceTreeOptions, 'search'>;
}

/**
 * The state of several views of one trace: what is selected, open, searched and in sight is the same in all of them, and
 * is one plain JSON value for the host, who can put it into a link.
 *
 * @example
 * const { treeProps, run } = useTraceViewer({ trace, defaultValue: readViewerValue(fromTheLink), onValueChange: toTheLink });
 * <TraceTree {...treeProps} />
 * <RunInspector trace={trace} run={run} />
 */
export function useTraceViewer({ trace, value: given, defaultValue, onValueChange }: UseTraceViewerOptions): TraceViewerState {
  const [shortValue, setValue] = useControllableState<TraceViewerValue, ViewerChangeDetails>({
    value: given,
    defaultValue: defaultValue ?? {},
    onChange: onValueChange,
  });
  const value = useMemo(() => completeViewerValue(shortValue), [shortValue]);
  const latestRef = useLatest({ trace, value: shortValue });

  const actions = useMemo(() => {
    function change(changed: TraceViewerValue): void {
      const { value: before } = latestRef.current;
      const next = withViewerValue(before, changed);
      // The next change in the same handler starts from this one.
      latestRef.current = { ...latestRef.current, value: next };
      setValue(next, { changed: Object.keys(changed) as (keyof TraceViewerValue)[] });
    }
    return {
      select: (selected: string | null): void => change({ selected }),
      selectError: (direction: 1 | -1 = 1): boolean => {
        const { trace: current, value: { selected } } = latestRef.current;
        const at = nextErrorOrigin(current, current.indexOf({ id: selected ?? '' }), direction);
        const run = current.runs[at];
        if (run !== undefined) change({ selected: run.id });
        return run !== undefined;
      },
      setView: (view: string): void => change({ view }),
      setWindow: (window: TimeWindow | null): void => change({ window }),
      setExpanded: (expansion: Expansion): void => change({ expanded: saveExpansion(latestRef.current.trace, expansion) }),
      setShowHidden: (showHidden: boolean): void => change({ showHidden }),
      setQuery: (query: string): void => change({ query }),
      setMode: (mode: RunSearchState['mode']): void => change({ mode }),
      // Whoever goes to a match wants to see why it is one.
      setMatch: (match: string | null): void => change(match === null ? { match } : { match, selected: match }),
      setShortenIdle: (shortenIdle: boolean): void => change({ shortenIdle }),
    };
  }, [latestRef, setValue]);

  const search = useRunSearch({
    trace,
    query: value.query, onQueryChange: actions.setQuery,
    mode: value.mode, onModeChange: actions.setMode,
    current: value.match, onCurrentChange: actions.setMatch,
  });
  const expanded = useMemo(() => restoreExpansion(trace, value.expanded), [trace, value.expanded]);
  const { selected, showHidden, window, shortenIdle } = value;
  const treeProps = {
    trace, search, expanded, selected, showHidden,
    onExpandedChange: actions.setExpanded, onSelectedChange: actions.select, onShowHiddenChange: actions.setShowHidden,
  };
  return {
    trace,
    value,
    run: selected === null ? null : (trace.get(selected) ?? null),
    search,
    select: actions.select,
    selectError: actions.selectError,
    setView: actions.setView,
    setWindow: actions.setWindow,
    treeProps,
    waterfallProps: { ...treeProps, window, onWindowChange: actions.setWindow, shortenIdle, onShortenIdleChange: actions.setShortenIdle },
    minimapProps: { trace, search, window, onWindowChange: actions.setWindow },
  };
}
