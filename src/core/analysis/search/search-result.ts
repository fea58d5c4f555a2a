import type { Trace } from '../../model/trace.ts';

/** The runs that pass a query. */
export interface SearchResult {
  /** 1 for a run that passes. One entry a run in reading order. */
  readonly matches: Uint8Array;
  /** The positions of the runs that pass, in reading order. */
  readonly positions: Uint32Array;
  readonly count: number;
  /** 1 for a run that holds one that passes, whether it passes itself or not. One entry a run in reading order. */
  readonly ancestors: Uint8Array;
}

/** A result of flags, of which so many are 1: they are copied. */
export function searchResult(trace: Trace, flags: Uint8Array, count: number): SearchResult {
  const matches = flags.slice();
  const positions = new Uint32Array(count);
  for (let at = 0, place = 0; place < count && at < matches.length; at++) if (matches[at] === 1) positions[place++] = at;
  return { matches, positions, count, ancestors: ancestorsOf(trace, positions) };
}

/** Goes up from each run that passes, as far as nobody was before. */
function ancestorsOf(trace: Trace, positions: Uint32Array): Uint8Array {
  const { parent } = trace.columns;
  const ancestors = new Uint8Array(trace.runs.length);
  for (let place = 0; place < positions.length; place++) {
    for (let above = parent[positions[place]!]!; above !== -1 && ancestors[above] === 0; above = parent[above]!) ancestors[above] = 1;
  }
  return ancestors;
}
