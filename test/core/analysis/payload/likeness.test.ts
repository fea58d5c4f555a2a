import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { payloadLikeness } from '../../../../src/core/analysis/payload/likeness.ts';
import { textLikeness } from '../../../../src/core/analysis/payload/text-likeness.ts';
import { wordsIn } from '../../../../src/core/analysis/payload/words.ts';

describe('wordsIn', () => {
  test('letters and digits of any script', () => {
    expect(wordsIn('Hello, wörld-wide_web 42!', 10)).toEqual(['hello', 'wörld', 'wide_web', '42']);
    expect(wordsIn('东京 tower。', 10)).toEqual(['东', '京', 'tower']);
    expect(wordsIn('a b c d', 2)).toEqual(['a', 'b']);
    expect(wordsIn(' …—“” ', 9)).toEqual([]);
  });

  test('plain text as a regular expression reads it', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
      expect(wordsIn(text, 1000)).toEqual(text.toLowerCase().match(/[a-z0-9_]+/g) ?? []);
    }));
  });
});

describe('textLikeness', () => {
  test('the mean of the shares of words and of pairs', () => {
    // {a,b,c,d} and {a,b,c,e}: 3 of 5. |a, ab, bc, cd, d| and |a, ab, bc, ce, e|: 3 of 7.
    expect(textLikeness('a b c d', 'a b c e')).toBeCloseTo((3 / 5 + 3 / 7) / 2, 12);
    expect(textLikeness('same words', 'Same  words!')).toBe(1);
    expect(textLikeness('one', 'two')).toBe(0);
    expect(textLikeness('', 'two')).toBe(0);
  });

  test('counting on is no repetition', () => {
    expect(textLikeness('https://example.org/archive/2024/list?page=1', 'https://example.org/archive/2024/list?page=2')).toBe(0);
    expect(textLikeness('sales of 2024-01-01', 'sales of 2024-01-02')).toBe(0);
    expect(textLikeness('find user u7f3', 'find user u8a1')).toBe(0);
    expect(textLikeness('weather in Paris on day 1', 'weather in Rome on day 2')).toBeLessThan(0.7);
  });

  test('the stamp of a prompt makes no difference, a moment that a short text is about does', () => {
    const prompt = (moment: string) => `It is ${moment}. You are a helpful assistant who answers in short sentences.`;
    expect(textLikeness(prompt('2026-11-22T10:00:00Z'), prompt('2026-11-22 11:30:59.123+01:00'))).toBe(1);
    expect(textLikeness('flights at 2026-11-22T10:00', 'flights at 2026-11-22T11:00')).toBe(0);
  });

  test('long texts are alike by their beginning, and their length', () => {
    const long = 'lorem ipsum '.repeat(10_000);
    expect(textLikeness(long, `${long}dolor`)).toBeGreaterThan(0.99);
    expect(textLikeness(long, long + long)).toBeCloseTo(0.5, 2);
  });

  test('any two texts: 0 to 1, both ways alike', () => {
    const texts = fc.array(fc.constantFrom('a', 'b', 'c', '1', '2'), { maxLength: 8 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const likeness = textLikeness(a, b);
        expect(likeness).toBe(textLikeness(b, a));
        expect(likeness).toBeGreaterThanOrEqual(0);
        expect(likeness).toBeLessThanOrEqual(1);
        expect(textLikeness(a, a)).toBe(1);
      }),
    );
  });
});

describe('payloadLikeness', () => {
  test('as alike as what differs most', () => {
    const template = 'You classify reviews. Answer with one word: good or bad. Never explain yourself, and never ask back.';
    const prompt = (question: string) => ({ messages: [{ role: 'system', content: template }, { role: 'user', content: question }] });
    expect(payloadLikeness(prompt('I love it'), prompt('Broke at once'))).toBe(0);
    expect(payloadLikeness(prompt('I love it'), prompt('I love it!'))).toBe(1);
    expect(payloadLikeness({ q: 'a b c d', r: 'x' }, { q: 'a b c e', r: 'x' })).toBe(textLikeness('a b c d', 'a b c e'));
  });

  test('numbers, flags and fields are alike or not', () => {
    expect(payloadLikeness({ a: 1 }, { a: 1 })).toBe(1);
    expect(payloadLikeness({ a: 1 }, { a: 2 })).toBe(0);
    expect(payloadLikeness({ a: true }, { a: 'true' })).toBe(0);
    expect(payloadLikeness({ a: 'x' }, { a: 'x', b: 'y' })).toBe(0);
    expect(payloadLikeness({ a: 'x' }, { b: 'x' })).toBe(0);
    expect(payloadLikeness([1, 2], [2, 1])).toBe(0);
    expect(payloadLikeness({}, [])).toBe(1);
    expect(payloadLikeness(null, undefined)).toBe(0);
  });

  test('what is below the least is not told', () => {
    const likeness = payloadLikeness('a b c d', 'a b c e');
    expect(payloadLikeness('a b c d', 'a b c e', likeness)).toBe(likeness);
    expect(payloadLikeness('a b c d', 'a b c e', likeness + 0.01)).toBe(0);
  });

  test('too much to compare is not alike', () => {
    const many = Array.from({ length: 501 }, () => 'x');
    expect(payloadLikeness(many, many.slice())).toBe(0);
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(payloadLikeness(circle, circle)).toBe(0);
    expect(payloadLikeness({ a: 'x '.repeat(60_000) }, { a: 'y '.repeat(60_000) })).toBe(0);
  });
});
