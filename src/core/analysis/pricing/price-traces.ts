import type { Issue } from '../../model/issue.ts';
import { createIssue, excerpt } from '../../model/issue.ts';
import type { Run } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';
import type { Cost } from '../../model/usage.ts';
import { withCosts } from '../../model/with-costs.ts';
import { isContradictory } from '../usage/token-parts.ts';
import { costOf } from './cost-of.ts';
import { coveredRuns } from './covered-runs.ts';
import type { Price } from './price.ts';
import type { PriceBook } from './price-book.ts';
import { PriceFinder } from './price-finder.ts';

/** Traces with costs, and what could not be priced. */
export interface PricedTraces {
  readonly traces: readonly Trace[];
  /** One for each trace and model without a price; they are among each trace's own issues too. */
  readonly issues: readonly Issue[];
}

/**
 * Fills in what runs cost, from the tokens that they used and what their models cost when they ran. A cost that was
 * recorded stays, and so does a run's lack of one where a run above says what everything inside cost. What is not known
 * stays null, and is told. Traces are not changed: those that got any cost are new ones.
 *
 * @example
 * const { traces, issues } = priceTraces(readTraces(text).traces, prices);
 */
export function priceTraces(traces: readonly Trace[], book: PriceBook): PricedTraces {
  const priceOf = readerOf(book);
  const issues: Issue[] = [];
  const priced = traces.map((trace) => {
    const bill = billOf(trace, priceOf);
    for (const issue of bill.issues) issues.push(issue);
    const before = trace.issues.filter(({ code }) => !CODES.has(code));
    const hasNewIssues = bill.issues.length > 0 || before.length < trace.issues.length;
    return bill.costs.size === 0 && !hasNewIssues ? trace : withCosts(trace, bill.costs, [...before, ...bill.issues]);
  });
  return { traces: priced, issues };
}

/** What this function tells: told anew when traces are priced again. */
const CODES: ReadonlySet<Issue['code']> = new Set(['unknown-price', 'contradictory-usage']);

type PriceOf = (run: Run, moment: number) => Price | null;

function readerOf(book: PriceBook): PriceOf {
  if (typeof book === 'function') return book;
  const finder = new PriceFinder(book);
  return ({ model }, moment) => (model === null ? null : finder.find(model, moment));
}

interface Bill {
  readonly costs: ReadonlyMap<number, Cost | null>;
  readonly issues: readonly Issue[];
}

function billOf(trace: Trace, priceOf: PriceOf): Bill {
  const covered = coveredRuns(trace);
  const costs = new Map<number, Cost | null>();
  /** Runs without a price by model, and runs whose usage can't be true. */
  const unknown = new Map<string | null, Run[]>();
  const contradictory: Run[] = [];
  for (let at = 0; at < trace.runs.length; at++) {
    const run = trace.runs[at]!;
    const { usage, cost } = run;
    if (usage === null || covered[at] === 1 || (cost !== null && cost.computed === undefined)) continue;
    const price = priceOf(run, trace.startTime + run.start);
    const computed = price === null ? null : costOf(usage, price, run.model?.parameters);
    // A cost that was computed before, from other prices, must not outlive them.
    if (computed !== null || cost !== null) costs.set(at, computed);
    if (price === null) {
      const name = run.model?.name ?? null;
      const runs = unknown.get(name);
      if (runs === undefined) unknown.set(name, [run]);
      else runs.push(run);
    } else if (computed === null && isContradictory(usage)) {
      contradictory.push(run);
    }
  }
  return { costs, issues: [...unknownPrices(trace, unknown), ...contradictoryUsages(trace, contradictory)] };
}

function unknownPrices({ id }: Trace, unknown: ReadonlyMap<string | null, readonly Run[]>): Issue[] {
  return Array.from(unknown, ([name, runs]) => {
    const what = name === null ? `${runsText(runs)} no model, and so no price.` : `The model “${excerpt(name)}” of ${runs.length === 1 ? '1 run' : `${runs.length} runs`} has no price.`;
    return createIssue('unknown-price', what, 'Left without a cost.', { traceId: id, runId: runs[0]?.id ?? null });
  });
}

function runsText(runs: readonly Run[]): string {
  return runs.length === 1 ? '1 run with tokens names' : `${runs.length} runs with tokens name`;
}

function contradictoryUsages({ id }: Trace, runs: readonly Run[]): Issue[] {
  if (runs.length === 0) return [];
  const what = runs.length === 1 ? '1 run has more cached, audio or reasoning tokens than tokens.' : `${runs.length} runs have more cached, audio or reasoning tokens than tokens.`;
  return [createIssue('contradictory-usage', what, 'Left without a cost.', { traceId: id, runId: runs[0]?.id ?? null })];
}
