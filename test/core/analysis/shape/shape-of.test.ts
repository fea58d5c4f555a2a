import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Shape } from '../../../../src/core/analysis/shape/shape.ts';
import { shapeOf } from '../../../../src/core/analysis/shape/shape-of.ts';
import { shapeText } from '../../../../src/core/analysis/shape/shape-text.ts';

const told = (value: unknown) => shapeText(shapeOf(value));

const SHAPES: readonly [unknown, string][] = [
  [undefined, '–'],
  [null, 'null'],
  [0, 'number'],
  [12n, 'number'],
  [true, 'boolean'],
  ['', 'text, 0 characters'],
  ['a', 'text, 1 character'],
  ['x'.repeat(1204), 'text, 1,204 characters'],
  [' {"a":1}', 'JSON text, 8 characters'],
  ['{not json}', 'text, 10 characters'],
  [[], 'empty list'],
  [{}, '{}'],
  [[1, 2, 3], '3 × number'],
  [[1, 'a', 'b', null], '4 × text | number | null'],
  [[[1], [1, 2], []], '3 × 0 to 2 × number'],
  [{ question: 'why?', n: 1 }, '{ question: text, n: number }'],
  [[{ id: 1, score: 0.5 }, { id: 2 }, { id: null }], '3 × { id: number | null, score?: number }'],
  [{ docs: [{ meta: { source: 'a' } }] }, '{ docs: 1 × { meta: { source: text } } }'],
  [new Date(0), 'other'],
  [{ a: undefined }, '{ a: – }'],
  [{ get a(): never { throw new Error('gone'); } }, '{ a: other }'],
  [{ a: { b: { c: { d: { e: { f: 1 } } } } } }, '{ a: { b: { c: { d: { e: { f: … } } } } } }'],
];
test.each(SHAPES.map(([value, expected]) => ({ value, expected })))('$expected', ({ value, expected }) => {
  expect(told(value)).toBe(expected);
});

test('names of data are names', () => {
  expect(told(JSON.parse('{"__proto__":1,"constructor":"x"}'))).toBe('{ __proto__: number, constructor: text }');
});

test('what is too much is counted, not listed', () => {
  const wide = Object.fromEntries(Array.from({ length: 100 }, (_, nth) => [`field${nth}`, nth]));
  expect(shapeText(shapeOf(wide), undefined, 10_000)).toMatch(/field39: number, … 60 more \}$/);
  expect(told(wide)).toHaveLength(401);
  const table = Object.fromEntries(Array.from({ length: 50_000 }, (_, nth) => [`id${nth}`, { nth }]));
  expect(shapeText(shapeOf(table), undefined, 10_000)).toMatch(/^\{ id0: \{ nth: number \}, .* id39: \{ nth: number \}, … 49,960 more \}$/);
});

/** Every path of a shape, and the kinds of value there. */
function* placesOf(shape: Shape, path = ''): Generator<[path: string, kinds: ReadonlySet<string>]> {
  yield [path, new Set(shape.kinds.map(({ type }) => type))];
  for (const kind of shape.kinds) {
    if (kind.type === 'list') yield* placesOf(kind.entries, `${path}[]`);
    if (kind.type === 'object') for (const field of kind.fields) yield* placesOf(field.shape, `${path}.${field.name}`);
  }
}

/** The same from the value, by the plainest recursion. */
function placesIn(value: unknown, path = '', places = new Map<string, Set<string>>()): Map<string, Set<string>> {
  const type = value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value === 'string' ? 'text' : typeof value;
  const there = places.get(path) ?? new Set();
  places.set(path, there.add(type));
  if (Array.isArray(value)) {
    if (!places.has(`${path}[]`)) places.set(`${path}[]`, new Set());
    for (const entry of value) placesIn(entry, `${path}[]`, places);
  } else if (type === 'object') for (const [name, field] of Object.entries(value as object)) placesIn(field, `${path}.${name}`, places);
  return places;
}

test('every place of a small value is there with its kinds', () => {
  const key = fc.constantFrom('a', 'b', '__proto__');
  const small = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof({ maxDepth: 4 }, fc.integer(), fc.string(), fc.boolean(), fc.constant(null), fc.array(tie('value'), { maxLength: 3 }), fc.array(fc.tuple(key, tie('value')), { maxLength: 3 }).map((pairs) => Object.fromEntries(pairs))),
  })).value;
  fc.assert(fc.property(small, (value) => {
    expect(new Map([...placesOf(shapeOf(value))].map(([path, kinds]) => [path, [...kinds].toSorted()]))).toEqual(new Map([...placesIn(value)].map(([path, kinds]) => [path, [...kinds].toSorted()])));
  }));
});

describe('data of any size has a shape', () => {
  test('100,000 levels, a million entries, circles', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 100_000; level++) deep = [deep];
    expect(told(deep)).toBe('1 × 1 × 1 × 1 × 1 × 1 × …');
    expect(told(Array.from({ length: 1_000_000 }, (_, nth) => ({ nth })))).toBe('1,000,000 × { nth: number }');
    const circle: Record<string, unknown> = {};
    circle['self'] = circle;
    expect(told(circle)).toMatch(/^\{ self: \{ self: .*…/);
    expect(told(Array.from({ length: 40 }, () => Array.from({ length: 200 }, () => Array.from({ length: 200 }, () => ({ x: 1 })))))).toBe('40 × 200 × 200 × { x: number }');
  });
});
