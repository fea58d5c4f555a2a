/** The run whose parent could not be kept, in the given order. */
export interface CutLinks {
  /** Runs whose parent is not there. */
  readonly orphans: readonly number[];
  /** Runs whose link to their parent closed a circle and was cut. */
  readonly cycles: readonly number[];
}

/**
 * Finds every run's parent and cuts what is no tree: a parent that is missing, and in a circle the link of the run that
 * started first, so that the earliest run becomes the root.
 *
 * @param ids the runs' own ids
 * @param parentIds the parent's id of each run; null for a root
 * @param indexOf the runs by id
 * @param parentOf is filled with the parents' places, -1 for roots
 */
export function linkParents(
  ids: readonly string[],
  parentIds: readonly (string | null)[],
  indexOf: ReadonlyMap<string, number>,
  starts: Float64Array,
  parentOf: Int32Array,
): CutLinks {
  const orphans: number[] = [];
  for (let run = 0; run < parentIds.length; run++) {
    const parentId = parentIds[run] ?? null;
    // Most runs come right after their parent or a sibling: comparing two texts is cheaper than looking one up.
    const parent =
      parentId === null ? -1
      : run > 0 && parentId === ids[run - 1] ? run - 1
      : run > 0 && parentId === parentIds[run - 1] && parentOf[run - 1] !== -1 ? parentOf[run - 1]
      : indexOf.get(parentId);
    if (parent === undefined) orphans.push(run);
    parentOf[run] = parent ?? -1;
  }
  return { orphans, cycles: cutCycles(parentOf, starts) };
}

function cutCycles(parentOf: Int32Array, starts: Float64Array): number[] {
  const cut: number[] = [];
  // Which walk met a run first: meeting one's own walk again is a circle, another's is settled ground.
  const walkOf = new Uint32Array(parentOf.length);
  for (let run = 0; run < parentOf.length; run++) {
    const walk = run + 1;
    let at = run;
    while (at !== -1 && walkOf[at] === 0) {
      walkOf[at] = walk;
      at = parentOf[at] ?? -1;
    }
    if (at === -1 || walkOf[at] !== walk) continue;
    let earliest = at;
    for (let next = parentOf[at] ?? at; next !== at; next = parentOf[next] ?? at) {
      const isKnown = !Number.isNaN(starts[next]!);
      if (isKnown && !(starts[earliest]! <= starts[next]!)) earliest = next;
    }
    parentOf[earliest] = -1;
    cut.push(earliest);
  }
  return cut;
}
