import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LeafWalk, type Leaf } from '../../../../src/core/analysis/search/leaf-walk.ts';

function leaves(walk: LeafWalk, payload: unknown): [path: string, leaf: Leaf][] {
  const found: [string, Leaf][] = [];
  walk.begin(payload);
  while (walk.step()) if (walk.leaf !== undefined) found.push([walk.path().join('/'), walk.leaf]);
  return found;
}

function naively(value: unknown, path: readonly (string | number)[] = []): [string, unknown][] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [[path.join('/'), value]];
  return Object.entries(value).flatMap(([key, inner]) => naively(inner, [...path, Array.isArray(value) ? Number(key) : key]));
}

test('every text, number and boolean, in order, with its path; one walk after the other', () => {
  const walk = new LeafWalk();
  fc.assert(
    fc.property(fc.array(fc.jsonValue({ maxDepth: 5 })), fc.nat(5), (payloads, given) => {
      for (const payload of payloads) {
        // One that was not gone to the end leaves no trace.
        walk.begin([[[given]], { a: [given] }]);
        for (let step = 0; step < given; step++) walk.step();
        expect(leaves(walk, payload)).toEqual(naively(payload));
        expect(walk.step()).toBe(false);
      }
    }),
    { numRuns: 300 },
  );
});

test('a container inside of itself is passed over, at any depth; the same one in two places is not', () => {
  const shared = { text: 'twice' };
  const walk = new LeafWalk();
  expect(leaves(walk, [shared, { shared }])).toEqual([['0/text', 'twice'], ['1/shared/text', 'twice']]);
  for (const depth of [0, 5, 15, 16, 17, 40]) {
    const ring: Record<string, unknown> = {};
    let inner: Record<string, unknown> = ring;
    for (let level = 0; level < depth; level++) inner = inner['a'] = {};
    inner['ring'] = ring;
    inner['self'] = inner;
    inner['end'] = [{ ring }, 'end'];
    expect(leaves(walk, ring)).toEqual([[`${'a/'.repeat(depth)}end/1`, 'end']]);
    expect(leaves(walk, [ring, ring])).toHaveLength(2);
  }
});
