import type { Trace } from '../model/trace.ts';

/** Which runs can be folded away as plumbing: one entry a run in reading order. */
export interface HiddenRuns {
  readonly flags: Uint8Array;
  readonly count: number;
}

/**
 * The runs that their tracer marked as plumbing and that hold nothing else. A marked run stays in sight if anything
 * inside of it is not marked, and if it or anything inside failed: no error is ever folded away.
 */
export function hiddenRuns(trace: Trace): HiddenRuns {
  const { parent, totals } = trace.columns;
  const flags = new Uint8Array(trace.runs.length).fill(1);
  let count = 0;
  for (let at = flags.length - 1; at >= 0; at--) {
    const run = trace.runs[at]!;
    if (!run.hidden || totals.errors[at]! > 0) flags[at] = 0;
    if (flags[at] === 1) count++;
    else if (parent[at] !== -1) flags[parent[at]!] = 0;
  }
  return { flags, count };
}
