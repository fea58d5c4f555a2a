import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchAfter, placeOf } from '../../../../src/core/analysis/search/positions.ts';

test('the next and the previous one, as asked one by one', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(30), { maxLength: 12 }), fc.integer({ min: -1, max: 31 }), (some, from) => {
      const sorted = some.toSorted((a, b) => a - b);
      const positions = Uint32Array.from(sorted);
      expect(placeOf(positions, from)).toBe(sorted.indexOf(from));
      expect(matchAfter(positions, from, 1)).toBe(sorted.find((one) => one > from) ?? sorted[0] ?? -1);
      expect(matchAfter(positions, from, -1)).toBe(sorted.findLast((one) => one < from) ?? sorted.at(-1) ?? -1);
    }),
    { numRuns: 1_000 },
  );
});
