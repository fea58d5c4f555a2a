import { Sum } from '../../sum.ts';
import type { InsightRule } from '../insight.ts';

/** From this share of all costs on, one run among several stands out. */
const LEAST_SHARE = 0.4;

/**
 * The run that cost most, if it cost a large part of the whole.
 *
 * Figures: `name`, `model`, `cost`, `currency`, `share`.
 */
export const dearestCall: InsightRule = {
  id: 'dearest-call',
  run: (trace) => {
    const { currency } = trace.columns.totals;
    if (currency === null) return [];
    const total = new Sum();
    let paid = 0;
    let dearest = -1;
    for (let at = 0; at < trace.runs.length; at++) {
      const cost = trace.runs[at]!.cost?.total ?? 0;
      if (!(cost > 0)) continue;
      paid++;
      total.add(cost);
      if (dearest === -1 || cost > trace.runs[dearest]!.cost!.total!) dearest = at;
    }
    const run = trace.runs[dearest];
    if (run === undefined || paid < 2) return [];
    const cost = run.cost!.total!;
    const share = cost / (total.value ?? cost);
    if (share < LEAST_SHARE) return [];
    return [{ rule: dearestCall.id, severity: 'info', weight: share, positions: [dearest], figures: { name: run.name, model: run.model?.name ?? null, cost, currency, share } }];
  },
};
