import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { siblingPlaces } from '../../../src/core/analysis/sibling-places.ts';
import { chain, fan, flagsOf, outline, planted, walk, type Plant } from './plants.ts';

interface Place {
  readonly id: string;
  readonly place: number;
  readonly size: number;
  readonly hasChildren: boolean;
}

/** Where each stands, by recursion; those that are left out are not there. */
function places(plants: readonly Plant[], isOut: (plant: Plant) => boolean): Place[] {
  const there = plants.filter((plant) => !isOut(plant));
  return there.flatMap((plant, at) => [
    { id: plant.id, place: at + 1, size: there.length, hasChildren: plant.children.some((child) => !isOut(child)) },
    ...places(plant.children, isOut),
  ]);
}

function found(trace: ReturnType<typeof outline>, folded?: Uint8Array): Place[] {
  const { place, sizeAt, hasChildren } = siblingPlaces(trace, folded);
  return trace.runs.flatMap(({ id }, at) => (folded?.[at] === 1 ? [] : [{ id, place: place[at]!, size: sizeAt(at), hasChildren: hasChildren(at) }]));
}

describe('siblingPlaces', () => {
  const trace = outline(`
    agent
      plan
      tools
        search
      answer
    after
  `);

  test('of all runs', () => {
    expect(found(trace)).toEqual([
      { id: 'agent', place: 1, size: 2, hasChildren: true },
      { id: 'plan', place: 1, size: 3, hasChildren: false },
      { id: 'tools', place: 2, size: 3, hasChildren: true },
      { id: 'search', place: 1, size: 1, hasChildren: false },
      { id: 'answer', place: 3, size: 3, hasChildren: false },
      { id: 'after', place: 2, size: 2, hasChildren: false },
    ]);
  });

  test('without those that are left out', () => {
    expect(found(trace, flagsOf(trace, ['plan', 'search', 'after']))).toEqual([
      { id: 'agent', place: 1, size: 1, hasChildren: true },
      { id: 'tools', place: 1, size: 2, hasChildren: false },
      { id: 'answer', place: 2, size: 2, hasChildren: false },
    ]);
    expect(siblingPlaces(trace, flagsOf(trace, ['plan'])).place[1]).toBe(0);
  });

  test('any forest, whatever whole subtrees are left out, is as by recursion', () => {
    const some = planted(40).chain((made) => fc.record({ made: fc.constant(made), out: fc.subarray(made.trace.runs.map(({ id }) => id)) }));
    fc.assert(
      fc.property(some, ({ made, out }) => {
        expect(found(made.trace)).toEqual(places(made.roots, () => false));
        const all = new Set(walk(made.roots).filter(({ id }) => out.includes(id)).flatMap((plant) => walk([plant])).map(({ id }) => id));
        expect(found(made.trace, flagsOf(made.trace, all))).toEqual(places(made.roots, ({ id }) => all.has(id)));
      }),
      { numRuns: 300 },
    );
  });

  test('a chain of 100,000 runs and 200,000 siblings', () => {
    const deep = siblingPlaces(chain(100_000));
    expect(deep.place.every((place) => place === 1)).toBe(true);
    expect([deep.sizeAt(0), deep.sizeAt(99_999), deep.hasChildren(99_998), deep.hasChildren(99_999)]).toEqual([1, 1, true, false]);
    const wide = siblingPlaces(fan(200_000));
    expect(wide.place.every((place, at) => place === (at === 0 ? 1 : at))).toBe(true);
    expect([wide.sizeAt(0), wide.sizeAt(1), wide.sizeAt(200_000), wide.hasChildren(0), wide.hasChildren(1)]).toEqual([1, 200_000, 200_000, true, false]);
  });
});
