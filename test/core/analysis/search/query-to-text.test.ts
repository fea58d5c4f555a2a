import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../../src/core/analysis/search/parse-query.ts';
import { queryToText } from '../../../../src/core/analysis/search/query-to-text.ts';
import { asked, written } from './asked.ts';

describe('queryToText', () => {
  test.each([
    ['', ''],
    ['  a   b ', 'a b'],
    ['a AND b', 'a b'],
    ['(a OR b)', 'a OR b'],
    ['((a OR b)) c', '(a OR b) c'],
    ['(a b) OR c', 'a b OR c'],
    ['NOT a', '-a'],
    ['NOT (a b)', '-(a b)'],
    ['NOT NOT a', 'a'],
    ['-(-a)', '-(-a)'],
    ['NOT --flag', 'NOT --flag'],
    ['latency:[1  TO 2]', 'latency:[1  TO 2]'],
    ['nope:1 kind:', 'nope:1 kind:'],
    ['a AND', 'a'],
    ['() a', 'a'],
    ['-()', ''],
    ['(a "b c', 'a "b c"'],
    ['"a\\', '"a\\\\"'],
    ['"a\\\\', '"a\\\\"'],
    ['"a\\"', '"a\\""'],
    ['name:"a', 'name:"a"'],
  ])('%s → %s', (text, expected) => {
    expect(queryToText(parseQuery(text))).toBe(expected);
  });

  test.each([
    ['a', 0, ''],
    ['a b', 0, 'b'],
    ['a OR b', 1, 'a'],
    ['a (b OR c)', 1, 'a c'],
    ['a (b OR c)', 0, 'b OR c'],
    ['-(a) b', 0, 'b'],
    ['kind:llm -tag:x OR nope:1', 1, 'kind:llm OR nope:1'],
    ['-(a OR b c)', 0, '-(b c)'],
  ])('%s without its term %i → %s', (text, place, expected) => {
    const query = parseQuery(text);
    expect(queryToText(query, query.terms[place])).toBe(expected);
  });

  test('to read it again gives the same query, and the same text', () => {
    const spares = fc.infiniteStream(fc.boolean());
    const drawn = fc.tuple(asked, spares).map(([query, stream]) => written(query, () => stream.next().value));
    const pieces = fc.array(fc.constantFrom('a', '"b c"', '"d', '-', '(', ')', 'AND', 'OR', 'NOT', 'kind:llm', 'nope:1', 'latency:>x', 'name:', '--x', 'e"f', ' '), { maxLength: 15 });
    fc.assert(
      fc.property(fc.oneof(drawn, pieces.map((some) => some.join(' ')), pieces.map((some) => some.join('')), fc.string()), (text) => {
        const query = parseQuery(text);
        const once = queryToText(query);
        const again = parseQuery(once);
        expect(queryToText(again)).toBe(once);
        expect(again.terms.map(({ field, path, test: asks, isNegated }) => ({ field, path, asks, isNegated }))).toEqual(
          query.terms.map(({ field, path, test: asks, isNegated }) => ({ field, path, asks, isNegated })),
        );
        // Of what was wrong only terms are left: parentheses are closed, and missing terms are gone.
        expect(again.errors.filter(({ code }) => code.startsWith('unclosed') || code.startsWith('unexpected') || code === 'missing-term')).toEqual([]);
      }),
      { numRuns: 4_000 },
    );
  });

  test('100,000 deep', () => {
    const text = `${'-(a OR '.repeat(100_000)}b${')'.repeat(100_000)}`;
    expect(queryToText(parseQuery(text))).toBe(text);
  });
});
