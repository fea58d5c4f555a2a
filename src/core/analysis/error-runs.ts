import type { Trace } from '../model/trace.ts';

/**
 * The position of the nearest run after (or before) a position at which a failure began, around the ends: a run that
 * failed though nothing inside of it did. Runs that only pass on the failure of what is inside are stepped over. -1 if
 * nothing failed.
 */
export function nextErrorOrigin(trace: Trace, from: number, direction: 1 | -1): number {
  const { errors } = trace.columns.totals;
  const count = trace.runs.length;
  // Before the first comes the last.
  const origin = from < 0 && direction === -1 ? 0 : from;
  for (let step = 1; step <= count; step++) {
    const at = (((origin + direction * step) % count) + count) % count;
    if (errors[at] === 1 && trace.runs[at]!.status === 'error') return at;
  }
  return -1;
}

/**
 * The position of the run at which the failure of a trace began: from the first root that failed down through the failure
 * that each run passed on. That is the one whose message the run repeats, else the one that ended last, unless the run
 * went on to other steps after it. If no root failed, the first run that failed for itself; -1 if none did.
 */
export function failureOrigin(trace: Trace): number {
  const { subtreeEnd } = trace.columns;
  for (let root = 0; root < trace.runs.length; root = subtreeEnd[root]!) {
    if (trace.runs[root]!.status !== 'error') continue;
    let at = root;
    for (let inside = passedOn(trace, at); inside !== -1; inside = passedOn(trace, at)) at = inside;
    return at;
  }
  return nextErrorOrigin(trace, -1, 1);
}

/** The child whose failure a failed run passes on; -1 if it failed for itself. */
function passedOn(trace: Trace, at: number): number {
  const { subtreeEnd, start, end } = trace.columns;
  if (trace.columns.totals.errors[at] === 1) return -1;
  const message = trace.runs[at]!.error?.message;
  let last = -1;
  let repeated = -1;
  let latestStart = Number.NEGATIVE_INFINITY;
  for (let child = at + 1; child < subtreeEnd[at]!; child = subtreeEnd[child]!) {
    latestStart = Math.max(latestStart, start[child]!);
    const run = trace.runs[child]!;
    if (run.status !== 'error') continue;
    if (last === -1 || !(end[child]! < end[last]!)) last = child;
    if (message !== undefined && message !== '' && run.error?.message === message) repeated = child;
  }
  if (repeated !== -1) return repeated;
  return last === -1 || latestStart >= end[last]! ? -1 : last;
}
