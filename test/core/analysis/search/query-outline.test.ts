import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseQuery } from '../../../../src/core/analysis/search/parse-query.ts';
import { queryOutline, type OutlineItem } from '../../../../src/core/analysis/search/query-outline.ts';
import { searchRuns } from '../../../../src/core/analysis/search/search-runs.ts';
import { asked, tracesOfGiven, written } from './asked.ts';

/** The outline as a query's text, with all that joins its terms. */
function textOf(items: readonly OutlineItem[]): string {
  const words = items.map((item) => {
    switch (item.type) {
      case 'term': return `${item.isNegated ? 'NOT ' : ''}${item.term.text}`;
      case 'open': return item.isNegated ? 'NOT (' : '(';
      case 'close': return ')';
      default: return ` ${item.type.toUpperCase()} `;
    }
  });
  return words.join('');
}

const spares = fc.infiniteStream(fc.boolean());
const drawn = fc.tuple(asked, spares).map(([query, stream]) => written(query, () => stream.next().value));

describe('queryOutline', () => {
  test.each([
    ['', ''],
    ['a', 'a'],
    ['a b', 'a AND b'],
    ['((a))', 'a'],
    ['a OR b', 'a OR b'],
    ['a OR b c', 'a OR (b AND c)'],
    ['a (b OR c)', 'a AND (b OR c)'],
    ['(a b) c', 'a AND b AND c'],
    ['-a NOT b', 'NOT a AND NOT b'],
    ['NOT NOT a', 'a'],
    ['-(-a)', 'a'],
    ['-(a b)', 'NOT (a AND b)'],
    ['-(a OR -b) c', 'NOT (a OR NOT b) AND c'],
    ['-(-(a b))', 'a AND b'],
    ['(a OR (b (c OR d)))', 'a OR (b AND (c OR d))'],
    ['(a OR b) (c OR d)', '(a OR b) AND (c OR d)'],
    ['kind: llm', 'kind: AND llm'],
    ['-nope:1', 'NOT nope:1'],
    ['a AND', 'a'],
    ['a OR () b', 'a OR b'],
    ['(a', 'a'],
  ])('%s → %s', (text, expected) => {
    expect(textOf(queryOutline(parseQuery(text)))).toBe(expected);
  });

  test('tells how deep what joins two terms is', () => {
    const joints = queryOutline(parseQuery('a (b OR c (d OR e))')).flatMap((item) => (item.type === 'and' || item.type === 'or' ? [`${item.type} ${item.depth}`] : []));
    expect(joints).toEqual(['and 0', 'or 1', 'and 2', 'or 3']);
  });

  test('asks for the same runs, and leaves no AND beside an OR', () => {
    fc.assert(
      fc.property(drawn, tracesOfGiven, (text, { trace }) => {
        const outline = queryOutline(parseQuery(text));
        expect(Array.from(searchRuns(trace, parseQuery(textOf(outline))).matches)).toEqual(Array.from(searchRuns(trace, parseQuery(text)).matches));
        const joinedBy: (string | null)[] = [null];
        for (const { type } of outline) {
          if (type === 'open') joinedBy.push(null);
          else if (type === 'close') joinedBy.pop();
          else if (type !== 'term') {
            expect([null, type]).toContain(joinedBy.at(-1));
            joinedBy[joinedBy.length - 1] = type;
          }
        }
        expect(joinedBy).toHaveLength(1);
      }),
      { numRuns: 1_000 },
    );
  });

  test('has every term once, in order, whatever was written', () => {
    const pieces = fc.array(fc.constantFrom('a', '"b c"', '"d', '-', '(', ')', 'AND', 'OR', 'NOT', 'kind:llm', 'nope:1', ' '), { maxLength: 20 });
    fc.assert(
      fc.property(fc.oneof(pieces.map((some) => some.join(' ')), fc.string()), (text) => {
        const query = parseQuery(text);
        expect(queryOutline(query).flatMap((item) => (item.type === 'term' ? [item.term] : []))).toEqual(query.terms);
      }),
      { numRuns: 2_000 },
    );
  });

  test('100,000 deep', () => {
    const text = `${'-(a OR '.repeat(100_000)}b${')'.repeat(100_000)}`;
    expect(queryOutline(parseQuery(text))).toHaveLength(400_001);
  });
});
