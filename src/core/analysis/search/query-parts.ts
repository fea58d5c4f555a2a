import type { QueryError, TextRange } from './query.ts';
import type { FieldToken, Token } from './token.ts';
import { tokensOf } from './tokens-of.ts';

/** What a part of a query's text does. */
export type QueryPartType = 'space' | 'text' | 'field' | 'sign' | 'value' | 'operator' | 'negation' | 'parenthesis';

/** A part of a query's text that does one thing: what a field tints. */
export interface QueryPart extends TextRange {
  readonly type: QueryPartType;
  /** Whether an error is about it. */
  readonly isWrong: boolean;
}

/** What follows is one part: nobody reads a query of so many, and each is an element. */
const MOST = 500;

/**
 * Parts a query's text by what each part does. Together they are the whole text, in order and without gaps.
 *
 * @param errors what is to be marked, by place, as `parseQuery` gives them; a part ends where one begins or ends
 */
export function queryParts(text: string, errors: readonly QueryError[] = []): QueryPart[] {
  const cuts = errorCuts(errors, text.length);
  const parts: QueryPart[] = [];
  let cut = 0;
  for (const { type, from, to } of typedRanges(text)) {
    for (let at = from; at < to; ) {
      while (cut + 1 < cuts.length && cuts[cut + 1]!.from <= at) cut++;
      const isFull = parts.length === MOST;
      const end = isFull ? text.length : Math.min(to, cuts[cut + 1]?.from ?? to);
      parts.push({ type: isFull ? 'text' : type, from: at, to: end, isWrong: !isFull && cuts[cut]!.isWrong });
      if (isFull) return parts;
      at = end;
    }
  }
  return parts;
}

interface TypedRange extends TextRange {
  readonly type: QueryPartType;
}

function* typedRanges(text: string): Generator<TypedRange> {
  let end = 0;
  for (const token of tokensOf(text)) {
    if (token.from > end) yield { type: 'space', from: end, to: token.from };
    if (token.type === 'field') yield* fieldRanges(token);
    else yield { type: TYPES[token.type], from: token.from, to: token.to };
    end = token.to;
  }
  if (end < text.length) yield { type: 'space', from: end, to: text.length };
}

const TYPES: Readonly<Record<Exclude<Token['type'], 'field'>, QueryPartType>> = {
  text: 'text', open: 'parenthesis', close: 'parenthesis', and: 'operator', or: 'operator', not: 'negation',
};

function* fieldRanges({ from, to, colon, written }: FieldToken): Generator<TypedRange> {
  yield { type: 'field', from, to: colon };
  const isSigned = written.operator !== ':' && written.operator !== 'range' && written.operator !== 'broken-range';
  const value = colon + 1 + (isSigned ? written.operator.length : 0);
  yield { type: 'sign', from: colon, to: value };
  yield { type: 'value', from: value, to };
}

/** Where being wrong begins and ends, from the text's start on. */
function errorCuts(errors: readonly TextRange[], length: number): { readonly from: number; readonly isWrong: boolean }[] {
  const cuts = [{ from: 0, isWrong: false }];
  let end = -1;
  for (const error of errors) {
    if (error.from > end) {
      if (end !== -1) cuts.push({ from: end, isWrong: false });
      cuts.push({ from: error.from, isWrong: true });
    }
    end = Math.max(end, Math.min(error.to, length));
  }
  if (end !== -1) cuts.push({ from: end, isWrong: false });
  return cuts;
}
