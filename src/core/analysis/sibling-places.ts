import type { Trace } from '../model/trace.ts';

/** Where each run stands among its siblings, for people who don't see the tree. One entry a run in reading order. */
export interface SiblingPlaces {
  /** 1 for the first sibling; 0 for a run that is left out. */
  readonly place: Uint32Array;
  /** The number of siblings at a run's place, that run included. */
  sizeAt(at: number): number;
  /** Whether there is anything to show under a run. */
  hasChildren(at: number): boolean;
}

/** Counts siblings in one pass, without the runs that are left out. */
export function siblingPlaces(trace: Trace, folded?: Uint8Array): SiblingPlaces {
  const { parent } = trace.columns;
  const count = trace.runs.length;
  const place = new Uint32Array(count);
  // The last entry is the roots'.
  const children = new Uint32Array(count + 1);
  for (let at = 0; at < count; at++) {
    if (folded?.[at] === 1) continue;
    const above = parent[at] === -1 ? count : parent[at]!;
    children[above]! += 1;
    place[at] = children[above]!;
  }
  return {
    place,
    sizeAt: (at) => children[parent[at] === -1 ? count : (parent[at] ?? count)] ?? 0,
    hasChildren: (at) => (children[at] ?? 0) > 0,
  };
}
