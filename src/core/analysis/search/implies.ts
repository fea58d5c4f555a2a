import { QUERY_OPERATORS, type Query, type QueryTerm } from './query.ts';
import { queryTree } from './query-tree.ts';

/** Beyond so many conditions only those that are the same are compared. */
const MOST_COMPARED = 64;

/**
 * Whether every run that passes one query surely passes the other, so that the other's results can be kept: as when a
 * person types on. False where that is not plain to see.
 */
export function implies(query: Query, other: Query): boolean {
  const given = conditionsOf(query);
  const wanted = conditionsOf(other);
  if (wanted.isMore || wanted.terms.length === 0) return false;
  const keys = new Set(given.terms.map(keyOf));
  const isShort = given.terms.length <= MOST_COMPARED && wanted.terms.length <= MOST_COMPARED;
  return wanted.terms.every((term) => keys.has(keyOf(term)) || (isShort && given.terms.some((one) => isWithin(one, term))));
}

/** The terms that every run must pass, and whether the query asks for more than those. */
function conditionsOf(query: Query): { readonly terms: readonly QueryTerm[]; readonly isMore: boolean } {
  const { nodes, left, right, root } = queryTree(query);
  const terms: QueryTerm[] = [];
  let isMore = false;
  const open = root === -1 ? [] : [root];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const operand = nodes[at] === QUERY_OPERATORS.not ? left[at]! : at;
    if (nodes[at] === QUERY_OPERATORS.and) open.push(left[at]!, right[at]!);
    else if (nodes[operand]! >= 0) terms.push(query.terms[nodes[operand]!]!);
    else isMore = true;
  }
  return { terms, isMore };
}

function keyOf({ field, path, test, isNegated }: QueryTerm): string {
  return JSON.stringify([field, path, test, isNegated]);
}

/** Whether what contains the text of the one contains that of the other. */
function isWithin(one: QueryTerm, other: QueryTerm): boolean {
  return (
    one.test?.type === 'contains' && other.test?.type === 'contains' && one.test.text.includes(other.test.text) &&
    !one.isNegated && !other.isNegated && one.field === other.field && one.path.join('\0') === other.path.join('\0')
  );
}
