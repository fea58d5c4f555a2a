import type { Issue } from './issue.ts';
import { RecordedRun } from './recorded-run.ts';
import type { Run } from './run.ts';
import { unknownColumn, type Column, type TotalColumns } from './totals.ts';
import { TraceColumns, type Trace } from './trace.ts';
import type { Cost } from './usage.ts';

/**
 * The same trace with other costs for some of its runs, added up anew. Runs whose cost stays are the same objects.
 *
 * @param costs the runs' own costs by position: nothing is compared with what is inside, so none may repeat another
 * @param issues the new trace's issues
 */
export function withCosts(trace: Trace, costs: ReadonlyMap<number, Cost | null>, issues: readonly Issue[] = trace.issues): Trace {
  const runs = trace.runs.slice();
  for (const [at, cost] of costs) {
    const run = runs[at];
    if (run !== undefined) runs[at] = RecordedRun.withCost(run, cost);
  }
  const { columns } = trace;
  const totals = { ...columns.totals, ...addUpCosts(runs, columns.parent) };
  return trace.with({ runs, issues, columns: new TraceColumns(columns, columns.start, columns.end, totals) });
}

type CostColumns = Pick<TotalColumns, 'inputCost' | 'outputCost' | 'totalCost' | 'currency'>;

/** One backward pass, as for all totals: at a run, its children are complete. */
function addUpCosts(runs: readonly Run[], parent: Int32Array): CostColumns {
  const input = new MoneyColumn(runs.length);
  const output = new MoneyColumn(runs.length);
  const total = new MoneyColumn(runs.length);
  const currencies = new Set<string>();
  for (let at = runs.length - 1; at >= 0; at--) {
    const { cost } = runs[at]!;
    if (cost !== null) {
      currencies.add(cost.currency);
      if (cost.input !== null) input.add(at, cost.input);
      if (cost.output !== null) output.add(at, cost.output);
      if (cost.total !== null) total.add(at, cost.total);
    }
    const above = parent[at]!;
    input.settle(at, above);
    output.settle(at, above);
    total.settle(at, above);
  }
  const currency = currencies.size > 1 ? null : (currencies.values().next().value ?? 'USD');
  return { inputCost: input.sums, outputCost: output.sums, totalCost: total.sums, currency };
}

/** Sums of money that keep what rounding takes off each addition (Neumaier), so that 100,000 small amounts are exact. */
class MoneyColumn {
  /** NaN where nothing was paid. */
  readonly sums: Column;
  readonly #lost: Float64Array;

  constructor(count: number) {
    this.sums = unknownColumn(count);
    this.#lost = new Float64Array(count);
  }

  add(at: number, amount: number): void {
    const before = this.sums[at]!;
    if (Number.isNaN(before)) {
      this.sums[at] = amount;
      return;
    }
    const sum = before + amount;
    this.#lost[at]! += Math.abs(before) >= Math.abs(amount) ? before - sum + amount : amount - sum + before;
    this.sums[at] = sum;
  }

  /** Ends the sum of a run, and adds it to the one above. */
  settle(at: number, above: number): void {
    const sum = this.sums[at]!;
    if (Number.isNaN(sum)) return;
    if (above !== -1) {
      this.add(above, sum);
      this.#lost[above]! += this.#lost[at]!;
    }
    this.sums[at] = sum + this.#lost[at]!;
  }
}
