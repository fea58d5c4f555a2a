import { isSpace, Reader } from './reader.ts';
import type { FieldToken, Token, WrittenValue } from './token.ts';

const OPERATORS: Readonly<Record<string, 'and' | 'or' | 'not'>> = { AND: 'and', OR: 'or', NOT: 'not' };
const COMPARISONS = ['~', '>=', '<=', '>', '<'] as const;

/** Parts a query's text into tokens, from left to right. Every text has some reading. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const reader = new Reader(text);
  for (reader.skipSpace(); !reader.isAtEnd; reader.skipSpace()) tokens.push(tokenAt(reader));
  return tokens;
}

function tokenAt(reader: Reader): Token {
  const from = reader.at;
  if (reader.take('(')) return { type: 'open', from, to: reader.at };
  if (reader.take(')')) return { type: 'close', from, to: reader.at };
  if (isMinus(reader)) {
    reader.at++;
    return { type: 'not', from, to: reader.at };
  }
  const field = fieldAt(reader);
  if (field !== null) return field;

  reader.at = from;
  const value = reader.value('()')!;
  const operator = value.isQuoted || !Object.hasOwn(OPERATORS, value.text) ? undefined : OPERATORS[value.text];
  return operator === undefined ? { type: 'text', value, from, to: reader.at } : { type: operator, from, to: reader.at };
}

/** `-x` is “not x”; a minus alone and `--flag` are words. */
function isMinus({ text, at }: Reader): boolean {
  const next = text[at + 1];
  return text[at] === '-' && next !== undefined && next !== '-' && next !== ')' && !isSpace(text, at + 1);
}

/** A field, its colon and its value; null, and the reader anywhere, if there is none here. */
function fieldAt(reader: Reader): FieldToken | null {
  const from = reader.at;
  const name = /[a-z_][\w-]*/iy;
  name.lastIndex = from;
  const first = name.exec(reader.text)?.[0];
  if (first === undefined) return null;
  reader.at += first.length;
  const path = pathAt(reader);
  const colon = reader.at;
  // “https://…” is text.
  if (!reader.take(':') || reader.text.startsWith('//', reader.at)) return null;
  const written = writtenValue(reader);
  return { type: 'field', name: first, path, colon, written, from, to: reader.at };
}

/** The parts after the name's dots: `input.messages[0]."a key"`. */
function pathAt(reader: Reader): string[] {
  const path: string[] = [];
  for (;;) {
    if (reader.take('[')) {
      const index = reader.value('()":.[]');
      if (index === null || !reader.take(']')) return path;
      path.push(index.text);
    } else if (reader.take('.')) {
      const part = reader.value('()":.[]');
      if (part === null) return path;
      path.push(part.text);
    } else {
      return path;
    }
  }
}

function writtenValue(reader: Reader): WrittenValue {
  const bracket = reader.text[reader.at];
  if (bracket === '[' || bracket === '{') return rangeAt(reader);
  const operator = COMPARISONS.find((sign) => reader.take(sign)) ?? ':';
  return { operator, value: reader.value('()') };
}

function rangeAt(reader: Reader): WrittenValue {
  const isLowIncluded = reader.text[reader.at] === '[';
  reader.at++;
  const low = boundAt(reader);
  const between = boundAt(reader);
  const high = between?.text.toUpperCase() === 'TO' ? boundAt(reader) : null;
  const isHighIncluded = reader.text[reader.at] === ']';
  const isClosed = reader.take(']') || reader.take('}');
  return low === null || high === null || !isClosed ? { operator: 'broken-range' } : { operator: 'range', low, high, isLowIncluded, isHighIncluded };
}

function boundAt(reader: Reader): ReturnType<Reader['value']> {
  reader.skipSpace();
  const bound = reader.value('()[]{}');
  if (bound !== null) reader.skipSpace();
  return bound;
}
