import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expandedFlags, expandedIds, withExpanded, withRevealed, withSiblingsExpanded, type Expansion } from '../../../src/core/analysis/expansion.ts';
import { chain, fan, flagsOf, marked, outline, planted, type Plant } from './plants.ts';

/** The ids that are open, by recursion. */
function open(plants: readonly Plant[], expansion: Expansion, depth = 0): string[] {
  return plants.flatMap((plant) => {
    const isOpen = expansion === 'all' || (typeof expansion === 'number' && depth < expansion) || (typeof expansion === 'object' && expansion.has(plant.id));
    return [...(isOpen && plant.children.length > 0 ? [plant.id] : []), ...open(plant.children, expansion, depth + 1)];
  });
}

function pathTo(plants: readonly Plant[], id: string): string[] | undefined {
  for (const plant of plants) {
    if (plant.id === id) return [];
    const path = pathTo(plant.children, id);
    if (path !== undefined) return [plant.id, ...path];
  }
  return undefined;
}

function siblingsOf(plants: readonly Plant[], id: string): readonly Plant[] {
  return plants.some((plant) => plant.id === id) ? plants : plants.flatMap((plant) => siblingsOf(plant.children, id));
}

/** A planted trace, some of its ids, and one of its positions. */
const choices = planted(30).chain(({ trace, roots }) =>
  fc.record({
    trace: fc.constant(trace),
    roots: fc.constant(roots),
    some: fc.subarray(trace.runs.map(({ id }) => id)),
    at: fc.nat(trace.runs.length - 1),
  }),
);

describe('expandedFlags', () => {
  const trace = outline(`
    agent
      plan
      tools
        search
          fetch
        parse
      answer
    after
  `);

  test.each<[Expansion, string[]]>([
    ['all', ['agent', 'tools', 'search']],
    ['none', []],
    [0, []],
    [1, ['agent']],
    [2, ['agent', 'tools']],
    [3, ['agent', 'tools', 'search']],
    [99, ['agent', 'tools', 'search']],
    [Number.POSITIVE_INFINITY, ['agent', 'tools', 'search']],
    [-1, []],
    [new Set<string>(), []],
    [new Set(['search', 'agent']), ['agent', 'search']],
  ])('%j', (expansion, expected) => {
    expect(marked(trace, expandedFlags(trace, expansion))).toEqual(expected);
  });

  test('ids of leaves and of runs that are not there open nothing', () => {
    expect(marked(trace, expandedFlags(trace, new Set(['plan', 'after', 'nobody', '', 'tools'])))).toEqual(['tools']);
  });

  test('any forest, any expansion', () => {
    fc.assert(
      fc.property(choices, fc.oneof(fc.constantFrom('all' as const, 'none' as const), fc.nat(6)), ({ trace: any, roots, some }, levels) => {
        for (const expansion of [levels, new Set([...some, 'nobody'])]) {
          expect(marked(any, expandedFlags(any, expansion))).toEqual(open(roots, expansion));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('expandedIds is the way back', () => {
    fc.assert(
      fc.property(choices, ({ trace: any, roots, some }) => {
        const ids = new Set(open(roots, new Set(some)));
        expect(expandedIds(any, flagsOf(any, ids))).toEqual(ids);
      }),
      { numRuns: 200 },
    );
  });
});

describe('withExpanded', () => {
  test('opens or closes one and leaves the given flags alone', () => {
    const flags = Uint8Array.of(1, 0, 1);
    expect([...withExpanded(flags, 0, false)]).toEqual([0, 0, 1]);
    expect([...withExpanded(flags, 1, true)]).toEqual([1, 1, 1]);
    expect([...flags]).toEqual([1, 0, 1]);
  });

  test('gives the same flags where nothing changes', () => {
    const flags = Uint8Array.of(1, 0, 1);
    expect(withExpanded(flags, 0, true)).toBe(flags);
    expect(withExpanded(flags, 1, false)).toBe(flags);
  });
});

describe('withRevealed', () => {
  test('opens everything above a run, and nothing else', () => {
    fc.assert(
      fc.property(choices, ({ trace, roots, some, at }) => {
        const before = open(roots, new Set(some));
        const above = pathTo(roots, trace.runs[at]!.id)!;
        const flags = flagsOf(trace, before);
        const revealed = withRevealed(trace, flags, at);
        expect(marked(trace, revealed).toSorted()).toEqual([...new Set([...before, ...above])].toSorted());
        expect(marked(trace, flags).toSorted()).toEqual(before.toSorted());
        expect(revealed === flags).toBe(above.every((id) => before.includes(id)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('withSiblingsExpanded', () => {
  test('opens a run and its siblings, and leaves the others as they are', () => {
    fc.assert(
      fc.property(choices, ({ trace, roots, some, at }) => {
        const before = open(roots, new Set(some));
        const siblings = siblingsOf(roots, trace.runs[at]!.id).filter(({ children }) => children.length > 0).map(({ id }) => id);
        const flags = flagsOf(trace, before);
        expect(marked(trace, withSiblingsExpanded(trace, flags, at)).toSorted()).toEqual([...new Set([...before, ...siblings])].toSorted());
        expect(marked(trace, flags).toSorted()).toEqual(before.toSorted());
      }),
      { numRuns: 300 },
    );
  });

  test('roots are siblings', () => {
    const trace = outline(`
      one
        inside
      two
      three
        inner
          most
    `);
    expect(marked(trace, withSiblingsExpanded(trace, flagsOf(trace, []), 2))).toEqual(['one', 'three']);
  });

  test('gives the same flags where nothing changes', () => {
    const trace = outline(`
      one
        inside
        beside
    `);
    const flags = flagsOf(trace, ['one']);
    expect(withSiblingsExpanded(trace, flags, 1)).toBe(flags);
    expect(withSiblingsExpanded(trace, flags, 0)).toBe(flags);
  });
});

test('a chain of 100,000 runs and 200,000 siblings', () => {
  const deep = chain(100_000);
  const none = expandedFlags(deep, 'none');
  expect(expandedIds(deep, expandedFlags(deep, 'all')).size).toBe(99_999);
  expect(expandedIds(deep, expandedFlags(deep, 500)).size).toBe(500);
  expect(expandedIds(deep, withRevealed(deep, none, 99_999)).size).toBe(99_999);
  expect([...expandedIds(deep, withSiblingsExpanded(deep, none, 99_998))]).toEqual(['99998']);

  const wide = fan(200_000);
  expect([...expandedIds(wide, expandedFlags(wide, 'all'))]).toEqual(['0']);
  expect([...expandedIds(wide, expandedFlags(wide, new Set(wide.runs.map(({ id }) => id))))]).toEqual(['0']);
  expect(expandedIds(wide, withSiblingsExpanded(wide, expandedFlags(wide, 'none'), 77)).size).toBe(0);
});
