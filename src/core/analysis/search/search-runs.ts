import type { Trace } from '../../model/trace.ts';
import type { Query } from './query.ts';
import { createRunSearch } from './run-search.ts';
import type { SearchResult } from './search-result.ts';

/**
 * The runs of a trace that pass a query, all at once; for many runs with much text see `createRunSearch`. A query without
 * any term that was understood asks for nothing, and nothing passes it.
 */
export function searchRuns(trace: Trace, query: Query): SearchResult {
  const search = createRunSearch(trace);
  search.start(query);
  search.step(Number.POSITIVE_INFINITY, () => 0);
  return search.result();
}
