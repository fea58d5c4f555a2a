import type { Trace } from '../../model/trace.ts';
import type { Paused } from '../search/work.ts';
import { createStepper, finish, type Stepper } from '../stepper.ts';
import type { Insight, InsightRule } from './insight.ts';
import { INSIGHT_RULES } from './insight-rules.ts';

/** What a person should know of a trace, what matters most first: errors, then warnings, each by weight. All at once; for long traces see `createInsightSearch`. */
export function insightsOf(trace: Trace, rules: readonly InsightRule[] = INSIGHT_RULES): readonly Insight[] {
  return finish(findInsights(trace, rules));
}

/** The same, in steps. */
export function createInsightSearch(trace: Trace, rules: readonly InsightRule[] = INSIGHT_RULES): Stepper<readonly Insight[]> {
  return createStepper(findInsights(trace, rules));
}

const SEVERITIES: readonly Insight['severity'][] = ['error', 'warning', 'info'];

function* findInsights(trace: Trace, rules: readonly InsightRule[]): Paused<readonly Insight[]> {
  const found: Insight[] = [];
  for (const rule of rules) {
    const outcome = rule.run(trace);
    if ('step' in outcome) while (!outcome.step(0, noTime)) yield;
    for (const insight of 'step' in outcome ? (outcome.result ?? []) : outcome) found.push(insight);
    yield;
  }
  return found.toSorted((a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || b.weight - a.weight);
}

/** Lets a stepper go as far as to its next pause, and no further. */
const noTime = (): number => 0;
