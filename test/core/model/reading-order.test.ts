import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readingOrder } from '../../../src/core/model/reading-order.ts';
import { forests, scattered, type Forest } from './forests.ts';

interface Expected {
  readonly order: number[];
  readonly parent: number[];
  readonly depth: number[];
  readonly subtreeEnd: number[];
}

/** The reading order by recursion: what the word means, without any thought of speed. */
function recursively({ parentOf, starts }: Forest, sequences?: readonly number[]): Expected {
  const result: Expected = { order: [], parent: [], depth: [], subtreeEnd: [] };
  const childrenOf = (above: number) =>
    parentOf
      .map((_, node) => node)
      .filter((node) => parentOf[node] === above)
      .toSorted((a, b) => starts[a]! - starts[b]! || (sequences === undefined ? 0 : sequences[a]! - sequences[b]!) || a - b);
  const visit = (node: number, parent: number, depth: number) => {
    const at = result.order.push(node) - 1;
    result.parent[at] = parent;
    result.depth[at] = depth;
    for (const child of childrenOf(node)) visit(child, at, depth + 1);
    result.subtreeEnd[at] = result.order.length;
  };
  for (const root of childrenOf(-1)) visit(root, -1, 0);
  return result;
}

function read({ parentOf, starts }: Forest, sequences?: readonly number[]): Expected {
  const found = readingOrder(Int32Array.from(parentOf), Float64Array.from(starts), sequences && Float64Array.from(sequences));
  return { order: [...found.order], parent: [...found.parent], depth: [...found.depth], subtreeEnd: [...found.subtreeEnd] };
}

describe('readingOrder', () => {
  test('the picture in the documentation of Trace', () => {
    //            agent llm tool fetch parse llm
    const forest = { parentOf: [-1, 0, 0, 2, 2, 0], starts: [0, 1, 3, 4, 5, 8] };
    expect(read(forest)).toEqual({ order: [0, 1, 2, 3, 4, 5], parent: [-1, 0, 0, 2, 2, 0], depth: [0, 1, 1, 2, 2, 1], subtreeEnd: [6, 2, 5, 4, 5, 6] });
  });

  test('no runs, one run, only roots', () => {
    expect(read({ parentOf: [], starts: [] })).toEqual({ order: [], parent: [], depth: [], subtreeEnd: [] });
    expect(read({ parentOf: [-1], starts: [5] })).toEqual({ order: [0], parent: [-1], depth: [0], subtreeEnd: [1] });
    expect(read({ parentOf: [-1, -1, -1], starts: [3, 1, 2] })).toEqual({ order: [1, 2, 0], parent: [-1, -1, -1], depth: [0, 0, 0], subtreeEnd: [1, 2, 3] });
  });

  test('siblings of the same start go by sequence, then as given', () => {
    const forest = { parentOf: [-1, 0, 0, 0, 0], starts: [0, 1, 1, 1, 0] };
    expect(read(forest).order).toEqual([0, 4, 1, 2, 3]);
    expect(read(forest, [0, 3, 2, 2, 9]).order).toEqual([0, 4, 2, 3, 1]);
    expect(read(forest, [0, Number.NaN, Number.NaN, Number.NaN, Number.NaN]).order).toEqual([0, 4, 1, 2, 3]);
  });

  test('any forest is as by recursion', () => {
    fc.assert(
      fc.property(forests(60), (forest) => {
        expect(read(forest)).toEqual(recursively(forest));
      }),
      { numRuns: 500 },
    );
  });

  test('any forest with sequences is as by recursion', () => {
    const withSequences = forests(40).chain((forest) =>
      fc.record({ forest: fc.constant(forest), sequences: fc.array(fc.nat(3), { minLength: forest.parentOf.length, maxLength: forest.parentOf.length }) }),
    );
    fc.assert(
      fc.property(withSequences, ({ forest, sequences }) => {
        expect(read(forest, sequences)).toEqual(recursively(forest, sequences));
      }),
      { numRuns: 500 },
    );
  });

  test('sequences of some siblings alone never put a later start first, nor lose a run', () => {
    const withGaps = forests(40).chain((forest) =>
      fc.record({ forest: fc.constant(forest), sequences: fc.array(fc.option(fc.nat(9), { nil: Number.NaN }), { minLength: forest.parentOf.length, maxLength: forest.parentOf.length }) }),
    );
    fc.assert(
      fc.property(withGaps, ({ forest, sequences }) => {
        const found = read(forest, sequences);
        expect(found.order.toSorted((a, b) => a - b)).toEqual(forest.parentOf.map((_, node) => node));
        const startsByParent = new Map<number, number[]>();
        for (const [at, parent] of found.parent.entries()) startsByParent.set(parent, [...(startsByParent.get(parent) ?? []), forest.starts[found.order[at]!]!]);
        for (const starts of startsByParent.values()) expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
      { numRuns: 300 },
    );
  });

  test('a chain of 100,000 runs, given in any order', () => {
    const count = 100_000;
    const place = scattered(count); // the n-th of the chain is given at place[n]
    const parentOf = new Int32Array(count);
    for (let nth = 0; nth < count; nth++) parentOf[place[nth]!] = nth === 0 ? -1 : place[nth - 1]!;
    const found = readingOrder(parentOf, new Float64Array(count));
    expect([...found.order]).toEqual(place);
    expect(found.depth.every((depth, at) => depth === at)).toBe(true);
    expect(found.parent.every((parent, at) => parent === at - 1)).toBe(true);
    expect(found.subtreeEnd.every((end) => end === count)).toBe(true);
  });

  test.each(['ascending', 'descending', 'scattered'])('200,000 siblings, %s', (how) => {
    const count = 200_000;
    const nth = scattered(count);
    const starts = Float64Array.from({ length: count }, (_, at) => (how === 'ascending' ? at : how === 'descending' ? count - at : nth[at]!));
    const parentOf = new Int32Array(count + 1).fill(count); // the parent is given last
    parentOf[count] = -1;
    const found = readingOrder(parentOf, Float64Array.from([...starts, 0]));
    expect(found.order[0]).toBe(count);
    const inOrder = [...found.order].slice(1).map((node) => starts[node]!);
    expect(inOrder.every((start, at) => at === 0 || inOrder[at - 1]! < start)).toBe(true);
    expect(inOrder).toHaveLength(count);
    expect(found.subtreeEnd[0]).toBe(count + 1);
    expect(found.subtreeEnd.every((end, at) => at === 0 || end === at + 1)).toBe(true);
    expect(found.depth.every((depth, at) => depth === (at === 0 ? 0 : 1))).toBe(true);
  });
});
