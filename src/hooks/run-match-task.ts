import { matchesStepwise, type FoundMatches, type RunMatch } from '../core/analysis/search/matches-in.ts';
import type { Query } from '../core/analysis/search/query.ts';
import { Work } from '../core/analysis/search/work.ts';
import type { Run } from '../core/model/run.ts';

/** The search for what a query asks of one run, done in steps. */
export interface RunMatchTask {
  /** Null until it is done. */
  readonly found: FoundMatches | null;
  /** Goes on for so many ms; true if it is done. */
  readonly step: (budget: number) => boolean;
}

const LIMITS = { limit: 1_000, characters: 20_000_000 };
/** What a run says; the rest is what it is. */
const SAID: ReadonlySet<RunMatch['field']> = new Set(['name', 'model', 'provider', 'tags', 'error', 'inputs', 'outputs', 'metadata', 'events'] as const);

/** Begins to look for what a query asks of a run, for so many ms. */
export function findMatches(run: Run, query: Query, budget: number): RunMatchTask {
  const steps = matchesStepwise(run, query, LIMITS, new Work());
  let found: FoundMatches | null = null;
  const step = (ms: number): boolean => {
    const end = performance.now() + ms;
    try {
      while (found === null) {
        const next = steps.next();
        if (next.done === true) found = { matches: next.value.matches.filter(({ field }) => SAID.has(field)), isAll: next.value.isAll };
        else if (performance.now() >= end) break;
      }
    } catch {
      // A payload that cannot be read says so where it is shown.
      found = { matches: [], isAll: false };
    }
    return found !== null;
  };
  step(budget);
  return { get found() { return found; }, step };
}
