import type { Run } from '../../model/run.ts';
import { MOST_MARKED_TERMS } from './highlight.ts';
import { LeafWalk } from './leaf-walk.ts';
import type { Query, QueryTest, TextRange } from './query.ts';
import { rangesIn } from './ranges-in.ts';
import { RUN_PLACES, type RunMatchField } from './run-places.ts';
import { Work, type Paused } from './work.ts';

/** A part of a run that a query asks for. */
export interface RunMatch extends TextRange {
  readonly field: RunMatchField;
  /** Where the value is inside of the property: names of fields and places in lists. Empty if it is the property itself. */
  readonly path: readonly (string | number)[];
}

/** How much of a run to look through. */
export interface MatchesInOptions {
  /** The most matches to give. @default 1000 */
  readonly limit?: number | undefined;
  /** The most characters to look at. @default 2000000 */
  readonly characters?: number | undefined;
}

interface Wanted {
  readonly path: readonly string[];
  readonly test: QueryTest;
}

/**
 * Where the words of a query lie in a run, for whoever marks them: by property, in the order of its values. Terms that
 * the query asks to be absent, and figures, are not marked. Whether the run passes the query is not asked.
 */
export function matchesIn(run: Run, query: Query, options: MatchesInOptions = {}): RunMatch[] {
  const steps = matchesStepwise(run, query, options, new Work());
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value.matches;
}

/** The matches of a query in a run. */
export interface FoundMatches {
  readonly matches: RunMatch[];
  /** Whether all of the run was looked through, and no match left out. */
  readonly isAll: boolean;
}

/** The same as `matchesIn`, with places to pause at, so that nothing has to wait for it. */
export function* matchesStepwise(run: Run, query: Query, options: MatchesInOptions, work: Work): Paused<FoundMatches> {
  const { limit = 1_000, characters = 2_000_000 } = options;
  const terms = query.terms.filter(({ test, isNegated }) => test !== null && !isNegated).slice(0, MOST_MARKED_TERMS);
  const matches: RunMatch[] = [];
  const walk = new LeafWalk();
  let left = characters;
  for (const { property, field, prefix, isText, valueOf } of RUN_PLACES) {
    const wanted: Wanted[] = [];
    for (const term of terms) {
      if (term.test === null) continue;
      if (term.field === null && isText) wanted.push({ path: [], test: term.test });
      else if (term.field === field) wanted.push({ path: prefix(term.path), test: term.test });
    }
    if (wanted.length === 0) continue;
    walk.begin(valueOf(run));
    while (left > 0 && walk.step()) {
      left--;
      if (work.add(EFFORT)) yield;
      if (walk.leaf === undefined) continue;
      const leaf = typeof walk.leaf === 'string' ? walk.leaf.slice(0, left) : walk.leaf;
      left -= String(leaf).length;
      if (work.add(String(leaf).length)) yield;
      let path: (string | number)[] | undefined;
      const tests = wanted.filter((one) => one.path.length === 0 || leadsTo((path ??= walk.path()), one.path)).map(({ test }) => test);
      for (const range of rangesIn(leaf, tests, limit)) {
        if (matches.length >= limit) return { matches, isAll: false };
        matches.push({ field: property, path: (path ??= walk.path()), ...range });
      }
    }
  }
  return { matches, isAll: left > 0 && matches.length < limit };
}

/** To look at a value takes longer than to search a character. */
const EFFORT = 32;

/** Whether a leaf is at or under what a term's path leads to: the same rules as those of `valuesAt`. */
function leadsTo(path: readonly (string | number)[], wanted: readonly string[]): boolean {
  let place = 0;
  for (const part of path) {
    if (place === wanted.length) return true;
    if (typeof part === 'number') {
      const isPlace = /^\d{1,9}$/.test(wanted[place]!);
      if (isPlace && Number(wanted[place]) !== part) return false;
      if (isPlace) place++;
    } else {
      const next = endOfKey(part, wanted, place);
      if (next === -1) return false;
      place = next;
    }
  }
  return place === wanted.length;
}

/** Where the parts end that are this key together; -1 if they are another. */
function endOfKey(key: string, wanted: readonly string[], place: number): number {
  let joined = wanted[place]!;
  let next = place + 1;
  while (joined.length < key.length && next < wanted.length) joined += `.${wanted[next++]}`;
  return joined === key ? next : -1;
}
