import { parseQuery } from './parse-query.ts';
import type { Query, QueryTerm, TextRange } from './query.ts';
import { queryToText } from './query-to-text.ts';
import type { Token } from './token.ts';
import { tokensOf } from './tokens-of.ts';

/**
 * A query's text without one of its terms, the rest as the person wrote it: what goes with the term are its NOTs, the
 * parentheses around it alone, and one AND or OR beside it. Where that would mean something else, the query is written
 * anew by `queryToText`.
 */
export function withoutTerm(query: Query, term: QueryTerm): string {
  const anew = queryToText(query, term);
  const tokens = tokensOf(query.text);
  const place = tokens.findIndex(({ type, to }) => (type === 'text' || type === 'field') && to === term.to);
  if (place === -1) return anew;
  const { first, last } = aloneAround(tokens, place);
  const meant = queryToText(parseQuery(anew));
  for (const range of cutsOf(tokens, first, last)) {
    const text = cut(query.text, range);
    if (queryToText(parseQuery(text)) === meant) return text;
  }
  return anew;
}

/** The tokens that are nothing without the one: its NOTs, and parentheses that hold it alone. */
function aloneAround(tokens: readonly Token[], place: number): { first: number; last: number } {
  let first = place;
  let last = place;
  for (;;) {
    if (tokens[first - 1]?.type === 'not') first--;
    else if (tokens[first - 1]?.type === 'open' && tokens[last + 1]?.type === 'close') {
      first--;
      last++;
    } else return { first, last };
  }
}

/** What to cut out: with the operator before it, with that after it, or alone. */
function* cutsOf(tokens: readonly Token[], first: number, last: number): Generator<TextRange> {
  const isJoint = (token: Token | undefined): boolean => token?.type === 'and' || token?.type === 'or';
  const from = tokens[first]?.from ?? 0;
  const to = tokens[last]?.to ?? 0;
  const before = tokens[first - 1];
  const after = tokens[last + 1];
  if (before !== undefined && isJoint(before)) yield { from: before.from, to };
  if (after !== undefined && isJoint(after)) yield { from, to: after.to };
  yield { from, to };
}

/** The text without a range, and without the space that nothing is left to hold apart. */
function cut(text: string, { from, to }: TextRange): string {
  const before = text.slice(0, from);
  const after = text.slice(to);
  if (/^\s*(?:\)|$)/.test(after)) return before.trimEnd() + after.trimStart();
  if (/(?:^|[\s(])$/.test(before)) return before + after.trimStart();
  return /^[\s(]/.test(after) ? before + after : `${before} ${after}`;
}
