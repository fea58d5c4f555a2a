import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutAt, fold } from '../../../../src/core/analysis/search/fold.ts';

describe('fold', () => {
  test.each([
    ['Hello WORLD', 'hello world'],
    ['NAÏVE Ünder', 'naïve ünder'],
    ['İstanbul', 'istanbul'],
    ['ΟΔΥΣΣΕΥΣ ὈΔΥΣΣΕΎΣ', 'οδυσσευσ ὀδυσσεύσ'],
    ['𐐀', '𐐨'],
    ['東京', '東京'],
  ])('%s', (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  test('every character keeps its length, so that places stay', () => {
    for (let code = 0; code < 0x110000; code++) {
      const letter = String.fromCodePoint(code);
      if (fold(letter).length !== letter.length) throw new Error(`U+${code.toString(16)} becomes ${fold(letter)}.`);
    }
  });

  test('a text can be cut anywhere', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'Σ', 'ς', 'İ', 'É', '𐐀', '😀', ' ') });
    fc.assert(
      fc.property(text, fc.nat(20), (whole, at) => {
        const cut = cutAt(whole, at);
        expect(fold(whole.slice(0, cut)) + fold(whole.slice(cut))).toBe(fold(whole));
        expect(cut).toBeLessThanOrEqual(whole.length);
      }),
      { numRuns: 1_000 },
    );
  });
});
