/** The place of every run in the reading order; all arrays have one entry a run. */
export interface ReadingOrder {
  /** Reading order → given order. */
  readonly order: Uint32Array;
  /** Given order → reading order. */
  readonly position: Uint32Array;
  /** Position of the parent, -1 for a root. Parents come before their children. */
  readonly parent: Int32Array;
  /** 0 for a root. */
  readonly depth: Uint32Array;
  /** One past the last run of the subtree: the subtree of i is the slice [i, subtreeEnd[i]). */
  readonly subtreeEnd: Uint32Array;
}

const NONE = -1;

/**
 * Puts a forest into reading order: depth first, siblings by start, then by `sequence`, then as given. Linear unless
 * siblings are given out of order, and without recursion: a chain of 100,000 runs is ordinary input.
 *
 * @param parentOf the parent of each run in the given order, -1 for a root; must be free of cycles
 * @param starts when each run started, in any unit
 * @param sequences breaks ties between siblings that started at the same moment; may be NaN
 */
export function readingOrder(parentOf: Int32Array, starts: Float64Array, sequences?: Float64Array): ReadingOrder {
  const count = parentOf.length;
  const links = linkSiblings(parentOf, starts, sequences);

  const order = new Uint32Array(count);
  const parent = new Int32Array(count);
  const depth = new Uint32Array(count);
  const subtreeEnd = new Uint32Array(count);
  const position = new Uint32Array(count);

  let run = links.first[count] ?? NONE;
  let level = 0;
  let at = 0;
  while (run !== NONE) {
    const above = parentOf[run] ?? NONE;
    order[at] = run;
    position[run] = at;
    parent[at] = above === NONE ? NONE : (position[above] ?? NONE);
    depth[at] = level;
    at++;
    const child = links.first[run] ?? NONE;
    if (child !== NONE) {
      run = child;
      level++;
      continue;
    }
    // Each run is left once: climbing is linear over the whole walk.
    for (;;) {
      subtreeEnd[position[run] ?? 0] = at;
      const sibling = links.next[run] ?? NONE;
      if (sibling !== NONE) {
        run = sibling;
        break;
      }
      run = parentOf[run] ?? NONE;
      if (run === NONE) break;
      level--;
    }
  }
  return { order, position, parent, depth, subtreeEnd };
}

interface SiblingLinks {
  /** First child of each run; the first root stands at the end. */
  readonly first: Int32Array;
  readonly next: Int32Array;
}

function linkSiblings(parentOf: Int32Array, starts: Float64Array, sequences: Float64Array | undefined): SiblingLinks {
  const count = parentOf.length;
  const first = new Int32Array(count + 1).fill(NONE);
  const last = new Int32Array(count + 1).fill(NONE);
  const next = new Int32Array(count).fill(NONE);
  const outOfOrder = new Set<number>();

  const compare = (a: number, b: number): number => {
    const byStart = (starts[a] ?? 0) - (starts[b] ?? 0);
    if (byStart !== 0 || sequences === undefined) return byStart;
    const bySequence = (sequences[a] ?? Number.NaN) - (sequences[b] ?? Number.NaN);
    return Number.isNaN(bySequence) ? 0 : bySequence;
  };

  for (let run = 0; run < count; run++) {
    const above = parentOf[run] ?? NONE;
    const list = above === NONE ? count : above;
    const previous = last[list] ?? NONE;
    if (previous === NONE) first[list] = run;
    else {
      next[previous] = run;
      if (compare(previous, run) > 0) outOfOrder.add(list);
    }
    last[list] = run;
  }

  for (const list of outOfOrder) {
    const siblings: number[] = [];
    for (let run = first[list] ?? NONE; run !== NONE; run = next[run] ?? NONE) siblings.push(run);
    siblings.sort(compare);
    let previous = NONE;
    for (const run of siblings) {
      if (previous === NONE) first[list] = run;
      else next[previous] = run;
      previous = run;
    }
    next[previous] = NONE;
  }
  return { first, next };
}
