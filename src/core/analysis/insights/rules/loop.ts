import { findLoops } from '../../loops/find-loops.ts';
import type { Paused } from '../../search/work.ts';
import { createStepper } from '../../stepper.ts';
import type { Trace } from '../../../model/trace.ts';
import type { Insight, InsightRule } from '../insight.ts';
import { shareOfTime } from '../share-of-time.ts';

/**
 * Steps that the trace goes through again and again with nearly identical inputs.
 *
 * Figures: `name` of the round's last step, `count`, `stepsPerRound`, `time`, `tokens`, `cost`, `likeness`.
 */
export const loop: InsightRule = { id: 'loop', run: (trace) => createStepper(find(trace)) };

function* find(trace: Trace): Paused<readonly Insight[]> {
  const loops = yield* findLoops(trace);
  return loops.map(({ count, stepsPerRound, names, rounds, time, tokens, cost, likeness }) => ({
    rule: loop.id,
    severity: 'warning',
    weight: shareOfTime(trace, time),
    positions: rounds,
    figures: { name: names.at(-1) ?? null, count, stepsPerRound, time, tokens, cost, likeness },
  }));
}
