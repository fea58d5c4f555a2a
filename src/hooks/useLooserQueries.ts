'use client';
import { useEffect, useState } from 'react';
import { looserQueries, type LooserQuery } from '../core/analysis/search/looser-queries.ts';
import { parseQuery } from '../core/analysis/search/parse-query.ts';
import type { Query } from '../core/analysis/search/query.ts';
import { createRunSearch } from '../core/analysis/search/run-search.ts';
import type { Trace } from '../core/model/trace.ts';
import { createSlices } from './run-search-slices.ts';
import type { RunSearchState } from './run-search-state.ts';

/** A query that asks for less than the one that found nothing, and how many runs it finds: 1 or more. */
export interface FoundQuery extends LooserQuery {
  readonly count: number;
}

/** Ms after which whoever found nothing is helped: who types on has no use for it. */
const PATIENCE = 300;
/** Ms that the page may have to wait for a slice. */
const SLICE = 6;
const NONE: readonly FoundQuery[] = [];

/**
 * What finds something where a search found nothing: its query with less in it, each tried on the same trace, in slices
 * beside what else the page does. Empty as long as something is found, or is still searched for.
 */
export function useLooserQueries({ trace, query, isActive, isSearching, count }: RunSearchState): readonly FoundQuery[] {
  const [found, setFound] = useState<{ readonly trace: Trace; readonly query: Query; readonly queries: readonly FoundQuery[] } | null>(null);
  const isWanted = isActive && !isSearching && count === 0;
  useEffect(() => {
    if (!isWanted) return undefined;
    const search = createRunSearch(trace);
    const waiting = looserQueries(query);
    let queries: readonly FoundQuery[] = NONE;
    let at = 0;
    const slices = createSlices(() => {
      const candidate = waiting[at];
      if (candidate === undefined) return true;
      if (search.query.text !== candidate.text) search.start(parseQuery(candidate.text));
      if (!search.step(SLICE, () => performance.now())) return false;
      if (search.count > 0) {
        queries = [...queries, { ...candidate, count: search.count }];
        setFound({ trace, query, queries });
      }
      return ++at === waiting.length;
    });
    const timer = setTimeout(slices.start, PATIENCE);
    return () => {
      clearTimeout(timer);
      slices.stop();
    };
  }, [isWanted, trace, query]);
  return isWanted && found?.query === query && found.trace === trace ? found.queries : NONE;
}
