import type { Trace } from '../../../model/trace.ts';
import { findRedundantCalls } from '../../redundancy/find-redundant-calls.ts';
import type { Paused } from '../../search/work.ts';
import { createStepper } from '../../stepper.ts';
import type { Insight, InsightRule } from '../insight.ts';
import { shareOfTime } from '../share-of-time.ts';

/** More than so many are not told one by one: the first ones would have saved the most. */
const MOST = 20;

/**
 * Calls that were made before with the same inputs.
 *
 * Figures: `kind`, `name`, `model`, `calls`, and what a cache would have saved: `savedCalls`, `time`, `tokens`, `cost`, `currency`.
 */
export const redundantWork: InsightRule = { id: 'redundant-work', run: (trace) => createStepper(find(trace)) };

function* find(trace: Trace): Paused<readonly Insight[]> {
  const groups = yield* findRedundantCalls([trace], 1);
  return groups
    .filter(({ saved }) => saved.calls > 0)
    .slice(0, MOST)
    .map(({ kind, name, model, calls, saved }) => ({
      rule: redundantWork.id,
      severity: 'warning',
      weight: shareOfTime(trace, saved.time),
      positions: calls.map(({ at }) => at),
      figures: { kind, name, model, calls: calls.length, savedCalls: saved.calls, time: saved.time, tokens: saved.tokens, cost: saved.cost, currency: saved.currency },
    }));
}
