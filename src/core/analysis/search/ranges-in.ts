import { fold } from './fold.ts';
import { leafPasses } from './leaf-test.ts';
import type { Leaf } from './leaf-walk.ts';
import type { QueryTest, TextRange } from './query.ts';

/** The parts of a value that tests ask for, by place; those that touch are one. What no test can point at is all of it. */
export function rangesIn(leaf: Leaf, tests: readonly QueryTest[], limit: number): TextRange[] {
  const text = String(leaf);
  const folded = fold(text);
  const ranges: TextRange[] = [];
  for (const test of tests) {
    if (test.type === 'contains') addOccurrences(folded, test.text, limit, ranges);
    else if (text !== '' && test.type !== 'exists' && leafPasses(leaf, test)) ranges.push({ from: 0, to: text.length });
  }
  return ranges.length < 2 ? ranges : merged(ranges.toSorted((a, b) => a.from - b.from)).slice(0, limit);
}

function addOccurrences(folded: string, needle: string, limit: number, ranges: TextRange[]): void {
  let from = needle === '' ? -1 : folded.indexOf(needle);
  for (let count = 0; from !== -1 && count < limit; count++) {
    ranges.push({ from, to: from + needle.length });
    from = folded.indexOf(needle, from + needle.length);
  }
}

function merged(sorted: readonly TextRange[]): TextRange[] {
  const ranges: TextRange[] = [];
  for (const range of sorted) {
    const last = ranges.at(-1);
    if (last === undefined || range.from > last.to) ranges.push(range);
    else if (range.to > last.to) ranges[ranges.length - 1] = { from: last.from, to: range.to };
  }
  return ranges;
}
