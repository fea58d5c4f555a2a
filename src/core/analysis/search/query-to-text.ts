import { QUERY_OPERATORS, type Query, type QueryTerm } from './query.ts';

/** How tightly a text is held together: only what is looser than its surroundings needs parentheses. */
const LEVELS = { or: 0, and: 1, not: 2, term: 3 } as const;

interface Piece {
  readonly text: string;
  readonly level: number;
}

/**
 * Writes a query out again, with one space between terms and no more parentheses than it needs. Terms stand as they were
 * written, also those that were not understood; missing ones are left out. To read it again gives the same query.
 *
 * @param without a term of the query to leave out, as when a person removes its chip
 */
export function queryToText(query: Query, without: QueryTerm | null = null): string {
  const pieces: (Piece | null)[] = [];
  for (const operator of query.order) {
    if (operator === QUERY_OPERATORS.not) pieces.push(negated(pieces.pop() ?? null));
    else if (operator === QUERY_OPERATORS.and || operator === QUERY_OPERATORS.or) {
      const right = pieces.pop() ?? null;
      pieces.push(joined(pieces.pop() ?? null, right, operator === QUERY_OPERATORS.or));
    } else {
      const term = query.terms[operator];
      pieces.push(term === undefined || term === without ? null : { text: term.text, level: LEVELS.term });
    }
  }
  return pieces[0]?.text ?? '';
}

function negated(piece: Piece | null): Piece | null {
  if (piece === null) return null;
  // Of two minus signs, neither negates.
  const sign = piece.level === LEVELS.term && piece.text.startsWith('-') ? 'NOT ' : '-';
  return { text: `${sign}${within(piece, LEVELS.term)}`, level: LEVELS.not };
}

function joined(left: Piece | null, right: Piece | null, isOr: boolean): Piece | null {
  if (left === null || right === null) return left ?? right;
  const level = isOr ? LEVELS.or : LEVELS.and;
  return { text: `${within(left, level)}${isOr ? ' OR ' : ' '}${within(right, level)}`, level };
}

function within({ text, level }: Piece, around: number): string {
  return level < around ? `(${text})` : text;
}
