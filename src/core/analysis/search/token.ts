import type { TextRange } from './query.ts';

/** A word or a quoted text as it stands in a query. */
export interface Written extends TextRange {
  /** Without quotes, and with `\"` and `\\` as what they stand for. */
  readonly text: string;
  readonly isQuoted: boolean;
  /** What would close it where the end of the query cut it off; empty if nothing is missing. */
  readonly missing: string;
}

/** What follows a field's colon. */
export type WrittenValue = WrittenOne | WrittenRange | { readonly operator: 'broken-range' };

/** One value, or none where it is missing. */
export interface WrittenOne {
  readonly operator: ':' | '~' | '>' | '>=' | '<' | '<=';
  readonly value: Written | null;
}

export interface WrittenRange {
  readonly operator: 'range';
  readonly low: Written;
  readonly high: Written;
  readonly isLowIncluded: boolean;
  readonly isHighIncluded: boolean;
}

/** A field with its value. */
export interface FieldToken extends TextRange {
  readonly type: 'field';
  /** The name up to its first dot. */
  readonly name: string;
  /** The parts of the name after its dots. */
  readonly path: readonly string[];
  /** The place of the colon. */
  readonly colon: number;
  readonly written: WrittenValue;
}

/** A word or phrase without a field. */
export interface TextToken extends TextRange {
  readonly type: 'text';
  readonly value: Written;
}

export interface OperatorToken extends TextRange {
  readonly type: 'open' | 'close' | 'and' | 'or' | 'not';
}

/** The smallest parts of a query that mean something. */
export type Token = OperatorToken | TextToken | FieldToken;
