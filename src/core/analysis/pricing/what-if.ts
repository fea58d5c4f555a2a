import type { Run } from '../../model/run.ts';
import type { Column } from '../../model/totals.ts';
import { unknownColumn } from '../../model/totals.ts';
import type { Trace } from '../../model/trace.ts';
import { modelCalls } from '../model-calls.ts';
import { Sum } from '../sum.ts';
import { costOf } from './cost-of.ts';
import type { Price } from './price.ts';

/** What a trace would cost at another price, for the same tokens: another model would write others. */
export interface WhatIf {
  /** ISO 4217 code of the other price. */
  readonly currency: string;
  /** What each run itself would cost; NaN where that is not known, and for runs that the question is not about. */
  readonly own: Column;
  /** How much more that is than each run costs; NaN where either is not known, or is in another currency. */
  readonly delta: Column;
  /** What those runs would cost of which both figures are known; null if there are none. */
  readonly total: number | null;
  /** What the same runs cost. */
  readonly present: number | null;
  /** How much more they would cost; less than 0 if less. */
  readonly totalDelta: number | null;
  /** Runs of which both figures are known. */
  readonly compared: number;
  /** Model calls that are left out, since their tokens or what they cost is not known. */
  readonly unknown: number;
}

/**
 * What a trace would have cost with another model, or at another price. Find the price with `priceOf`, and price the
 * trace first (`priceTraces`) if its tracer recorded no costs.
 *
 * @param isMeant which runs would have another price; calls of a language model by default
 */
export function whatIf(trace: Trace, price: Price, isMeant: (run: Run) => boolean = isModelCall): WhatIf {
  const currency = price.currency ?? 'USD';
  const own = unknownColumn(trace.runs.length);
  const delta = unknownColumn(trace.runs.length);
  const total = new Sum();
  const present = new Sum();
  const calls = modelCalls(trace);
  let compared = 0;
  let unknown = 0;
  for (let at = 0; at < own.length; at++) {
    const run = trace.runs[at]!;
    const { usage, cost } = run;
    if ((usage === null && calls[at] === 0) || !isMeant(run)) continue;
    const would = usage === null ? null : (costOf(usage, price, run.model?.parameters)?.total ?? null);
    if (would !== null) own[at] = would;
    const does = cost !== null && cost.currency === currency ? cost.total : null;
    if (would === null || does === null) {
      unknown++;
      continue;
    }
    delta[at] = would - does;
    total.add(would);
    present.add(does);
    compared++;
  }
  const totals = { total: total.value, present: present.value };
  const totalDelta = totals.total === null || totals.present === null ? null : totals.total - totals.present;
  return { currency, own, delta, ...totals, totalDelta, compared, unknown };
}

function isModelCall({ kind }: Run): boolean {
  return kind === 'llm';
}
