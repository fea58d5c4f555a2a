import { fieldNamed } from './fields.ts';
import type { Query, QueryTerm } from './query.ts';
import { tokensOf } from './tokens-of.ts';
import { withoutTerm } from './without-term.ts';

/** A query that asks for less: a part of a value in place of all of it (`contains`), or nothing of one term (`without`). */
export interface LooserQuery {
  readonly text: string;
  readonly change: 'contains' | 'without';
  /** The term of the stricter query that is changed. */
  readonly term: QueryTerm;
}

const MOST = 4;

/**
 * What a person could ask instead, who asked for so much that nothing was found: the likeliest first, at most four.
 * Whether they find anything is for a search to tell.
 */
export function looserQueries(query: Query): LooserQuery[] {
  const looser: LooserQuery[] = [];
  for (const term of query.terms) {
    if (looser.length === MOST) return looser;
    const text = containing(query, term);
    if (text !== null) looser.push({ text, change: 'contains', term });
  }
  const understood = query.terms.filter(({ test }) => test !== null);
  if (understood.length < 2) return looser;
  for (const term of understood.toReversed()) {
    if (looser.length === MOST) return looser;
    looser.push({ text: withoutTerm(query, term), change: 'without', term });
  }
  return looser;
}

/** The query with `~` before the term's value; null if its field takes whole words of a list alone, or is not compared as a whole. */
function containing({ text }: Query, { field, path, test, from, to, isNegated }: QueryTerm): string | null {
  if (field === null || isNegated || test?.type !== 'equals' || test.number !== null || test.text === '') return null;
  if (path.length === 0 && fieldNamed(field)?.words !== null) return null;
  const token = tokensOf(text.slice(from, to)).find(({ type }) => type === 'field');
  if (token?.type !== 'field' || token.written.operator !== ':') return null;
  const value = from + token.colon + 1;
  return `${text.slice(0, value)}~${text.slice(value)}`;
}
