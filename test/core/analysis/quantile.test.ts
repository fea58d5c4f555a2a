import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quantile } from '../../../src/core/analysis/quantile.ts';

test('agrees with what NumPy gives', () => {
  // numpy.quantile([1, 2, 4, 8, 16], [0, .1, .25, .5, .9, .99, 1])
  expect([0, 0.1, 0.25, 0.5, 0.9, 0.99, 1].map((share) => quantile([1, 2, 4, 8, 16], share))).toEqual([1, 1.4, 2, 4, 12.8, 15.68, 16].map((value) => expect.closeTo(value, 10)));
  expect(quantile([7], 0.3)).toBe(7);
  expect(quantile([], 0.5)).toBeNaN();
});

test('grows with the share, and stays between the least and the greatest', () => {
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 }).map((given) => given.toSorted((a, b) => a - b));
  fc.assert(
    fc.property(values, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (sorted, a, b) => {
      const [low, high] = [quantile(sorted, Math.min(a, b)), quantile(sorted, Math.max(a, b))];
      expect(low).toBeLessThanOrEqual(high + 1e-9);
      expect(low).toBeGreaterThanOrEqual(sorted[0]! - 1e-9);
      expect(high).toBeLessThanOrEqual(sorted.at(-1)! + 1e-9);
    }),
  );
});
