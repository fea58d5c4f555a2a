import { attemptsOf } from '../../attempts/attempts-of.ts';
import type { InsightRule } from '../insight.ts';
import { shareOfTime } from '../share-of-time.ts';

/**
 * Steps that were tried more than once, and those for which another one stood in.
 *
 * Figures: `kind` (`retry` or `fallback`), `name` of the step that was left to stand, `model` likewise, `outcome`, `failed`,
 * `timeLost`, `tokensLost`, `costLost`.
 */
export const failedAttempts: InsightRule = {
  id: 'failed-attempts',
  run: (trace) =>
    attemptsOf(trace).map(({ kind, attempts, outcome, failed, timeLost, tokensLost, costLost }) => {
      const last = trace.runs[attempts.at(-1)!]!;
      return {
        rule: failedAttempts.id,
        // A step that failed for good may still have been made up for further up.
        severity: outcome === 'error' && trace.status === 'error' ? 'error' : 'warning',
        weight: shareOfTime(trace, timeLost),
        positions: attempts,
        figures: { kind, name: last.name, model: last.model?.name ?? null, outcome, failed, timeLost, tokensLost, costLost },
      };
    }),
};
