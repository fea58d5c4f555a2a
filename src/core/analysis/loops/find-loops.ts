import type { Trace } from '../../model/trace.ts';
import { Work, type Paused } from '../search/work.ts';
import type { Loop } from './loop.ts';
import { repetitionsIn, type Repetition } from './repetitions.ts';
import { placesOfSequences, sequenceUnder, StepSymbols } from './sequence.ts';
import { Steps } from './steps.ts';
import { WorkDigests, workLikeness } from './work-digests.ts';

/** The longest round that is looked for, in steps: agents go round in a few. */
const LONGEST_ROUND = 24;
/** From here on the inputs of two rounds are nearly identical. */
const ALIKE = 0.7;
/** What it takes to compare what two steps did, and to look at them, in characters searched. */
const COMPARISON = 2_000;
const LOOK = 16;

/** Looks for loops in a trace, pausing on the way. */
export function* findLoops(trace: Trace): Paused<readonly Loop[]> {
  const work = new Work();
  const digests = new WorkDigests(work);
  const symbols = new StepSymbols();
  const loops: Loop[] = [];
  for (const place of placesOfSequences(trace)) {
    const sequence = yield* sequenceUnder(trace, place, symbols, work);
    const steps = new Steps(trace, sequence);
    for (const repetition of yield* repetitionsIn(sequence.symbols, LONGEST_ROUND, work)) yield* loopsIn(steps, repetition, digests, work, loops);
  }
  return loops.toSorted((a, b) => a.rounds[0]! - b.rounds[0]!);
}

/** Finds the stretches of a repetition in which each round is like the one before. */
function* loopsIn(steps: Steps, repetition: Repetition, digests: WorkDigests, work: Work, loops: Loop[]): Paused<void> {
  const { period, from, to, isMultiple } = repetition;
  let level = 0;
  for (let step = from; step < from + period; step++) level = Math.max(level, steps.workOf(step).level);

  let begin = from;
  let judged = 0;
  let least = 1;
  for (let step = from; step <= to - period; step++) {
    const isInside = step < to - period && steps.taken[step] === 0 && steps.taken[step + period] === 0;
    // What leads to a tool's use is not what makes a round the same: models are told more each time.
    const isJudged = isInside && steps.workOf(step).level === level;
    if (work.add(LOOK)) yield;
    const likeness = isJudged ? yield* likenessOf(steps, step, step + period, digests, work, !isMultiple) : Number(isInside);
    if (likeness >= ALIKE) {
      if (isJudged) judged++;
      least = Math.min(least, likeness);
      continue;
    }
    const count = Math.floor((step - begin) / period) + 1;
    if (count >= 3 && judged >= count - 1) add(steps, begin, period, count, least, loops);
    begin = step + 1;
    judged = 0;
    least = 1;
  }
}

/** @param isRough false if only what is the same counts */
function* likenessOf(steps: Steps, step: number, other: number, digests: WorkDigests, work: Work, isRough: boolean): Paused<number> {
  for (const at of [step, other]) if (!steps.isPrepared(at)) yield* steps.prepare(at, digests);
  if (steps.areSame(step, other)) return 1;
  if (!isRough) return 0;
  if (work.add(COMPARISON)) yield;
  return workLikeness(steps.workOf(step), steps.workOf(other), ALIKE);
}

function add(steps: Steps, begin: number, stepsPerRound: number, count: number, likeness: number, loops: Loop[]): void {
  const { trace, sequence: { places, parent } } = steps;
  const to = begin + count * stepsPerRound;
  if (stepsPerRound === 1 && isRetry(steps, begin, to)) return;
  steps.taken.fill(1, begin, to);
  const rounds: number[] = [];
  for (let step = begin; step < to; step += stepsPerRound) rounds.push(places[step]!);
  const names = places.slice(begin, begin + stepsPerRound).map((at) => trace.runs[at]!.name);
  const end = places[to]!;
  loops.push({ parent, count, stepsPerRound, names, rounds, end, ...figuresOf(trace, rounds[0]!, end), likeness, isIdentical: likeness === 1 });
}

/** A step that is done again since it failed is no loop; `attemptsOf` tells of it. */
function isRetry({ trace, sequence: { places } }: Steps, begin: number, to: number): boolean {
  for (let step = begin; step < to - 1; step++) if (trace.runs[places[step]!]!.status !== 'error') return false;
  return true;
}

/** The figures of the siblings in the slice [from, to). */
function figuresOf({ columns }: Trace, from: number, to: number): Pick<Loop, 'time' | 'tokens' | 'cost'> {
  const { subtreeEnd, start, end, totals } = columns;
  let until = Number.NEGATIVE_INFINITY;
  let tokens: number | null = null;
  let cost: number | null = null;
  for (let at = from; at < to; at = subtreeEnd[at]!) {
    until = Math.max(until, end[at]!);
    if (!Number.isNaN(totals.totalTokens[at]!)) tokens = (tokens ?? 0) + totals.totalTokens[at]!;
    if (!Number.isNaN(totals.totalCost[at]!)) cost = (cost ?? 0) + totals.totalCost[at]!;
  }
  return { time: Number.isNaN(until) ? null : until - start[from]!, tokens, cost: totals.currency === null ? null : cost };
}
