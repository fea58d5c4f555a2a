import { QUERY_OPERATORS, type Query } from './query.ts';

const { and, or, not, nothing } = QUERY_OPERATORS;

/** A query as nodes that point at each other, without what was not understood. One entry a node in each list. */
export interface QueryTree {
  /** The place of a term, or an operator. */
  readonly nodes: readonly number[];
  /** The first operand of an operator, -1 for a term. */
  readonly left: readonly number[];
  /** The second operand of AND and OR, else -1. */
  readonly right: readonly number[];
  /** -1 if nothing is left to ask. */
  readonly root: number;
}

/** Makes the tree of a query's postfix order; an operator that lacks an operand gives way to the other one. */
export function queryTree({ order, terms }: Query): QueryTree {
  const nodes: number[] = [];
  const left: number[] = [];
  const right: number[] = [];
  const add = (node: number, first: number, second: number): number => {
    left.push(first);
    right.push(second);
    return nodes.push(node) - 1;
  };
  /** Nodes that await their operator; -1 for nothing. */
  const waiting: number[] = [];
  for (const operator of order) {
    if (operator === and || operator === or) {
      const second = waiting.pop() ?? -1;
      const first = waiting.pop() ?? -1;
      waiting.push(first === -1 ? second : second === -1 ? first : add(operator, first, second));
    } else if (operator === not) {
      const operand = waiting.pop() ?? -1;
      // Two NOTs are none.
      waiting.push(operand === -1 ? -1 : nodes[operand] === not ? left[operand]! : add(not, operand, -1));
    } else {
      waiting.push(operator === nothing || terms[operator]?.test == null ? -1 : add(operator, -1, -1));
    }
  }
  return { nodes, left, right, root: waiting[0] ?? -1 };
}
