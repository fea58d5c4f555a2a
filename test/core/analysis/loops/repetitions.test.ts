import fc from 'fast-check';
import { expect, test } from 'vitest';
import { repetitionsIn } from '../../../../src/core/analysis/loops/repetitions.ts';
import { Work } from '../../../../src/core/analysis/search/work.ts';
import { finish } from '../../../../src/core/analysis/stepper.ts';

const found = (symbols: readonly number[], longest: number) => finish(repetitionsIn(symbols, longest, new Work()));
const words = (text: string) => Array.from(text, (letter) => letter.charCodeAt(0));

test('the longest stretches of equal rounds', () => {
  expect(found(words('xababababy'), 4)).toEqual([{ period: 2, from: 1, to: 9, isMultiple: false }]);
  expect(found(words('abcabcabca'), 4)).toEqual([{ period: 3, from: 0, to: 10, isMultiple: false }]);
  expect(found(words('aabb'), 4)).toEqual([]);
  expect(found(words('abab'), 4)).toEqual([]);
  expect(found([], 4)).toEqual([]);
  expect(found(words('aaaaaa'), 2)).toEqual([{ period: 1, from: 0, to: 6, isMultiple: false }, { period: 2, from: 0, to: 6, isMultiple: true }]);
});

test('any sequence: all stretches, none of them extendable', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 2 }), { maxLength: 30 }), fc.integer({ min: 1, max: 6 }), (symbols, longest) => {
      const expected: { period: number; from: number; to: number; isMultiple: boolean }[] = [];
      const isPeriod = (period: number, from: number, to: number) => symbols.slice(from, to - period).every((symbol, at) => symbol === symbols[from + at + period]);
      for (let period = 1; period <= longest; period++) {
        for (let from = 0; from < symbols.length; from++) {
          for (let to = from + 3 * period; to <= symbols.length; to++) {
            const isLongest = !(from > 0 && isPeriod(period, from - 1, to)) && !(to < symbols.length && isPeriod(period, from, to + 1));
            if (!isPeriod(period, from, to) || !isLongest) continue;
            const isMultiple = Array.from({ length: period - 1 }, (_, nth) => nth + 1).some((shorter) => period % shorter === 0 && isPeriod(shorter, from, to));
            expected.push({ period, from, to, isMultiple });
          }
        }
      }
      expect(found(symbols, longest)).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});
