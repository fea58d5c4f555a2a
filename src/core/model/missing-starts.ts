import { createIssue } from './issue.ts';
import type { ReadingOrder } from './reading-order.ts';
import type { TraceRows } from './rows.ts';

/**
 * A run without a start is put where it can at the earliest have begun, judged by what is inside of it, else at its
 * parent's start, and never after its own end.
 *
 * @param order of the runs by the starts that are known; with the others filled in it may be another
 */
export function fillMissingStarts(rows: TraceRows, order: ReadingOrder, starts: Float64Array, ends: Float64Array): void {
  const rowAt = order.order;
  const given = starts.slice();
  for (let at = rowAt.length - 1; at >= 0; at--) {
    const start = starts[rowAt[at]!]!;
    const above = order.parent[at]!;
    if (above === -1 || Number.isNaN(start) || !Number.isNaN(given[rowAt[above]!]!)) continue;
    const known = starts[rowAt[above]!]!;
    starts[rowAt[above]!] = Number.isNaN(known) ? start : Math.min(known, start);
  }
  for (let at = 0; at < rowAt.length; at++) {
    const row = rowAt[at]!;
    if (!Number.isNaN(given[row]!)) continue;
    const above = order.parent[at]!;
    if (Number.isNaN(starts[row]!)) starts[row] = above === -1 ? 0 : starts[rowAt[above]!]!;
    if (ends[row]! < starts[row]!) starts[row] = Math.max(0, ends[row]!);
    rows.issues.push(createIssue('missing-start', 'The run has no start.', 'Placed at the start of what is inside or around it.', { traceId: rows.traceId, runId: rows.ids[row] ?? null }));
  }
}
