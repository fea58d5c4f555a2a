'use client';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { highlight as highlightIn } from '../core/analysis/search/highlight.ts';
import { parseQuery } from '../core/analysis/search/parse-query.ts';
import { matchAfter, placeOf } from '../core/analysis/search/positions.ts';
import { searchResult, type SearchResult } from '../core/analysis/search/search-result.ts';
import type { Run } from '../core/model/run.ts';
import type { Trace } from '../core/model/trace.ts';
import type { QueryChangeDetails, RunSearchMode, RunSearchState, UseRunSearchOptions } from './run-search-state.ts';
import { RunSearchTask, type RunFindings } from './run-search-task.ts';
import { useControllableState } from './useControllableState.ts';
import { useLatest } from './useLatest.ts';

const NO_DETAILS = {};

/**
 * A search through the runs of a trace: what the person wrote, what matches, and the way from match to match. It renders
 * nothing. A large trace is searched in slices beside what else the page does, so that no key stroke waits for it; on a
 * server nothing is searched.
 *
 * @example
 * const search = useRunSearch({ trace, defaultQuery: 'status:error' });
 * <input value={search.text} onChange={(event) => search.setText(event.target.value)} />
 * <output>{search.count} of {trace.runs.length}</output>
 */
export function useRunSearch(options: UseRunSearchOptions): RunSearchState {
  const { trace, onQueryChange } = options;
  const [text, changeText] = useControllableState<string, QueryChangeDetails>({
    value: options.query,
    defaultValue: options.defaultQuery ?? '',
    onChange: onQueryChange,
  });
  const [mode, changeMode] = useControllableState<RunSearchMode, object>({
    value: options.mode,
    defaultValue: options.defaultMode ?? 'highlight',
    onChange: options.onModeChange,
  });
  const [currentId, changeCurrent] = useControllableState<string | null, object>({
    value: options.current,
    defaultValue: options.defaultCurrent ?? null,
    onChange: options.onCurrentChange,
  });

  const query = useMemo(() => parseQuery(text), [text]);
  const isActive = useMemo(() => query.terms.some(({ test }) => test !== null), [query]);
  const [task] = useState(() => new RunSearchTask());
  const findings = useSyncExternalStore(task.subscribe, task.getFindings, getNoFindings);
  useEffect(() => task.search(trace, query), [task, trace, query]);
  useEffect(() => () => task.stop(), [task]);

  const { matches, positions, count, ancestors } = useMemo(() => resultIn(trace, isActive ? findings : null), [trace, isActive, findings]);
  const isOfQuery = findings?.query === query;
  const visible = useMemo(
    () => (mode === 'filter' && isActive ? matches.map((match, at) => match | (ancestors[at] ?? 0)) : null),
    [mode, isActive, matches, ancestors],
  );
  const currentIndex = placeOf(positions, currentId === null ? -1 : trace.indexOf({ id: currentId }));
  const current = trace.runs[positions[currentIndex] ?? -1] ?? null;

  const latestRef = useLatest({ trace, positions, current: currentId });
  const actions = useMemo(() => {
    function go(direction: 1 | -1, from?: number): Run | null {
      const { trace: searched, positions: found, current: before } = latestRef.current;
      const run = searched.runs[matchAfter(found, from ?? (before === null ? -1 : searched.indexOf({ id: before })), direction)] ?? null;
      if (run === null) return null;
      // The next step in the same handler starts from this one.
      latestRef.current = { ...latestRef.current, current: run.id };
      changeCurrent(run.id, NO_DETAILS);
      return run;
    }
    return {
      setText: (next: string): void => changeText(next, { query: parseQuery(next) }),
      setMode: (next: RunSearchMode): void => changeMode(next, NO_DETAILS),
      next: (from?: number): Run | null => go(1, from),
      previous: (from?: number): Run | null => go(-1, from),
    };
  }, [latestRef, changeText, changeMode, changeCurrent]);

  const isMatch = useCallback((position: number) => matches[position] === 1, [matches]);
  const highlight = useCallback((shown: string, field?: string) => highlightIn(shown, query, field), [query]);
  const isSearching = isActive && !(isOfQuery && findings.trace === trace && findings.isDone);
  const progress = !isSearching ? 1 : isOfQuery ? findings.searched / Math.max(1, findings.trace.runs.length) : 0;
  return useMemo(
    () => ({
      trace, text, query, errors: query.errors, isActive, isSearching, progress, matches, positions, count, isMatch, highlight, mode, visible, current, currentIndex, ...actions,
    }),
    [trace, text, query, isActive, isSearching, progress, matches, positions, count, isMatch, highlight, mode, visible, current, currentIndex, actions],
  );
}

const getNoFindings = (): null => null;

/** What was found, by the positions of this trace: that of an earlier snapshot is carried over. */
function resultIn(trace: Trace, findings: RunFindings | null): SearchResult {
  if (findings?.trace === trace) return findings.result;
  const flags = new Uint8Array(trace.runs.length);
  let count = 0;
  for (const position of findings?.result.positions ?? []) {
    const run = findings?.trace.runs[position];
    const at = run === undefined ? -1 : trace.indexOf(run);
    if (at === -1) continue;
    flags[at] = 1;
    count++;
  }
  return searchResult(trace, flags, count);
}
