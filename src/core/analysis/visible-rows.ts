import type { Trace } from '../model/trace.ts';
import type { ExpandedFlags } from './expansion.ts';

/**
 * The positions of the runs that are on show, in reading order: one forward scan that steps over closed subtrees.
 *
 * @param folded runs that are left out with everything under them; they must not hold runs that are not left out
 */
export function visibleRows(trace: Trace, expanded: ExpandedFlags, folded?: Uint8Array): Uint32Array {
  const { subtreeEnd } = trace.columns;
  const rows = new Uint32Array(trace.runs.length);
  let count = 0;
  for (let at = 0; at < rows.length; ) {
    if (folded?.[at] === 1) {
      at = subtreeEnd[at]!;
      continue;
    }
    rows[count++] = at;
    at = expanded[at] === 1 ? at + 1 : subtreeEnd[at]!;
  }
  return rows.subarray(0, count);
}

/** The row of a position; if it is not on show, that of the closed run that holds it. -1 if there are no rows. */
export function rowAt(rows: Uint32Array, position: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    if (rows[middle]! <= position) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}
