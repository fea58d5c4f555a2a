import fc from 'fast-check';

/** A forest as lists: the parent of each node, -1 for a root, in any order, and when each started. */
export interface Forest {
  readonly parentOf: readonly number[];
  readonly starts: readonly number[];
}

/** Forests of up to so many nodes in shuffled order; starts are few, so that ties are many. */
export function forests(maxNodes: number): fc.Arbitrary<Forest> {
  return fc
    .array(fc.record({ under: fc.nat(), start: fc.integer({ min: 0, max: 6 }), isRoot: fc.integer({ min: 0, max: 9 }) }), { minLength: 1, maxLength: maxNodes })
    .chain((nodes) =>
      fc.record({
        nodes: fc.constant(nodes),
        places: fc.shuffledSubarray(nodes.map((_, at) => at), { minLength: nodes.length, maxLength: nodes.length }),
      }),
    )
    .map(({ nodes, places }) => {
      const parentOf = nodes.map(() => -1);
      const starts = nodes.map(() => 0);
      for (const [at, { under, start, isRoot }] of nodes.entries()) {
        const place = places[at]!;
        parentOf[place] = at === 0 || isRoot === 0 ? -1 : places[under % at]!;
        starts[place] = start;
      }
      return { parentOf, starts };
    });
}

/** A permutation of 0 to count - 1 that looks like chance and is always the same. */
export function scattered(count: number): number[] {
  const numbers = Array.from({ length: count }, (_, at) => at);
  let state = 12345;
  for (let at = count - 1; at > 0; at--) {
    state = (state * 1103515245 + 12345) % 2147483648;
    const other = state % (at + 1);
    const held = numbers[at]!;
    numbers[at] = numbers[other]!;
    numbers[other] = held;
  }
  return numbers;
}
