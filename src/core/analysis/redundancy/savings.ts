import type { Trace } from '../../model/trace.ts';
import { Sum } from '../sum.ts';
import type { CallPlace, Savings } from './redundant-group.ts';

/** What calls took, everything inside included. */
export function savingsOf(traces: readonly Trace[], calls: readonly CallPlace[]): Savings {
  const time = new Sum();
  const tokens = new Sum();
  const cost = new Sum();
  const currencies = new Set<string | null>();
  for (const { trace, at } of calls) {
    const { start, end, totals } = traces[trace]!.columns;
    time.add(end[at]! - start[at]!);
    tokens.add(totals.totalTokens[at]);
    if (Number.isNaN(totals.totalCost[at]!)) continue;
    cost.add(totals.totalCost[at]);
    currencies.add(totals.currency);
  }
  const currency = currencies.size === 1 ? [...currencies][0]! : null;
  return { calls: calls.length, time: time.value, tokens: tokens.value, cost: currency === null ? null : cost.value, currency };
}
