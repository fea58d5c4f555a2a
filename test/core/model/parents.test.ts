import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkParents } from '../../../src/core/model/parents.ts';
import { scattered } from './forests.ts';

/** Links runs named by their place; -1 is no parent, a number past the end a parent that is missing. */
function link(parents: readonly number[], starts: readonly number[] = parents.map((_, at) => at)) {
  const parentOf = new Int32Array(parents.length);
  const ids = new Map(parents.map((_, at) => [`run ${at}`, at]));
  const { orphans, cycles } = linkParents([...ids.keys()], parents.map((parent) => (parent === -1 ? null : `run ${parent}`)), ids, Float64Array.from(starts), parentOf);
  return { parentOf: [...parentOf], orphans: [...orphans], cycles: [...cycles] };
}

/** The circles among the links, each as its set of runs: whoever comes back to itself is in one. */
function circlesOf(parents: readonly number[]): number[][] {
  const circles = new Map<number, number[]>();
  for (const run of parents.keys()) {
    const met = [run];
    for (let at = parents[run]!; at >= 0 && at < parents.length && met.length <= parents.length; at = parents[at]!) {
      if (at === run) {
        circles.set(Math.min(...met), met);
        break;
      }
      met.push(at);
    }
  }
  return [...circles.values()];
}

describe('linkParents', () => {
  test('a tree stays as it is', () => {
    expect(link([-1, 0, 0, 1])).toEqual({ parentOf: [-1, 0, 0, 1], orphans: [], cycles: [] });
    expect(link([2, 2, -1])).toEqual({ parentOf: [2, 2, -1], orphans: [], cycles: [] });
    expect(link([])).toEqual({ parentOf: [], orphans: [], cycles: [] });
  });

  test('a run whose parent is missing becomes a root, with all that is under it', () => {
    expect(link([-1, 99, 1])).toEqual({ parentOf: [-1, -1, 1], orphans: [1], cycles: [] });
  });

  test('a run that is its own parent becomes a root', () => {
    expect(link([0, 0])).toEqual({ parentOf: [-1, 0], orphans: [], cycles: [0] });
  });

  test('a circle is cut above the run that started first, wherever the walk comes in', () => {
    expect(link([1, 2, 0], [5, 3, 4])).toEqual({ parentOf: [1, -1, 0], orphans: [], cycles: [1] });
    expect(link([1, 2, 0], [1, 3, 4])).toEqual({ parentOf: [-1, 2, 0], orphans: [], cycles: [0] });
    // 0 and 1 hang from the circle of 2, 3 and 4
    expect(link([1, 2, 3, 4, 2], [0, 0, 9, 8, 7])).toEqual({ parentOf: [1, 2, 3, 4, -1], orphans: [], cycles: [4] });
  });

  test('of runs that started together, or of which none tells its start, one is cut loose', () => {
    for (const start of [1, Number.NaN]) {
      const { parentOf, cycles } = link([1, 0], [start, start]);
      expect(cycles).toHaveLength(1);
      expect(parentOf[cycles[0]!]).toBe(-1);
    }
  });

  test('a run that tells no start does not become the root while another tells one', () => {
    expect(link([1, 2, 0], [Number.NaN, 3, 4]).cycles).toEqual([1]);
    expect(link([1, 2, 0], [4, Number.NaN, 3]).cycles).toEqual([2]);
  });

  test('any links: each circle loses the link of its earliest run, everything else stays', () => {
    const links = fc.integer({ min: 1, max: 40 }).chain((count) =>
      fc.record({
        parents: fc.array(fc.integer({ min: -1, max: count + 1 }), { minLength: count, maxLength: count }),
        starts: fc.shuffledSubarray(Array.from({ length: count }, (_, at) => at), { minLength: count, maxLength: count }),
      }),
    );
    fc.assert(
      fc.property(links, ({ parents, starts }) => {
        const earliest = circlesOf(parents).map((circle) => circle.reduce((first, run) => (starts[run]! < starts[first]! ? run : first)));
        const missing = [...parents.keys()].filter((run) => parents[run]! >= parents.length);
        const found = link(parents, starts);
        expect(found.cycles.toSorted((a, b) => a - b)).toEqual(earliest.toSorted((a, b) => a - b));
        expect(found.orphans).toEqual(missing);
        expect(found.parentOf).toEqual(parents.map((parent, run) => (earliest.includes(run) || missing.includes(run) ? -1 : parent)));
      }),
      { numRuns: 1000 },
    );
  });

  test('a circle of 100,000 runs', () => {
    const place = scattered(100_000);
    const parents = place.map(() => 0);
    for (const [nth, at] of place.entries()) parents[at] = place[(nth + 1) % place.length]!;
    const { parentOf, cycles } = link(parents, place);
    const first = place.indexOf(0);
    expect(cycles).toEqual([first]);
    expect(parentOf.filter((parent) => parent === -1)).toHaveLength(1);
    expect(parentOf[first]).toBe(-1);
  });
});
