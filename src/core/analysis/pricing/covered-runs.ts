import type { Run, RunKind } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';

/** What such a run costs by itself is a fee of its own, and nothing of what the model calls inside cost. */
const FEES: ReadonlySet<RunKind> = new Set(['tool', 'retriever']);

/**
 * Which runs are paid for by a run above: one entry a run in reading order, 1 for such a run. Some tracers record what a
 * whole step cost and nothing of the calls inside: to compute those too would count them twice.
 */
export function coveredRuns({ runs, columns: { parent, subtreeEnd, totals } }: Trace): Uint8Array {
  const covered = new Uint8Array(runs.length);
  let isAnyPaid = false;
  for (let at = 0; at < runs.length; at = subtreeEnd[at]!) isAnyPaid ||= totals.totalCost[at]! > 0;
  if (!isAnyPaid) return covered;
  for (let at = 0; at < runs.length; at++) {
    const above = parent[at]!;
    if (above !== -1 && (covered[above] === 1 || covers(runs[above]!))) covered[at] = 1;
  }
  return covered;
}

function covers({ cost, kind }: Run): boolean {
  return cost !== null && cost.computed === undefined && (cost.total ?? 0) > 0 && !FEES.has(kind);
}
