import type { Shape, ShapeField, ShapeKind } from './shape.ts';

/** Levels that are described. */
const MOST_LEVELS = 6;
/** Fields of one place. */
const MOST_FIELDS = 40;
/** Names looked at of one place: an object may be a table by id. */
const MOST_NAMES = 10_000;
/** Entries of one list, and values of one place, that are looked at: from its beginning to its end, evenly. */
const MOST_ENTRIES = 200;
const MOST_AT_PLACE = 1_000;
/** Values looked at altogether: 10 MB of JSON has more, and is described by these. */
const MOST_VALUES = 20_000;
/** Characters of text that are tried as JSON. */
const MOST_JSON = 200_000;

/**
 * Describes the shape of any data: what fields it has and of what kinds, how long its lists and texts are. Levels, fields
 * and entries have bounds, so that it takes a few ms for data of any size and depth.
 */
export function shapeOf(value: unknown): Shape {
  const root: Pending = { values: [value], kinds: [], level: 0 };
  const budget = { values: MOST_VALUES, json: MOST_JSON };
  // A queue, so that a level is looked at before the next.
  const queue: Pending[] = [root];
  for (let at = 0; at < queue.length; at++) {
    const place = queue[at]!;
    describe(place, queue, budget);
    place.values = NO_VALUES;
  }
  return { kinds: root.kinds };
}

/** A place whose values have not been looked at. It becomes its shape. */
interface Pending {
  values: readonly unknown[];
  readonly kinds: ShapeKind[];
  readonly level: number;
}

interface Budget {
  values: number;
  json: number;
}

const NO_VALUES: readonly unknown[] = [];
const UNSEEN: Shape = { kinds: [{ type: 'unseen' }] };

function describe({ values, kinds, level }: Pending, queue: Pending[], budget: Budget): void {
  const counts = new Map<ShapeKind['type'], number>();
  const texts: string[] = [];
  const lists: (readonly unknown[])[] = [];
  const objects: object[] = [];
  for (const value of values) {
    const type = typeOf(value);
    if (type === null) continue;
    counts.set(type, (counts.get(type) ?? 0) + 1);
    if (type === 'text') texts.push(value as string);
    else if (type === 'list') lists.push(value as readonly unknown[]);
    else if (type === 'object') objects.push(value as object);
  }
  budget.values -= values.length;
  const inside = (found: readonly unknown[]): Shape => {
    if (level + 1 >= MOST_LEVELS || budget.values <= 0) return UNSEEN;
    const place: Pending = { values: found, kinds: [], level: level + 1 };
    queue.push(place);
    return place;
  };
  for (const [type] of [...counts].toSorted(([, a], [, b]) => b - a)) {
    if (type === 'text') kinds.push({ type, ...lengths(texts), isJson: texts.every((text) => isJson(text, budget)) });
    else if (type === 'list') kinds.push({ type, ...lengths(lists), entries: describeEntries(lists, inside) });
    else if (type === 'object') kinds.push({ type, ...describeFields(objects, inside) });
    else kinds.push({ type });
  }
}

function describeEntries(lists: readonly (readonly unknown[])[], inside: (found: readonly unknown[]) => Shape): Shape {
  const entries: unknown[] = [];
  for (const list of lists) {
    const step = Math.max(1, list.length / MOST_ENTRIES);
    for (let at = 0; at < list.length && entries.length < MOST_AT_PLACE; at += step) entries.push(read(list, Math.floor(at)));
  }
  return entries.length === 0 ? { kinds: [] } : inside(entries);
}

function describeFields(objects: readonly object[], inside: (found: readonly unknown[]) => Shape): { fields: readonly ShapeField[]; more: number } {
  const found = new Map<string, unknown[]>();
  const others = new Set<string>();
  let uncounted = 0;
  let seen = 0;
  for (let names = 0; seen < objects.length && names < MOST_NAMES; seen++) {
    const object = objects[seen]!;
    const own = Object.keys(object);
    const end = Math.min(own.length, MOST_NAMES);
    for (let at = 0; at < end; at++) {
      const name = own[at]!;
      const values = found.get(name);
      if (values !== undefined) values.push(read(object, name));
      else if (found.size < MOST_FIELDS) found.set(name, [read(object, name)]);
      else others.add(name);
    }
    uncounted += own.length - end;
    names += end;
  }
  const fields = [...found].map(([name, values]): ShapeField => ({ name, isOptional: values.length < seen, shape: inside(values) }));
  return { fields, more: others.size + uncounted };
}

/** Null for what JSON leaves out. */
function typeOf(value: unknown): ShapeKind['type'] | null {
  switch (typeof value) {
    case 'string': return 'text';
    case 'number':
    case 'bigint': return 'number';
    case 'boolean': return 'boolean';
    case 'undefined': return null;
    case 'object': return value === null ? 'null' : Array.isArray(value) ? 'list' : value instanceof Date ? 'other' : 'object';
    default: return 'other';
  }
}

function lengths(values: readonly { readonly length: number }[]): { least: number; most: number } {
  let least = Number.POSITIVE_INFINITY;
  let most = 0;
  for (const { length } of values) {
    if (length < least) least = length;
    if (length > most) most = length;
  }
  return { least, most };
}

function isJson(text: string, budget: Budget): boolean {
  if (!/^\s{0,9}[{[]/.test(text) || text.length > budget.json) return false;
  budget.json -= text.length;
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}

/** A field's value. One that cannot be read is of no kind that is known. */
function read(holder: object, key: string | number): unknown {
  try {
    return (holder as Record<string | number, unknown>)[key];
  } catch {
    return UNREADABLE;
  }
}

const UNREADABLE = Symbol('unreadable');
