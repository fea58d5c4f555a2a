import { Complaints } from './complaints.ts';
import { QUERY_OPERATORS, type Query } from './query.ts';
import { readTerm, type ReadTerm } from './read-term.ts';
import { TermOrder } from './term-order.ts';
import { tokensOf } from './tokens-of.ts';

/**
 * Reads a query in LangSmith's grammar. Never throws: what can't be understood is told in `errors`, with its place, and
 * the search goes on by the rest. Nothing is recursive: parentheses may be as deep as they like.
 *
 * - `word`, `"a phrase"`: in the name, model, tags, error, metadata, inputs or outputs; never across two of their values
 * - `field:value`: the value as a whole, without case; for `error`, `input`, `output`, `metadata`: anywhere in them
 * - `field:~text` contains it, `field:val*` fits it as a whole (quotes switch wildcards off), `field:*` exists
 * - `field:>v`, `>=`, `<`, `<=`, `[10 TO 20]` with both ends, `{10 TO 20}` without, mixed; `*` is no end
 * - `-x` and `NOT x`, `x AND y` or just `x y`, `x OR y`, parentheses; AND binds tighter than OR
 * - `input.city:Paris`, `metadata.retries:>2`: the value at a path; list places as `[0]`, or none for any
 * - times `2s`, `150ms`, `1m30s`; a bare number is seconds, in every field of time. Tokens `1.5k`, `2M`. Money in the
 *   currency of the run.
 *
 * All figures are the run's own, not those of its subtree. `latency` (`duration`) is from start to end, `first_token` from
 * the run's start, `start` after the trace's start.
 */
export function parseQuery(text: string): Query {
  const complaints = new Complaints();
  const terms: ReadTerm[] = [];
  const joined = new TermOrder(complaints);
  for (const token of tokensOf(text)) {
    if (token.type !== 'text' && token.type !== 'field') {
      joined.addOperator(token);
      continue;
    }
    const hasMinus = joined.isNegated && text[token.from - 1] === '-';
    joined.addTerm(terms.length, token);
    const term = readTerm(token, text, complaints);
    terms.push(hasMinus ? { ...term, from: term.from - 1 } : term);
  }
  joined.end();
  const negated = negatedTerms(joined.order, terms.length);
  return { text, terms: terms.map((term, at) => ({ ...term, isNegated: negated[at] === 1 })), errors: complaints.sorted, order: joined.order };
}

/** Which terms stand under an odd number of NOTs. Read backwards, postfix gives each operator before what it joins. */
function negatedTerms(order: readonly number[], count: number): Uint8Array {
  const flags = new Uint8Array(count);
  const above = [0];
  for (let at = order.length - 1; at >= 0; at--) {
    const operator = order[at]!;
    const flag = above.pop() ?? 0;
    if (operator >= 0) flags[operator] = flag;
    else if (operator === QUERY_OPERATORS.not) above.push(1 - flag);
    else if (operator !== QUERY_OPERATORS.nothing) above.push(flag, flag);
  }
  return flags;
}
