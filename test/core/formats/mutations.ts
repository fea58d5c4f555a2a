import fc from 'fast-check';

/** One way to damage a document, somewhere in it. */
export interface Mutation {
  readonly how: 'delete' | 'null' | 'retype' | 'swap' | 'duplicate';
  /** Which child to go into, level by level. */
  readonly path: readonly number[];
  readonly other: readonly number[];
  readonly value: unknown;
}

const ODD_VALUES: readonly unknown[] = [
  null, true, false, 0, -1, 1.5, 1e18, 1e300, -1e300, 9007199254740992, '', ' ', 'x', '0', '-1', 'NaN', 'true', 'null', '__proto__', 'constructor', 'toString',
  '2026-11-21T23:29:33Z', '99999999999999999999', '[', '{"a":', '[[[]]]', '{"role":"user","content":"hi"}', '\u0000', '\ud800', '<script>alert(1)</script>', 'GraphInterrupt()',
  [], {}, [[]], [null], [{}], [1, 'a', null], { a: 1 }, { low: 1, high: 2 }, { arrayValue: null }, { kvlistValue: { values: [null, { key: 5 }] } }, { lc: 1, type: 'constructor', id: [] },
  { type: 'text' }, { message: { kwargs: null } }, { raw: { cache_read: 'x' } }, { stringValue: { stringValue: 'a' } }, { intValue: '' }, { doubleValue: 'Infinity' }, { doubleValue: 1e300 },
];

/** Mutations of documents, deep and shallow. */
export const mutations: fc.Arbitrary<Mutation[]> = fc.array(
  fc.record({
    how: fc.constantFrom('delete', 'null', 'retype', 'swap', 'duplicate'),
    path: fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
    other: fc.array(fc.nat(), { minLength: 1, maxLength: 12 }),
    value: fc.oneof({ arbitrary: fc.constantFrom(...ODD_VALUES), weight: 4 }, { arbitrary: fc.jsonValue({ maxDepth: 3 }), weight: 1 }),
  }),
  { minLength: 1, maxLength: 8 },
);

interface Place {
  readonly parent: Record<string, unknown>;
  readonly key: string;
}

/** Damages a document that is nobody else's; the document itself may be replaced. */
export function mutate(document: unknown, given: readonly Mutation[]): unknown {
  const holder: Record<string, unknown> = { document };
  for (const { how, path, other, value } of given) {
    const { parent, key } = find(holder, path);
    const fresh = structuredClone(value);
    if (how === 'delete') {
      if (Array.isArray(parent)) parent.splice(Number(key), 1);
      else if (parent !== holder) Reflect.deleteProperty(parent, key);
    } else if (how === 'null') set(parent, key, null);
    else if (how === 'retype') set(parent, key, fresh);
    else if (how === 'swap') {
      const there = find(holder, other);
      const [mine, theirs] = [structuredClone(parent[key]), structuredClone(there.parent[there.key])];
      set(parent, key, theirs);
      set(there.parent, there.key, mine);
    } else if (Array.isArray(parent)) parent.splice(Number(key), 0, structuredClone(parent[Number(key)]));
    else {
      const siblings = Object.keys(parent);
      set(parent, siblings[(other[0] ?? 0) % siblings.length] ?? key, structuredClone(parent[key]));
    }
  }
  return holder['document'];
}

function set(parent: Record<string, unknown>, key: string, value: unknown): void {
  Object.defineProperty(parent, key, { value, enumerable: true, configurable: true, writable: true });
}

function find(holder: Record<string, unknown>, path: readonly number[]): Place {
  let place: Place = { parent: holder, key: 'document' };
  for (const pick of path) {
    const value = place.parent[place.key];
    if (typeof value !== 'object' || value === null) break;
    const keys = Object.keys(value);
    if (keys.length === 0) break;
    place = { parent: value as Record<string, unknown>, key: keys[pick % keys.length]! };
  }
  return place;
}
