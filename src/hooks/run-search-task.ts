import type { Query } from '../core/analysis/search/query.ts';
import { createRunSearch, type RunSearchProcess } from '../core/analysis/search/run-search.ts';
import type { SearchResult } from '../core/analysis/search/search-result.ts';
import type { Trace } from '../core/model/trace.ts';
import { createSlices } from './run-search-slices.ts';

/** Ms that the page may have to wait for a slice. */
const SLICE = 8;
/** Ms between two looks at what was found up to now: who types shall see results follow results, not runs one by one. */
const BETWEEN_RESULTS = 100;

/** What was found of a query in a trace. */
export interface RunFindings {
  readonly trace: Trace;
  readonly query: Query;
  readonly result: SearchResult;
  /** How many runs were looked at. */
  readonly searched: number;
  readonly isDone: boolean;
}

/** A search that goes on beside what else the page does. Findings never change: there are new ones. */
export class RunSearchTask {
  #search: RunSearchProcess | null = null;
  #findings: RunFindings | null = null;
  /** A newer snapshot of the trace. It waits for the search to end, which it never would if each snapshot began it anew. */
  #waiting: Trace | null = null;
  #shownAt = 0;
  readonly #listeners = new Set<() => void>();
  readonly #slices = createSlices(() => this.#slice());

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Null before anything was found, or was found to be nowhere. */
  readonly getFindings = (): RunFindings | null => this.#findings;

  /** Searches for something else, or in another trace. Where that is done in a moment, it is done at once. */
  search(trace: Trace, query: Query): void {
    const search = this.#search;
    const isNewQuery = query !== search?.query;
    this.#waiting = null;
    if (search === null || isNewQuery || (search.isDone && search.trace !== trace)) this.#begin(trace, query);
    else if (search.trace !== trace) this.#waiting = trace;
    if (isNewQuery && this.#slice()) this.#slices.stop();
    else if (this.#search?.isDone === false) this.#slices.start();
  }

  /** Stops until the next search. */
  stop(): void {
    this.#slices.stop();
  }

  #begin(trace: Trace, query: Query): void {
    if (this.#search?.trace !== trace) this.#search = createRunSearch(trace);
    this.#search.start(query);
    this.#shownAt = performance.now();
  }

  /** Goes on for a while; true if nothing is left to do. */
  #slice(): boolean {
    const search = this.#search;
    if (search === null) return true;
    const isDone = search.step(SLICE, () => performance.now());
    if (isDone || performance.now() - this.#shownAt >= BETWEEN_RESULTS) this.#show(search);
    if (!isDone || this.#waiting === null) return isDone;
    this.#begin(this.#waiting, search.query);
    this.#waiting = null;
    return false;
  }

  #show(search: RunSearchProcess): void {
    this.#shownAt = performance.now();
    this.#findings = { trace: search.trace, query: search.query, result: search.result(), searched: search.searched, isDone: search.isDone };
    for (const listener of this.#listeners) listener();
  }
}
