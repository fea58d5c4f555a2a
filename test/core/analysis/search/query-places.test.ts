import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../../src/core/analysis/search/parse-query.ts';

/** Characters that mean something, so that arbitrary texts are near queries. */
const near = fc.string({ unit: fc.constantFrom(...'ab"\\():~*<>=[]{}-. \t\0', ' OR ', ' AND ', 'NOT ', ' TO ', 'kind:', 'input.', 'latency:', 'é', '東', '😀', '\ud83d'), maxLength: 40 });

describe('places', () => {
  test('each term is where it stands, with the minus before it', () => {
    const text = 'foo -tag:"a b"  NOT kind:llm (latency:[1 TO 2] OR -"x y")';
    const { terms } = parseQuery(text);
    expect(terms.map(({ from, to }) => text.slice(from, to))).toEqual(['foo', '-tag:"a b"', 'kind:llm', 'latency:[1 TO 2]', '-"x y"']);
    expect(terms.map((term) => term.text)).toEqual(['foo', 'tag:"a b"', 'kind:llm', 'latency:[1 TO 2]', '"x y"']);
    expect(terms.map(({ isNegated }) => isNegated)).toEqual([false, true, true, false, true]);
  });

  test('a term is negated if an odd number of NOTs stands around it', () => {
    const { terms } = parseQuery('-(a OR -(b c)) -(NOT d) e');
    expect(terms.map((term) => [term.text, term.isNegated])).toEqual([['a', true], ['b', false], ['c', false], ['d', false], ['e', false]]);
  });

  test('errors come by place', () => {
    const { errors } = parseQuery('AND nope:1 kind:lmm (');
    expect(errors.map(({ code }) => code)).toEqual(['missing-term', 'unknown-field', 'unknown-value', 'unclosed-parenthesis']);
    expect(errors.map(({ from }) => from)).toEqual([0, 4, 16, 20]);
  });

  test('any text: nothing throws, and everything has its place', () => {
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ unit: 'binary' }), fc.string()), (text) => {
        const query = parseQuery(text);
        for (const { from, to } of [...query.terms, ...query.errors]) {
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeGreaterThan(from);
          expect(to).toBeLessThanOrEqual(text.length);
        }
        for (const [at, term] of query.terms.entries()) {
          expect(term.from).toBeGreaterThanOrEqual(query.terms[at - 1]?.to ?? 0);
          expect(`-${text.slice(term.from, term.to)}`).toContain(term.text.slice(0, term.to - term.from - 1));
          // What was not understood says why.
          if (term.test === null) expect(query.errors.some((error) => error.from < term.to && error.to > term.from)).toBe(true);
        }
        expect(query.order.filter((entry) => entry >= 0)).toEqual(query.terms.map((_, at) => at));
      }),
      // Two NOTs cancel each other, and leave the AND before them without a term.
      { numRuns: 5_000, examples: [['a -NOT '], ['a NOT NOT'], ['(a -NOT)']] },
    );
  });
});

describe('queries of any size', { timeout: 20_000 }, () => {
  const COUNT = 100_000;

  test.each<[string, string, number]>([
    ['parentheses', `${'('.repeat(COUNT)}a${')'.repeat(COUNT)}`, 0],
    ['parentheses that nobody closes', `${'('.repeat(COUNT)}a`, 100],
    ['parentheses that nobody opened', `a${')'.repeat(COUNT)}`, 100],
    ['negated parentheses', `${'-('.repeat(COUNT)}a${')'.repeat(COUNT)}`, 0],
    ['NOTs', `${'NOT '.repeat(COUNT)}a`, 0],
    ['words', 'a '.repeat(COUNT), 0],
    ['ORs', `${'a OR '.repeat(COUNT)}a`, 0],
    ['ORs in ANDs in ORs', `${'(a OR b '.repeat(COUNT)}c${')'.repeat(COUNT)}`, 0],
    ['quotes', '"a" '.repeat(COUNT), 0],
    ['quotes in paths', 'a."'.repeat(COUNT), 0],
    ['quotes in words', 'a" '.repeat(COUNT), 0],
    ['brackets', 'latency:['.repeat(COUNT), 1],
    ['a path', `input${'.a'.repeat(COUNT)}:x`, 0],
    ['places of lists', `input${'[0]'.repeat(COUNT)}:x`, 0],
    ['minus signs', '-'.repeat(COUNT), 0],
    ['one word', 'a'.repeat(COUNT), 0],
    ['colons', 'a:'.repeat(COUNT), 1],
    ['wildcards', `name:${'*a'.repeat(COUNT)}`, 0],
    ['backslashes', `"${'\\'.repeat(COUNT)}`, 1],
    ['unknown fields', 'x:1 '.repeat(COUNT), 100],
  ])('100,000 %s', (_, text, errors) => {
    expect(parseQuery(text).errors).toHaveLength(errors);
  });
});
