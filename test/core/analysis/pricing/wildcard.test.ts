import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Wildcard } from '../../../../src/core/analysis/pricing/wildcard.ts';

test('a pattern fits as the regular expression of it does', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '-', '.'), maxLength: 8 });
  const patterns = fc.array(fc.oneof(letters, fc.constant('*')), { maxLength: 5 }).map((pieces) => pieces.join(''));
  fc.assert(
    fc.property(patterns, letters, (pattern, name) => {
      const expression = new RegExp(`^${pattern.replaceAll('.', String.raw`\.`).replaceAll('*', '.*')}$`);
      expect(new Wildcard(pattern).fits(name)).toBe(expression.test(name));
    }),
    { numRuns: 5000 },
  );
});

test('the ends of a pattern do not overlap; its case does not matter', () => {
  expect(new Wildcard('aba*aba').fits('aba')).toBe(false);
  expect(new Wildcard('aba*aba').fits('abaaba')).toBe(true);
  expect(new Wildcard('GPT-*').fits('gpt-4o')).toBe(true);
});

test('a pattern made to be slow is not', () => {
  expect(new Wildcard(`${'a*'.repeat(50)}b`).fits('a'.repeat(200_000))).toBe(false);
});
