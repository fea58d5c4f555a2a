/** Levels that are indented: deeper ones would cost more in spaces than in words. */
const MOST_INDENTED = 32;
/** How many entries of one container wait to be written at once: a million are not lined up to write a hundred. */
const BATCH = 1_000;

/**
 * Writes a value as indented JSON, so many characters at a time. Any depth, circles, and values that JSON doesn't know are
 * written too.
 */
export class JsonWriter {
  /** What is still to be written, the next on top: text, or a value with its depth. */
  readonly #left: (string | Pending)[];
  readonly #around = new Set<object>();
  readonly #isStrict: boolean;

  /** @param isStrict whether to leave out what JSON doesn't know, as `JSON.stringify` does */
  constructor(value: unknown, isStrict = false) {
    this.#isStrict = isStrict;
    this.#left = [{ value, depth: 0 }];
  }

  get isDone(): boolean {
    return this.#left.length === 0;
  }

  /**
   * Writes on until there are so many characters, or more.
   *
   * @param isLast whether nobody will ask for the rest: then a text that is longer is not quoted to its end
   */
  write(atLeast: number, isLast = false): string {
    let text = '';
    while (text.length < atLeast) {
      const next = this.#left.pop();
      if (next === undefined) break;
      if (typeof next === 'string') text += next;
      else if ('done' in next) this.#around.delete(next.done);
      else if (!isContainer(next.value)) text += this.#scalar(next.value, isLast ? atLeast - text.length : Number.POSITIVE_INFINITY);
      else if (this.#around.has(next.value)) text += '"[circular]"';
      else text += this.#open(next.value, next.depth);
    }
    return text;
  }

  #scalar(value: unknown, atMost: number): string {
    if (!this.#isStrict) return scalarText(value, atMost);
    return typeof value === 'bigint' ? String(value) : (JSON.stringify(value) ?? 'null');
  }

  #open(value: object, depth: number): string {
    if (value instanceof Resumed) return this.#resume(value, depth);
    const isList = Array.isArray(value);
    const keys = isList ? null : this.#keysOf(value);
    const size = isList ? value.length : (keys?.length ?? 0);
    if (size === 0) return isList ? '[]' : '{}';
    this.#around.add(value);
    this.#left.push(`\n${indent(depth)}${isList ? ']' : '}'}`, { done: value });
    return (isList ? '[' : '{') + this.#resume(new Resumed(value, keys, size, 0), depth);
  }

  #resume({ holder, keys, size, from }: Resumed, depth: number): string {
    const end = Math.min(size, from + BATCH);
    if (end < size) this.#left.push({ value: new Resumed(holder, keys, size, end), depth });
    for (let at = end - 1; at >= from; at--) {
      const key = keys?.[at];
      this.#left.push({ value: read(holder, key ?? at), depth: depth + 1 });
      this.#left.push(`${at === 0 ? '' : ','}\n${indent(depth + 1)}${key === undefined ? '' : `${JSON.stringify(key)}: `}`);
    }
    return '';
  }

  #keysOf(value: object): readonly string[] {
    const keys = Object.keys(value);
    return this.#isStrict && keys.some((key) => isLeftOut(read(value, key))) ? keys.filter((key) => !isLeftOut(read(value, key))) : keys;
  }
}

type Pending = { readonly value: unknown; readonly depth: number } | { readonly done: object };

/** The rest of a container whose first entries have been written. */
class Resumed {
  constructor(readonly holder: object, readonly keys: readonly string[] | null, readonly size: number, readonly from: number) {}
}

const indent = (depth: number): string => '  '.repeat(Math.min(depth, MOST_INDENTED));

/** One value that holds no others, as JSON writes it; what JSON doesn't know, as JavaScript does. */
export function scalarText(value: unknown, atMost: number = Number.POSITIVE_INFINITY): string {
  // Quoting 10 MB to show 100 letters of them would be slow.
  if (typeof value === 'string') return JSON.stringify(value.length > atMost ? value.slice(0, atMost) : value);
  return typeof value === 'bigint' ? `${value}n` : String(value);
}

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

function isLeftOut(value: unknown): boolean {
  return value === undefined || typeof value === 'function' || typeof value === 'symbol';
}
