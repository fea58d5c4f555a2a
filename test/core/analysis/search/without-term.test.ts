import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../../src/core/analysis/search/parse-query.ts';
import { queryToText } from '../../../../src/core/analysis/search/query-to-text.ts';
import { searchRuns } from '../../../../src/core/analysis/search/search-runs.ts';
import { withoutTerm } from '../../../../src/core/analysis/search/without-term.ts';
import { asked, tracesOfGiven, written } from './asked.ts';

const without = (text: string, place: number): string => {
  const query = parseQuery(text);
  return withoutTerm(query, query.terms[place]!);
};

describe('withoutTerm', () => {
  test.each([
    ['a', 0, ''],
    ['a b', 0, 'b'],
    ['a b', 1, 'a'],
    ['a  b   c', 1, 'a  c'],
    ['  a b', 0, '  b'],
    ['a -kind:llm b', 1, 'a b'],
    ['a NOT b', 1, 'a'],
    ['NOT NOT a b', 0, 'b'],
    ['a OR b', 0, 'b'],
    ['a OR b', 1, 'a'],
    ['a OR b c', 1, 'a OR c'],
    ['a OR b AND c', 1, 'a OR c'],
    ['a AND b OR c', 1, 'a OR c'],
    ['a AND b AND c', 1, 'a AND c'],
    ['(a OR b)  c', 0, '(b)  c'],
    ['(a OR b)  c', 1, '(a)  c'],
    ['(a b) c', 1, '(a) c'],
    ['x ((a)) OR b', 1, 'x OR b'],
    ['NOT (a) b', 0, 'b'],
    ['-(a OR b c)', 0, '-(b c)'],
    ['a "b c', 1, 'a'],
    ['a "b c', 0, '"b c'],
    ['(a b', 1, '(a'],
    ['nope:1 kind: x', 1, 'nope:1 x'],
    ['foo(bar)', 1, 'foo'],
    ['foo(bar)', 0, '(bar)'],
  ])('%s without its term %i → %s', (text, place, expected) => {
    expect(without(text, place)).toBe(expected);
  });

  const spares = fc.infiniteStream(fc.boolean());
  const drawn = fc.tuple(asked, spares).map(([query, stream]) => written(query, () => stream.next().value));

  test('asks for the same runs as the query that is written anew without it', () => {
    fc.assert(
      fc.property(drawn, fc.nat(), tracesOfGiven, (text, nth, { trace }) => {
        const query = parseQuery(text);
        const term = query.terms[nth % query.terms.length]!;
        const found = (asks: string): number[] => Array.from(searchRuns(trace, parseQuery(asks)).positions);
        expect(found(withoutTerm(query, term))).toEqual(found(queryToText(query, term)));
      }),
      { numRuns: 1_000 },
    );
  });

  test('the other terms stand as they were written, whatever was written', () => {
    const pieces = fc.array(fc.constantFrom('a', '"b c"', '"d', '-', '(', ')', 'AND', 'OR', 'NOT', 'kind:llm', 'nope:1', 'latency:[1 TO 2}', 'name:', '--x', ' '), { maxLength: 15 });
    fc.assert(
      fc.property(fc.oneof(drawn, pieces.map((some) => some.join(' ')), pieces.map((some) => some.join('')), fc.string()), fc.nat(), (text, nth) => {
        const query = parseQuery(text);
        fc.pre(query.terms.length > 0);
        const term = query.terms[nth % query.terms.length]!;
        const left = parseQuery(withoutTerm(query, term));
        expect(left.terms.map((one) => one.text)).toEqual(query.terms.filter((one) => one !== term).map((one) => one.text));
        // Only what touches the term is gone.
        expect(text.replaceAll(/\s/g, '').length).toBeGreaterThanOrEqual(left.text.replaceAll(/\s/g, '').length - 2);
      }),
      { numRuns: 4_000 },
    );
  });

  test('100,000 parentheses around it', () => {
    expect(without(`a ${'('.repeat(100_000)}b${')'.repeat(100_000)}`, 1)).toBe('a');
  });
});
