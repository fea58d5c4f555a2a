import type { Paused, Work } from '../search/work.ts';

/** A stretch of a sequence in which what is so many places apart is the same. */
export interface Repetition {
  readonly period: number;
  readonly from: number;
  /** One past its last place. */
  readonly to: number;
  /** Whether a shorter period fits the stretch too: `abab` is a period of four in name only. */
  readonly isMultiple: boolean;
}

/**
 * All stretches of a sequence that consist of at least three equal rounds, each as long as it can be, the shorter periods
 * first. One pass a period.
 *
 * @param longest the longest period that is looked for
 */
export function* repetitionsIn(symbols: readonly number[], longest: number, work: Work): Paused<readonly Repetition[]> {
  const found: Repetition[] = [];
  const byPeriod: (readonly Repetition[])[] = [];
  for (let period = 1; period <= longest && period * 3 <= symbols.length; period++) {
    const own: Repetition[] = [];
    let from = 0;
    if (work.add(symbols.length)) yield;
    for (let at = 0; at <= symbols.length - period; at++) {
      if (at < symbols.length - period && symbols[at] === symbols[at + period]) continue;
      if (at - from >= 2 * period) own.push({ period, from, to: at + period, isMultiple: false });
      from = at + 1;
    }
    byPeriod[period] = own;
    for (const repetition of markMultiples(own, byPeriod)) found.push(repetition);
  }
  return found;
}

/** Those of one period, with what is told by the periods that divide it: their stretches are in the same order. */
function markMultiples(own: readonly Repetition[], byPeriod: readonly (readonly Repetition[])[]): readonly Repetition[] {
  const period = own[0]?.period ?? 0;
  const isMultiple = new Uint8Array(own.length);
  for (let shorter = 1; shorter <= period / 2; shorter++) {
    if (period % shorter !== 0) continue;
    const others = byPeriod[shorter]!;
    let nth = 0;
    for (const [place, { from, to }] of own.entries()) {
      while (nth < others.length && others[nth]!.to < to) nth++;
      if (nth < others.length && others[nth]!.from <= from) isMultiple[place] = 1;
    }
  }
  return own.map((repetition, place) => (isMultiple[place] === 1 ? { ...repetition, isMultiple: true } : repetition));
}
