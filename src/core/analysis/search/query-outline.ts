import { QUERY_OPERATORS, type Query, type QueryTerm } from './query.ts';

/** A piece of a query as a person reads it, from left to right. */
export type OutlineItem =
  /** `isNegated` tells of the term alone; the groups around it tell of themselves. */
  | { readonly type: 'term'; readonly term: QueryTerm; readonly isNegated: boolean }
  /** What joins two terms; `depth` counts the groups that are open there. */
  | { readonly type: 'and' | 'or'; readonly depth: number }
  | { readonly type: 'open'; readonly isNegated: boolean }
  | { readonly type: 'close' };

/** A part of the query that is complete, as places of terms: it is the slice from `first` to `last`. */
interface Operand {
  readonly first: number;
  readonly last: number;
  readonly operator: 'and' | 'or' | null;
  readonly isNegated: boolean;
}

/**
 * A query as a line of terms and what joins them, those included that were not understood. AND binds tighter than OR, which
 * few people know: what an OR joins has parentheses here wherever it is more than one term.
 */
export function queryOutline({ order, terms }: Query): OutlineItem[] {
  const isNegated = new Uint8Array(terms.length);
  /** Groups that open before a term: 0 for a plain one, 1 for one that is negated. Those further in come first. */
  const opens: (0 | 1)[][] = [];
  const closes = new Uint32Array(terms.length);
  const joints: ('and' | 'or')[] = [];

  function group({ first, last, isNegated: isNot }: Operand): void {
    (opens[first] ??= []).push(isNot ? 1 : 0);
    closes[last]!++;
  }
  function settle(operand: Operand, around: 'and' | 'or' | null): void {
    if (operand.operator === null) isNegated[operand.first] = operand.isNegated ? 1 : 0;
    else if (operand.isNegated || (around !== null && around !== operand.operator)) group(operand);
  }

  /** Null stands for a missing term. */
  const waiting: (Operand | null)[] = [];
  for (const operator of order) {
    if (operator >= 0) waiting.push({ first: operator, last: operator, operator: null, isNegated: false });
    else if (operator === QUERY_OPERATORS.nothing) waiting.push(null);
    else if (operator === QUERY_OPERATORS.not) {
      const operand = waiting.pop() ?? null;
      waiting.push(operand === null ? null : { ...operand, isNegated: !operand.isNegated });
    } else {
      const right = waiting.pop() ?? null;
      const left = waiting.pop() ?? null;
      if (left === null || right === null) {
        waiting.push(left ?? right);
        continue;
      }
      const joint = operator === QUERY_OPERATORS.or ? 'or' : 'and';
      settle(left, joint);
      settle(right, joint);
      joints[right.first] = joint;
      waiting.push({ first: left.first, last: right.last, operator: joint, isNegated: false });
    }
  }
  const whole = waiting[0] ?? null;
  if (whole !== null) settle(whole, null);
  return itemsOf(terms, isNegated, opens, closes, joints);
}

function itemsOf(terms: readonly QueryTerm[], isNegated: Uint8Array, opens: readonly (readonly (0 | 1)[] | undefined)[], closes: Uint32Array, joints: readonly ('and' | 'or')[]): OutlineItem[] {
  const items: OutlineItem[] = [];
  let depth = 0;
  for (const [at, term] of terms.entries()) {
    const joint = joints[at];
    if (joint !== undefined) items.push({ type: joint, depth });
    const groups = opens[at] ?? [];
    for (let nth = groups.length - 1; nth >= 0; nth--) items.push({ type: 'open', isNegated: groups[nth] === 1 });
    depth += groups.length;
    items.push({ type: 'term', term, isNegated: isNegated[at] === 1 });
    depth -= closes[at]!;
    for (let count = closes[at]!; count > 0; count--) items.push({ type: 'close' });
  }
  return items;
}
