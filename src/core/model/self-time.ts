/**
 * The time of each run that no child covers, in ms; NaN while the run runs. Overlapping children are counted once, and
 * what a child does outside its parent does not matter here. One forward pass: in reading order the children of a run
 * come by start, so each only has to be laid on top of what the earlier ones cover.
 */
export function selfTimes(start: Float64Array, end: Float64Array, parent: Int32Array): Float64Array {
  const count = start.length;
  const self = new Float64Array(count);
  const coveredUntil = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    self[at] = end[at]! - start[at]!;
    coveredUntil[at] = start[at]!;
    const above = parent[at]!;
    if (above === -1) continue;
    // A child that has not ended may still be at work: it covers its parent to the end.
    const until = Number.isNaN(end[at]!) ? end[above]! : Math.min(end[at]!, end[above]!);
    const from = Math.max(start[at]!, coveredUntil[above]!);
    if (!(until > from)) continue;
    self[above]! -= until - from;
    coveredUntil[above] = until;
  }
  return self;
}
