'use client';
import { useCallback, useDeferredValue, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { RunMatch } from '../core/analysis/search/matches-in.ts';
import type { Query } from '../core/analysis/search/query.ts';
import type { Run } from '../core/model/run.ts';
import { findMatches } from './run-match-task.ts';
import { createSlices } from './run-search-slices.ts';
import { useControllableState } from './useControllableState.ts';
import { useLatest } from './useLatest.ts';

/** Of which run the person went to a match, and of how many. */
export interface MatchChangeDetails {
  readonly run: Run | null;
  readonly count: number;
}

/** What `useRunMatches` takes. */
export interface UseRunMatchesOptions {
  readonly run: Run | null;
  /** What is looked for; undefined for nothing. */
  readonly query: Query | undefined;
  /** The match at which the person is, from 0; null for none. */
  readonly match?: number | null | undefined;
  /** @default null */
  readonly defaultMatch?: number | null | undefined;
  /** Also called with null when another run or query takes the place of the one before. */
  readonly onMatchChange?: ((match: number | null, details: MatchChangeDetails) => void) | undefined;
}

/** The matches of a query in one run, and the one at which the person is. */
export interface RunMatchesState {
  /** The query that is marked: while the person types, the one before. Null if there is nothing to mark. */
  readonly query: Query | null;
  /** In the order in which the run tells them. */
  readonly matches: readonly RunMatch[];
  /** Whether it is still being looked for: then there are no matches yet. */
  readonly isSearching: boolean;
  /** Whether there may be more than were counted. */
  readonly isMore: boolean;
  /** From 0; null if the person has gone to none. */
  readonly current: number | null;
  /** Changes each time the person goes to a match, even to the same. */
  readonly moves: number;
  readonly go: (match: number) => void;
  /** To the next match, and after the last to the first. */
  readonly next: () => void;
  readonly previous: () => void;
}

/** Ms of work before the first paint of a run, and between two moments in which the page can answer. */
const AT_ONCE = 4;
const BUDGET = 8;
const NOTHING = { matches: [] as readonly RunMatch[], isAll: true };

/** The matches of a query in a run. They are looked for after the run and the query are on the screen. */
export function useRunMatches(options: UseRunMatchesOptions): RunMatchesState {
  const { run, query } = options;
  // A query is what its text says, whoever has parsed it again.
  const [same, keep] = useState(query);
  if (same?.text !== query?.text) keep(query);
  const asked = useMemo(() => ({ run, query: same !== undefined && isMarkable(same) ? same : null }), [run, same]);
  const shown = useDeferredValue(asked);
  const task = useMemo(() => (shown.run === null || shown.query === null ? null : findMatches(shown.run, shown.query, AT_ONCE)), [shown]);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  useEffect(() => {
    if (task === null || task.found !== null) return undefined;
    const slices = createSlices(() => {
      const isDone = task.step(BUDGET);
      if (isDone) redraw();
      return isDone;
    });
    slices.start();
    return slices.stop;
  }, [task]);
  const isCurrent = shown.run === run;
  const isSearching = isCurrent && task !== null && task.found === null;
  const { matches, isAll } = (isCurrent ? task?.found : null) ?? NOTHING;

  const [given, change] = useControllableState<number | null, MatchChangeDetails>({ value: options.match, defaultValue: options.defaultMatch ?? null, onChange: options.onMatchChange });
  const count = matches.length;
  const current = given !== null && given < count ? given : null;
  const [moves, setMoves] = useState(0);
  const latest = useLatest({ run, count, current });

  const before = useRef(asked);
  useEffect(() => {
    // A run that goes on is another object each time, and still the same run.
    if (before.current.run?.id !== asked.run?.id || before.current.query !== asked.query) change(null, { run: asked.run, count: 0 });
    before.current = asked;
  }, [asked, change]);

  const go = useCallback((match: number) => {
    const { count: total } = latest.current;
    if (total === 0) return;
    change(((match % total) + total) % total, { run: latest.current.run, count: total });
    setMoves((times) => times + 1);
  }, [latest, change]);
  const next = useCallback(() => go((latest.current.current ?? -1) + 1), [go, latest]);
  const previous = useCallback(() => go((latest.current.current ?? 0) - 1), [go, latest]);

  return useMemo(
    () => ({ query: isCurrent ? shown.query : null, isSearching, matches, isMore: !isAll, current, moves, go, next, previous }),
    [shown, isSearching, matches, isAll, isCurrent, current, moves, go, next, previous],
  );
}

/** What a run says, by the names that queries have for it. What it is (its kind, its status, its ids) is not looked for in it. */
const SAID: ReadonlySet<string> = new Set(['name', 'model', 'provider', 'tag', 'error', 'input', 'output', 'metadata', 'event']);

/** Whether any term of the query can be pointed at: figures, and what must be absent, can't. */
function isMarkable({ terms }: Query): boolean {
  return terms.some(({ test, field, isNegated }) => test !== null && !isNegated && (field === null || SAID.has(field)));
}
