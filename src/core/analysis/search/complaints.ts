import type { QueryError, QueryErrorCode, TextRange } from './query.ts';

const MOST = 100;

/** What can't be understood in a query, as it is found. */
export class Complaints {
  readonly #errors: QueryError[] = [];

  /** Whether there are a hundred already: nobody reads on from there. */
  get isFull(): boolean {
    return this.#errors.length >= MOST;
  }

  /** Notes one, unless there are enough. */
  add(code: QueryErrorCode, place: TextRange, message: string, suggestion: string | null = null): void {
    if (!this.isFull) this.#errors.push({ code, from: place.from, to: place.to, message, suggestion });
  }

  /** All of them, by place. */
  get sorted(): readonly QueryError[] {
    return this.#errors.toSorted((a, b) => a.from - b.from || a.to - b.to);
  }
}

/** A word of the query for use in a sentence. */
export function excerpt(text: string): string {
  return text.length > 40 ? `“${text.slice(0, 40)}…”` : `“${text}”`;
}
