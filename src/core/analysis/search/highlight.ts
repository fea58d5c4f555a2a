import { fieldNamed } from './fields.ts';
import type { Query, TextRange } from './query.ts';
import { rangesIn } from './ranges-in.ts';

/** Terms beyond these are not marked. */
export const MOST_MARKED_TERMS = 100;

/**
 * Where the words of a query lie in any text that is on show, in order and without overlaps. Terms that the query asks to
 * be absent are not marked. It takes one pass over the text for each term.
 *
 * @param field the field that the text is of, as in a query, so that terms about that field are marked too; null for
 *   words and phrases alone
 * @param limit the most ranges to give, 1,000 by default
 */
export function highlight(text: string, query: Query, field: string | null = null, limit = 1_000): TextRange[] {
  const name = field === null ? null : (fieldNamed(field)?.name ?? null);
  const tests = [];
  for (const term of query.terms) {
    if (tests.length === MOST_MARKED_TERMS) break;
    if (term.test === null || term.isNegated) continue;
    if (term.field === null || (term.field === name && term.path.length === 0)) tests.push(term.test);
  }
  return rangesIn(text, tests, limit);
}
