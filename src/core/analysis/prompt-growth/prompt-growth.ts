import type { Run } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';
import { previousCalls } from './previous-calls.ts';

/** A model call of a loop, and how its prompt compares with that of the call before. A figure that is not known is null. */
export interface PromptStep {
  /** The call's position. */
  readonly at: number;
  readonly inputTokens: number | null;
  /** Part of the input. */
  readonly cachedTokens: number | null;
  /** Input tokens more than in the call before; less than 0 if the prompt shrank. Null for the first call too. */
  readonly growth: number | null;
}

/** The model calls that an agent made one after the other, each with a longer prompt than the one before, as a rule. */
export interface PromptGrowth {
  /** The position of the run that all calls are under: the agent, or what arranges its loop. */
  readonly agent: number;
  /** At least two, in reading order. */
  readonly steps: readonly PromptStep[];
}

/**
 * How the prompts of agents grow: one entry for each loop of model calls, in reading order of its first call. Calls are of
 * one loop if they are equally deep and have a run in common at most three levels up, as in `promptPrefix`. How many
 * messages of a call are new, `promptMessages` tells.
 *
 * @param agent looks only at the loops inside of this run
 */
export function promptGrowth(trace: Trace, agent?: Run): readonly PromptGrowth[] {
  const { subtreeEnd } = trace.columns;
  const from = agent === undefined ? 0 : trace.indexOf(agent);
  if (from === -1) return [];
  const to = agent === undefined ? trace.runs.length : subtreeEnd[from]!;
  const previous = previousCalls(trace);
  const loops: PromptStep[][] = [];
  const loopOf = new Map<number, PromptStep[]>();
  for (let at = from; at < to; at++) {
    const before = previous[at]!;
    if (before < from) continue;
    let steps = loopOf.get(before);
    if (steps === undefined) {
      steps = [stepAt(trace, before, null)];
      loops.push(steps);
    }
    const step = stepAt(trace, at, steps.at(-1)!.inputTokens);
    steps.push(step);
    loopOf.set(at, steps);
  }
  return loops.map((steps) => ({ agent: holderOf(trace, steps), steps })).toSorted((a, b) => a.steps[0]!.at - b.steps[0]!.at);
}

function stepAt({ runs }: Trace, at: number, before: number | null): PromptStep {
  const usage = runs[at]!.usage;
  const inputTokens = usage?.input ?? null;
  const details = usage?.inputDetails;
  const cachedTokens = details !== undefined && Object.hasOwn(details, 'cacheRead') ? details['cacheRead']! : null;
  return { at, inputTokens, cachedTokens, growth: inputTokens === null || before === null ? null : inputTokens - before };
}

/** The innermost run that holds all steps. */
function holderOf({ columns: { parent, subtreeEnd } }: Trace, steps: readonly PromptStep[]): number {
  const last = steps.at(-1)!.at;
  let holder = parent[steps[0]!.at]!;
  while (holder !== -1 && subtreeEnd[holder]! <= last) holder = parent[holder]!;
  return holder;
}
