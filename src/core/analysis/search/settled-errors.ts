import type { Query, QueryError } from './query.ts';

/**
 * The errors that whoever writes at a place has left behind. What is half typed is no mistake yet: the term at the caret,
 * a parenthesis that can still be closed, an AND, OR or NOT whose term comes next.
 *
 * @param caret where the person writes: 0 to the text's length
 */
export function settledErrors({ text, terms, errors }: Query, caret: number): readonly QueryError[] {
  if (errors.length === 0) return errors;
  const touched = terms.filter(({ from, to }) => from <= caret && caret <= to);
  return errors.filter(({ code, from, to }) => {
    if (code === 'unclosed-parenthesis') return caret <= from;
    if (code === 'missing-term') return !isSpace(text, Math.min(caret, from), Math.max(caret, to), from, to);
    return !touched.some((term) => term.from <= from && to <= term.to);
  });
}

/** Whether there is nothing but space in a stretch of a text, apart from a part of it. */
function isSpace(text: string, start: number, end: number, from: number, to: number): boolean {
  return (text.slice(start, from) + text.slice(to, end)).trim() === '';
}
