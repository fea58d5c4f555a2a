/** A part of a text: UTF-16 units, `from` inclusive, `to` exclusive. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** One end of a range. */
export interface QueryBound {
  /** A number in the field's unit (ms, tokens, units of currency), or folded text where the query has no number. */
  readonly value: number | string;
  readonly isIncluded: boolean;
}

/** What a term asks of a text or a figure. Texts are folded: without case. */
export type QueryTest =
  | { readonly type: 'contains'; readonly text: string }
  /** `number` is what the text says as a number in the field's unit; null if it is none. */
  | { readonly type: 'equals'; readonly text: string; readonly number: number | null }
  /** The whole text is these parts in this order, with anything between them. */
  | { readonly type: 'like'; readonly parts: readonly string[] }
  | { readonly type: 'exists' }
  | { readonly type: 'between'; readonly low: QueryBound | null; readonly high: QueryBound | null };

/** One condition of a query: what a search field shows as a chip. Its place holds the `-` before it. */
export interface QueryTerm extends TextRange {
  /** As it is written, without a `-` before it. */
  readonly text: string;
  /** The field's main name; null for words and phrases, which are looked for everywhere. */
  readonly field: string | null;
  /** What follows the field's name: `['city']` of `input.city`. */
  readonly path: readonly string[];
  /** Null if it was not understood: the search goes on without it. */
  readonly test: QueryTest | null;
  /** Whether the query asks for runs without it. */
  readonly isNegated: boolean;
}

export type QueryErrorCode =
  | 'unknown-field'
  | 'unknown-value'
  | 'missing-value'
  | 'not-a-figure'
  | 'not-a-range'
  | 'not-comparable'
  | 'unclosed-quote'
  | 'unclosed-parenthesis'
  | 'unexpected-parenthesis'
  | 'missing-term';

/** What could not be understood, and where. */
export interface QueryError extends TextRange {
  readonly code: QueryErrorCode;
  /** What is wrong, why, and what to do, in English. */
  readonly message: string;
  /** What could be meant in place of this part of the text; null if nothing is near. */
  readonly suggestion: string | null;
}

/** A query that was read. Made by `parseQuery`. */
export interface Query {
  readonly text: string;
  /** In the order of the text, with those that were not understood. */
  readonly terms: readonly QueryTerm[];
  /** By place; at most 100. */
  readonly errors: readonly QueryError[];
  /** How terms are joined, in postfix: places of terms, and `QUERY_OPERATORS`. */
  readonly order: readonly number[];
}

/** Operators in a query's postfix order. `nothing` stands where a term is missing. */
export const QUERY_OPERATORS = { and: -1, or: -2, not: -3, nothing: -4 } as const;
