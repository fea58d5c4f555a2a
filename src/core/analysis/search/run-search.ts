import type { Trace } from '../../model/trace.ts';
import { implies } from './implies.ts';
import { programOf } from './program.ts';
import { parseQuery } from './parse-query.ts';
import type { Query } from './query.ts';
import { queryTree } from './query-tree.ts';
import { RunTexts } from './run-texts.ts';
import { searchResult, type SearchResult } from './search-result.ts';
import { termTest } from './term-test.ts';
import { Work, type Paused } from './work.ts';

/**
 * A search through a trace that is done in steps, so that nothing else has to wait for it. What it finds can be read at
 * any time. The texts of runs are made when they are first needed, and kept for the next query.
 *
 * @example
 * const search = createRunSearch(trace);
 * search.start(parseQuery('timeout -kind:llm'));
 * while (!search.step(8, () => performance.now())) await pause();
 * search.result().positions;
 */
export interface RunSearchProcess {
  readonly trace: Trace;
  /** What is searched for; an empty query before the start. */
  readonly query: Query;
  /** How many runs are decided, from the first on. */
  readonly searched: number;
  /** How many of them pass. */
  readonly count: number;
  readonly isDone: boolean;
  /**
   * Begins to search for something else. Where the new query only narrows or widens the one before, as when a person types
   * on, what that found is used.
   */
  start(query: Query): void;
  /**
   * Goes on with the search; true if it is done.
   *
   * @param budget ms after which to stop; it can be exceeded by a fraction of one
   * @param now the time in ms
   */
  step(budget: number, now: () => number): boolean;
  /** What was found up to now. */
  result(): SearchResult;
}

/** A search through a trace that is done in steps. */
export function createRunSearch(trace: Trace): RunSearchProcess {
  return new SteppedSearch(trace);
}

interface Findings {
  readonly query: Query;
  readonly flags: Uint8Array;
  searched: number;
  count: number;
}

class SteppedSearch implements RunSearchProcess {
  readonly trace: Trace;
  readonly #work = new Work();
  readonly #texts: RunTexts;
  #findings: Findings;
  #search: Paused<void> | null = null;

  constructor(trace: Trace) {
    this.trace = trace;
    this.#texts = new RunTexts(trace, this.#work);
    this.#findings = noFindings(parseQuery(''), trace);
  }

  get query(): Query {
    return this.#findings.query;
  }

  get searched(): number {
    return this.#findings.searched;
  }

  get count(): number {
    return this.#findings.count;
  }

  get isDone(): boolean {
    return this.#search === null;
  }

  start(query: Query): void {
    const before = this.#findings;
    this.#findings = noFindings(query, this.trace);
    this.#search = this.#searchFor(this.#findings, before);
  }

  step(budget: number, now: () => number): boolean {
    const end = now() + budget;
    while (this.#search !== null) {
      if (this.#search.next().done === true) this.#search = null;
      else if (now() >= end) return false;
    }
    return true;
  }

  result(): SearchResult {
    return searchResult(this.trace, this.#findings.flags, this.#findings.count);
  }

  *#searchFor(findings: Findings, before: Findings): Paused<void> {
    const { query, flags } = findings;
    const around = { trace: this.trace, texts: this.#texts, work: this.#work };
    const tests = query.terms.map((term) => (term.test === null ? null : termTest(term, term.test, around)));
    const { steps, operands } = programOf(queryTree(query), tests.map((test) => test?.cost ?? 0));
    const isNarrower = implies(query, before.query);
    const isWider = implies(before.query, query);

    for (let at = 0; at < flags.length; at++, findings.searched = at) {
      if (this.#work.add(EFFORT)) yield;
      const isKnown = at < before.searched && (before.flags[at] === 1 ? isWider : isNarrower);
      let passes = isKnown && before.flags[at] === 1;
      for (let step = isKnown ? steps.length : 0; step < steps.length; step++) {
        const what = steps[step]!;
        const operand = operands[step]!;
        if (what === 'term') {
          const test = tests[operand]!;
          if (this.#work.add(EFFORTS[test.cost])) yield;
          passes = test.passes(at) ?? (test.passesSlowly !== null && (yield* test.passesSlowly(at)));
        } else if (what === 'not') passes = !passes;
        else if (passes === (what === 'jump-if-true')) step = operand - 1;
      }
      if (!passes) continue;
      flags[at] = 1;
      findings.count++;
    }
  }
}

/** What it takes to look at a run, and to ask one term of it, by the term's cost. */
const EFFORT = 16;
const EFFORTS = [128, 512, 128] as const;

function noFindings(query: Query, trace: Trace): Findings {
  return { query, flags: new Uint8Array(trace.runs.length), searched: 0, count: 0 };
}
