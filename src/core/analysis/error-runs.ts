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
