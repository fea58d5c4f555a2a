/**
 * The last moment that is known of each run and of everything inside of it, in ms after the trace's start: what goes on in
 * the background can end after what started it. One pass from the end, since at a run all that is inside is complete.
 */
export function latestEnds(start: Float64Array, end: Float64Array, parent: Int32Array): Float64Array {
  const latest = new Float64Array(start.length).fill(Number.NEGATIVE_INFINITY);
  for (let at = latest.length - 1; at >= 0; at--) {
    const own = Number.isNaN(end[at]!) ? start[at]! : end[at]!;
    latest[at] = Math.max(latest[at]!, own);
    const above = parent[at]!;
    if (above !== -1) latest[above] = Math.max(latest[above]!, latest[at]!);
  }
  return latest;
}
