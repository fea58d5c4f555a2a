import type { Insight, InsightRule } from '../core/analysis/insights/insight.ts';
import { createStepper } from '../core/analysis/stepper.ts';
import type { Paused } from '../core/analysis/search/work.ts';
import type { Trace } from '../core/model/trace.ts';

/** A rule that could not be carried out. */
export interface InsightFailure {
  /** The id of the rule. */
  readonly rule: string;
  /** What it threw. */
  readonly error: unknown;
}

/** What becomes known while rules are carried out. */
export interface RuleObserver {
  readonly onDone: () => void;
  readonly onFailure: (failure: InsightFailure) => void;
}

/** The same rules, of which none can stop the others: what one of them throws is told, and it finds nothing. */
export function guardRules(rules: readonly InsightRule[], observer: RuleObserver): readonly InsightRule[] {
  return rules.map((rule) => ({ id: rule.id, run: (trace) => createStepper(carryOut(rule, trace, observer)) }));
}

function* carryOut(rule: InsightRule, trace: Trace, { onDone, onFailure }: RuleObserver): Paused<readonly Insight[]> {
  let found: readonly Insight[] = [];
  try {
    const outcome = rule.run(trace);
    if ('step' in outcome) while (!outcome.step(0, noTime)) yield;
    const insights = 'step' in outcome ? (outcome.result ?? []) : outcome;
    // A host's rule may well point to runs that the trace does not have; there would be nothing to go to.
    found = insights.filter(({ positions }) => positions.length > 0 && positions.every((at) => trace.runs[at] !== undefined));
  } catch (error) {
    onFailure({ rule: rule.id, error });
  }
  onDone();
  return found;
}

/** Lets a stepper go as far as to its next pause, and no further. */
const noTime = (): number => 0;
