import type { Query, QueryError, TextRange } from '../core/analysis/search/query.ts';
import type { Run } from '../core/model/run.ts';
import type { Trace } from '../core/model/trace.ts';

/** How matches are shown: among all runs, or with the runs around them alone. */
export type RunSearchMode = 'highlight' | 'filter';

/** What a query became. */
export interface QueryChangeDetails {
  readonly query: Query;
}

/** What `useRunSearch` takes. Every state can be held by the caller (`query`, `mode`, `current`) or begins at a default. */
export interface UseRunSearchOptions {
  readonly trace: Trace;
  /** The text of the query; see `parseQuery`. */
  readonly query?: string | undefined;
  /** @default '' */
  readonly defaultQuery?: string | undefined;
  readonly onQueryChange?: ((query: string, details: QueryChangeDetails) => void) | undefined;
  readonly mode?: RunSearchMode | undefined;
  /** @default 'highlight' */
  readonly defaultMode?: RunSearchMode | undefined;
  readonly onModeChange?: ((mode: RunSearchMode, details: object) => void) | undefined;
  /** The id of the match at which the person is; null for none. */
  readonly current?: string | null | undefined;
  /** @default null */
  readonly defaultCurrent?: string | null | undefined;
  readonly onCurrentChange?: ((current: string | null, details: object) => void) | undefined;
}

/** A search through a trace. The object is the same as long as nothing in it changes. */
export interface RunSearchState {
  readonly trace: Trace;
  readonly text: string;
  readonly setText: (text: string) => void;
  readonly query: Query;
  readonly errors: readonly QueryError[];
  /** Whether the query asks for anything; without, nothing matches and everything is visible. */
  readonly isActive: boolean;
  /** Whether runs are still to be looked at. Until the first results of a new query are there, those of the last one stay. */
  readonly isSearching: boolean;
  /** How much of the trace was looked at, 0 to 1. */
  readonly progress: number;
  /** 1 for a run that matches. One entry a run in reading order. */
  readonly matches: Uint8Array;
  /** The positions of the runs that match, in reading order. */
  readonly positions: Uint32Array;
  readonly count: number;
  readonly isMatch: (position: number) => boolean;
  /**
   * Where the words of the query lie in a text that is on show; nothing without a query. The same function as long as the
   * query is the same.
   *
   * @param field the field that the text is of, as in a query; words and phrases alone are marked without
   */
  readonly highlight: (text: string, field?: string) => readonly TextRange[];
  readonly mode: RunSearchMode;
  readonly setMode: (mode: RunSearchMode) => void;
  /** In mode `filter`, 1 for a run that matches or holds one that does; null where everything is visible. */
  readonly visible: Uint8Array | null;
  /** The match at which the person is; null if there is none, or if the run does not match any more. */
  readonly current: Run | null;
  /** Its place among the matches, from 0; -1 for none. */
  readonly currentIndex: number;
  /**
   * Goes to the next match, around the end, and gives it; null if nothing matches.
   *
   * @param from the position after which to look; that of the current match by default
   */
  readonly next: (from?: number) => Run | null;
  /** The same in the other direction. */
  readonly previous: (from?: number) => Run | null;
}
