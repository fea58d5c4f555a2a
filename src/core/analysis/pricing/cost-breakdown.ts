import type { Run } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';
import { modelCalls } from '../model-calls.ts';
import { RunGroups, type BreakdownBy } from '../usage/run-groups.ts';
import { coveredRuns } from './covered-runs.ts';
import { CostAdder, type CostSum } from './cost-sum.ts';

/** What the runs that share a value cost in one currency. */
export interface CostGroup extends CostSum {
  /** Null for the runs that have no such value. */
  readonly value: string | null;
  /** ISO 4217 code. Money of another currency is in a group of its own: currencies are never added. */
  readonly currency: string;
  /** Runs with tokens, and model calls, of which nobody knows what they cost: with one of them, the figures are lower bounds. Counted in the first currency of a value alone. */
  readonly unpaid: number;
}

/** Where the money went. */
export interface CostBreakdown {
  /** What the groups are by. */
  readonly by: string;
  /** The dearest group first, by currency. Groups hold own costs. */
  readonly groups: readonly CostGroup[];
  /** Each run once; one for each currency. */
  readonly totals: readonly CostGroup[];
  /** Whether a run is in several groups, as with several tags: the groups then come to more than the totals. */
  readonly overlaps: boolean;
}

/** What traces cost by model, name, kind, node, tag or whatever runs tell. Runs that neither cost anything nor used tokens are in no group. */
export function costBreakdown(traces: Trace | readonly Trace[], by: BreakdownBy): CostBreakdown {
  const groups = new RunGroups(by, (value) => new Purse(value));
  const whole = new Purse(null);
  for (const trace of 'runs' in traces ? [traces] : traces) {
    const calls = modelCalls(trace);
    const covered = coveredRuns(trace);
    for (let at = 0; at < trace.runs.length; at++) {
      const run = trace.runs[at]!;
      const isUnpaid = run.cost === null && covered[at] === 0 && (run.usage !== null || calls[at] === 1);
      if (run.cost === null && !isUnpaid) continue;
      whole.add(run);
      for (const group of groups.of(run)) group.add(run);
    }
  }
  const sums = groups.all().flatMap((group) => group.sums());
  sums.sort((a, b) => compare(a.currency, b.currency) || (b.total ?? -1) - (a.total ?? -1));
  return { by: groups.id, groups: sums, totals: whole.sums(), overlaps: groups.overlaps };
}

/** The costs of one group, each currency in a compartment of its own. */
class Purse {
  readonly #value: string | null;
  readonly #compartments = new Map<string, CostAdder>();
  #unpaid = 0;

  constructor(value: string | null) {
    this.#value = value;
  }

  add({ cost }: Run): void {
    if (cost === null) {
      this.#unpaid++;
      return;
    }
    let compartment = this.#compartments.get(cost.currency);
    if (compartment === undefined) {
      compartment = new CostAdder();
      this.#compartments.set(cost.currency, compartment);
    }
    compartment.add(cost);
  }

  /** Runs that cost nobody knows how much count in the first compartment: they have no currency. */
  sums(): CostGroup[] {
    if (this.#compartments.size === 0 && this.#unpaid > 0) this.#compartments.set('USD', new CostAdder());
    return Array.from(this.#compartments, ([currency, adder], nth) => ({ value: this.#value, currency, unpaid: nth === 0 ? this.#unpaid : 0, ...adder.sum() }));
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
