/** A value at the end of a path of a payload. */
export type Leaf = string | number | bigint | boolean;

/** Beyond so many values of one payload nothing is looked at: objects that hold each other in many ways never end. */
const MOST_NODES = 20_000_000;
/** Above this depth the containers on the way are found in a set. */
const DEEP = 16;
/** A longer list of numbers is a vector, and nobody looks for its figures. */
const LONG_LIST = 64;

/**
 * Goes through the texts, numbers and booleans of a payload, in its order, one value a step, so that whoever walks can
 * pause. One walk serves many payloads. Field names are not leaves. Payloads may be of any depth, and may hold themselves.
 */
export class LeafWalk {
  /** What the last step came to; undefined if it was no leaf. */
  leaf: Leaf | undefined;
  readonly #containers: object[] = [];
  /** The names of an object's fields; null for a list. */
  readonly #keys: (readonly string[] | null)[] = [];
  /** How many values of each container have been seen. */
  readonly #seen: number[] = [];
  #above: Set<object> | null = null;
  #nodes = 0;
  #root: unknown;
  #isAtRoot = false;

  /** Begins anew. */
  begin(payload: unknown): void {
    while (this.#containers.length > 0) this.#leave();
    this.#nodes = 0;
    this.#root = payload;
    this.#isAtRoot = true;
  }

  /** Goes on to the next value; false if there is none. */
  step(): boolean {
    this.leaf = undefined;
    if (this.#isAtRoot) {
      this.#isAtRoot = false;
      return this.#visit(this.#root, false);
    }
    for (let top = this.#containers.length - 1; top >= 0; top--) {
      const container = this.#containers[top]!;
      const keys = this.#keys[top]!;
      const place = this.#seen[top]!++;
      if (keys === null) {
        const list = container as readonly unknown[];
        if (place < list.length) return this.#visit(list[place], list.length > LONG_LIST);
      } else if (place < keys.length) {
        return this.#visit((container as Readonly<Record<string, unknown>>)[keys[place]!], false);
      }
      this.#leave();
    }
    return false;
  }

  /** Where the leaf is: names of fields, and places in lists. */
  path(): (string | number)[] {
    return this.#keys.map((keys, at) => {
      const place = this.#seen[at]! - 1;
      return keys === null ? place : (keys[place] ?? '');
    });
  }

  #visit(value: unknown, isInLongList: boolean): boolean {
    if (++this.#nodes > MOST_NODES) return false;
    const type = typeof value;
    if (type === 'string' || type === 'boolean' || ((type === 'number' || type === 'bigint') && !isInLongList)) this.leaf = value as Leaf;
    else if (type === 'object' && value !== null) this.#enter(value as object);
    return true;
  }

  #enter(container: object): void {
    if (container instanceof Date) {
      if (!Number.isNaN(container.getTime())) this.leaf = container.toISOString();
    } else if (!ArrayBuffer.isView(container) && !this.#isInside(container)) {
      this.#containers.push(container);
      this.#keys.push(Array.isArray(container) ? null : Object.keys(container));
      this.#seen.push(0);
      if (this.#containers.length > DEEP) (this.#above ??= new Set()).add(container);
    }
  }

  #isInside(container: object): boolean {
    if (this.#above?.has(container)) return true;
    const end = Math.min(this.#containers.length, DEEP);
    for (let at = 0; at < end; at++) if (this.#containers[at] === container) return true;
    return false;
  }

  #leave(): void {
    const container = this.#containers.pop()!;
    if (this.#containers.length >= DEEP) this.#above?.delete(container);
    this.#keys.pop();
    this.#seen.pop();
  }
}
