import type { Insight, InsightRule } from '../core/analysis/insights/insight.ts';
import { createInsightSearch } from '../core/analysis/insights/insights-of.ts';
import type { Stepper } from '../core/analysis/stepper.ts';
import type { Trace } from '../core/model/trace.ts';
import { guardRules, type InsightFailure } from './insight-rules-guarded.ts';
import { createSlices } from './run-search-slices.ts';

/** Ms that the page may have to wait for a slice. */
const SLICE = 8;

/** What is looked for, and where. */
export interface InsightSource {
  readonly trace: Trace;
  readonly rules: readonly InsightRule[];
}

/** What was found of a source. Until all of it is looked through, that is what was found of the snapshot before, if any. */
export interface InsightFindings {
  /** The trace that the positions are of. */
  readonly trace: Trace;
  readonly rules: readonly InsightRule[];
  readonly insights: readonly Insight[];
  readonly failures: readonly InsightFailure[];
  readonly isDone: boolean;
  /** The share of the rules that were carried out, 0 to 1. */
  readonly progress: number;
}

/** Looks for insights beside what else the page does. Findings never change: there are new ones. */
export class InsightTask {
  #source: InsightSource | null = null;
  #search: Stepper<readonly Insight[]> | null = null;
  #failures: InsightFailure[] = [];
  #done = 0;
  #findings: InsightFindings | null = null;
  /** A newer snapshot of the same trace. It waits for the search to end, which it never would if each snapshot began it anew. */
  #waiting: InsightSource | null = null;
  readonly #listeners = new Set<() => void>();
  readonly #slices = createSlices(() => this.#slice());

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Null before anything was looked for. */
  readonly getFindings = (): InsightFindings | null => this.#findings;

  /** Goes on looking; begins anew if it is for something else. */
  look(source: InsightSource): void {
    const before = this.#source;
    this.#waiting = null;
    if (source.trace !== before?.trace || source.rules !== before.rules) {
      if (before !== null && this.#search !== null && isLater(source, before)) this.#waiting = source;
      else this.#begin(source);
    }
    if (this.#search !== null) this.#slices.start();
  }

  /** Stops until it is to go on. */
  stop(): void {
    this.#slices.stop();
  }

  #begin(source: InsightSource): void {
    const failures: InsightFailure[] = [];
    const rules = guardRules(source.rules, { onDone: () => this.#done++, onFailure: (failure) => failures.push(failure) });
    this.#source = source;
    this.#failures = failures;
    this.#done = 0;
    this.#search = createInsightSearch(source.trace, rules);
  }

  /** Goes on for a while; true if nothing is left to do. */
  #slice(): boolean {
    const search = this.#search;
    const source = this.#source;
    if (search === null || source === null) return true;
    const done = this.#done;
    if (!search.step(SLICE, () => performance.now())) {
      if (this.#done > done) this.#showProgress(source);
      return false;
    }
    this.#search = null;
    this.#show({ ...source, insights: search.result ?? [], failures: this.#failures, isDone: true, progress: 1 });
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting !== null) this.#begin(waiting);
    return this.#search === null;
  }

  /** What was found of the last snapshot stays, with the trace that it was found in. */
  #showProgress(source: InsightSource): void {
    const last = this.#findings;
    const kept = last !== null && isLater(source, last) ? last : { ...source, insights: [], failures: [] };
    this.#show({ ...kept, isDone: false, progress: this.#done / source.rules.length });
  }

  #show(findings: InsightFindings): void {
    this.#findings = findings;
    for (const listener of this.#listeners) listener();
  }
}

/** Whether a source is another snapshot of the same trace, looked through by the same rules. */
export function isLater(source: InsightSource, before: InsightSource): boolean {
  return source.trace.id === before.trace.id && source.rules === before.rules;
}
