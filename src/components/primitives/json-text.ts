import { JsonWriter } from './json-writer.ts';

export { isContainer, read, scalarText } from './json-writer.ts';

/**
 * A value as indented JSON, as far as the first so many characters: whoever gets as many as they asked for can ask for
 * more. Any depth, circles, and values that JSON doesn't know are written too.
 */
export function jsonText(value: unknown, atMost: number): string {
  const text = new JsonWriter(value).write(atMost, true);
  return text.length > atMost ? text.slice(0, atMost) : text;
}

/** A whole value as indented JSON. Where that may be long, `jsonPieces` lets the page answer in between. */
export function wholeJsonText(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value, null, 2) ?? String(value);
  } catch {
    // Too deep, circular, or a bigint.
    return jsonText(value, Number.POSITIVE_INFINITY);
  }
}

/** Characters of a piece: some tenths of a millisecond. */
const PIECE = 32_768;

/** A whole value as indented JSON, to be copied: piece by piece, since 10 MB at once would hold up the page. */
export function* jsonPieces(value: unknown): Generator<string, void, undefined> {
  if (typeof value === 'string') {
    yield value;
    return;
  }
  if (value === undefined) return;
  for (const writer = new JsonWriter(value, true); !writer.isDone; ) yield writer.write(PIECE);
}
