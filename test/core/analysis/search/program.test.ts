import { expect, test } from 'vitest';
import { parseQuery } from '../../../../src/core/analysis/search/parse-query.ts';
import { programOf } from '../../../../src/core/analysis/search/program.ts';
import { queryTree } from '../../../../src/core/analysis/search/query-tree.ts';

/** The program of a query whose terms cost what their names say. */
function listing(text: string): string[] {
  const query = parseQuery(text);
  const { steps, operands } = programOf(queryTree(query), query.terms.map((term) => Number(/\d/.exec(term.text)?.[0] ?? 0)));
  return steps.map((step, at) => (step === 'term' ? query.terms[operands[at]!]!.text : step === 'not' ? 'not' : `${step} ${operands[at]}`));
}

test.each<[string, string[]]>([
  ['', []],
  ['nope:1', []],
  ['a', ['a']],
  ['-a', ['a', 'not']],
  ['-(-a)', ['a']],
  ['-(-(-a))', ['a', 'not']],
  ['a b', ['a', 'jump-if-false 3', 'b']],
  ['a nope:1', ['a']],
  ['-(nope:1 OR -nope:2) a', ['a']],
  ['a b c', ['a', 'jump-if-false 5', 'b', 'jump-if-false 5', 'c']],
  ['a OR b c', ['a', 'jump-if-true 5', 'b', 'jump-if-false 5', 'c']],
  ['a b OR c', ['a', 'jump-if-false 4', 'b', 'jump-if-true 5', 'c']],
  ['(a OR b) c', ['a', 'jump-if-true 4', 'b', 'jump-if-false 5', 'c']],
  ['-(a b) c', ['a', 'jump-if-false 3', 'b', 'not', 'jump-if-false 6', 'c']],
  // The cheaper operand comes first.
  ['a2 b1', ['b1', 'jump-if-false 3', 'a2']],
  ['a2 OR (b1 c0)', ['c0', 'jump-if-false 4', 'b1', 'jump-if-true 5', 'a2']],
])('%s', (text, expected) => {
  expect(listing(text)).toEqual(expected);
});
