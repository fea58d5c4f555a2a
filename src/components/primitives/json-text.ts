/** Levels that are indented: deeper ones would cost more in spaces than in words. */
const MOST_INDENTED = 32;

/**
 * A value as indented JSON, as far as the first so many characters: whoever gets as many as they asked for can ask for
 * more. Any depth, circles, and values that JSON doesn't know are written too.
 */
export function jsonText(value: unknown, atMost: number): string {
  let text = '';
  // What is still to be written, the next on top: text, or a value with its depth.
  const left: (string | Pending)[] = [{ value, depth: 0 }];
  const around = new Set<object>();
  while (text.length < atMost) {
    const next = left.pop();
    if (next === undefined) break;
    if (typeof next === 'string') text += next;
    else if ('done' in next) around.delete(next.done);
    else if (!isContainer(next.value)) text += scalarText(next.value, atMost - text.length);
    else if (around.has(next.value)) text += '"[circular]"';
    else text += openContainer(next.value, next.depth, left, around);
  }
  return text.length > atMost ? text.slice(0, atMost) : text;
}

/** A whole value as indented JSON, to be copied. */
export function wholeJsonText(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value, null, 2) ?? String(value);
  } catch {
    // Too deep, circular, or a bigint.
    return jsonText(value, Number.POSITIVE_INFINITY);
  }
}

/** One value that holds no others, as JSON writes it; what JSON doesn't know, as JavaScript does. */
export function scalarText(value: unknown, atMost: number = Number.POSITIVE_INFINITY): string {
  // Quoting 10 MB to show 100 letters of them would be slow.
  if (typeof value === 'string') return JSON.stringify(value.length > atMost ? value.slice(0, atMost) : value);
  return typeof value === 'bigint' ? `${value}n` : String(value);
}

type Pending = { readonly value: unknown; readonly depth: number } | { readonly done: object };

/** How many entries of one container wait to be written at once: a million are not lined up to write a hundred. */
const BATCH = 1_000;

function openContainer(value: object, depth: number, left: (string | Pending)[], around: Set<object>): string {
  if (value instanceof Resumed) return resume(value, depth, left);
  const isList = Array.isArray(value);
  const keys = isList ? null : Object.keys(value);
  const size = isList ? value.length : (keys?.length ?? 0);
  if (size === 0) return isList ? '[]' : '{}';
  around.add(value);
  left.push(`\n${indent(depth)}${isList ? ']' : '}'}`, { done: value });
  return (isList ? '[' : '{') + resume(new Resumed(value, keys, size, 0), depth, left);
}

/** The rest of a container whose first entries have been written. */
class Resumed {
  constructor(readonly holder: object, readonly keys: readonly string[] | null, readonly size: number, readonly from: number) {}
}

function resume({ holder, keys, size, from }: Resumed, depth: number, left: (string | Pending)[]): string {
  const end = Math.min(size, from + BATCH);
  if (end < size) left.push({ value: new Resumed(holder, keys, size, end), depth });
  for (let at = end - 1; at >= from; at--) {
    const key = keys?.[at];
    left.push({ value: read(holder, key ?? at), depth: depth + 1 });
    left.push(`${at === 0 ? '' : ','}\n${indent(depth + 1)}${key === undefined ? '' : `${JSON.stringify(key)}: `}`);
  }
  return '';
}

const indent = (depth: number): string => '  '.repeat(Math.min(depth, MOST_INDENTED));

/** Whether a value holds others. A date is one value. */
export function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !(value instanceof Date);
}

/** A field's value, even if reading it throws: what is shown is data of any make. */
export function read(holder: object, key: string | number): unknown {
  try {
    return (holder as Record<string | number, unknown>)[key];
  } catch (error) {
    return `[unreadable: ${String(error)}]`;
  }
}
