import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../../src/core/analysis/search/parse-query.ts';
import { queryParts } from '../../../../src/core/analysis/search/query-parts.ts';

/** `type text`, of what is no space. */
const partsOf = (text: string): string[] => queryParts(text).filter(({ type }) => type !== 'space').map(({ type, from, to }) => `${type} ${text.slice(from, to)}`);

const pieces = fc.array(fc.constantFrom('a', '"b c"', '"d', '-', '(', ')', 'AND', 'OR', 'NOT', 'kind:llm', 'nope:1', 'latency:>x', 'name:', 'latency:[1 TO', ' ', '👩🏽‍🚀'), { maxLength: 15 });
const texts = fc.oneof(pieces.map((some) => some.join(' ')), pieces.map((some) => some.join('')), fc.string({ unit: 'binary' }));

describe('queryParts', () => {
  test.each<[string, string[]]>([
    ['', []],
    ['   ', []],
    ['rate "limit x"', ['text rate', 'text "limit x"']],
    ['kind:llm', ['field kind', 'sign :', 'value llm']],
    ['latency:>=2s', ['field latency', 'sign :>=', 'value 2s']],
    ['name:~"a b"', ['field name', 'sign :~', 'value "a b"']],
    ['tokens:[1 TO 2]', ['field tokens', 'sign :', 'value [1 TO 2]']],
    ['tokens:[1 TO', ['field tokens', 'sign :', 'value [1 TO']],
    ['metadata."a key".b:', ['field metadata."a key".b', 'sign :']],
    ['-a NOT b', ['negation -', 'text a', 'negation NOT', 'text b']],
    ['(a OR b) AND c', ['parenthesis (', 'text a', 'operator OR', 'text b', 'parenthesis )', 'operator AND', 'text c']],
    ['"OR"', ['text "OR"']],
    ['https://x', ['text https://x']],
  ])('%s', (text, expected) => {
    expect(partsOf(text)).toEqual(expected);
  });

  test('together they are the text, and what is wrong is marked letter by letter', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { errors } = parseQuery(text);
        const parts = queryParts(text, errors);
        expect(parts.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
        const marked = parts.flatMap(({ from, to, isWrong }) => Array.from({ length: to - from }, () => isWrong));
        expect(marked).toEqual(Array.from({ length: text.length }, (_, at) => errors.some(({ from, to }) => from <= at && at < to)));
        expect(parts.every(({ from, to }, nth) => from < to && from === (parts[nth - 1]?.to ?? 0))).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test('of a page that is pasted, the first parts, and the rest as one', () => {
    const text = 'kind:llm (a) '.repeat(20_000);
    const parts = queryParts(text, parseQuery(text).errors);
    expect(parts.length).toBeLessThan(600);
    expect(parts.at(-1)!.to).toBe(text.length);
    expect(parts.map(({ from, to }) => text.slice(from, to)).join('')).toBe(text);
  });
});
