import { addUp } from './add-up.ts';
import type { Feedback } from './feedback.ts';
import { createIssue, excerpt } from './issue.ts';
import { asText } from './json.ts';
import { linkParents } from './parents.ts';
import { readingOrder, type ReadingOrder } from './reading-order.ts';
import { RecordedRun } from './recorded-run.ts';
import type { RunStatus } from './run.ts';
import { readTimes, type RowTimes, type TraceRows } from './rows.ts';
import { readScalars } from './scalars.ts';
import { millisecondsBetween, type Instant } from './time.ts';
import { Trace, TraceColumns } from './trace.ts';

/** Makes one trace of the rows that belong to it. */
export function buildTrace(rows: TraceRows, feedback: readonly Feedback[]): Trace {
  const count = rows.ids.length;
  const place = (row: number) => ({ traceId: rows.traceId, runId: rows.ids[row] ?? null });

  const startTimes = readTimes(rows, 'startTime');
  const endTimes = readTimes(rows, 'endTime');
  const epoch = earliest(startTimes) ?? earliest(endTimes) ?? { ms: 0, ns: 0 };
  const starts = offsets(startTimes, epoch);
  const ends = offsets(endTimes, epoch);
  const firstTokens = offsets(readTimes(rows, 'firstTokenTime'), epoch);

  const parentOf = new Int32Array(count);
  const { orphans, cycles } = linkParents(rows.parentIds, rows.rowOf, starts, parentOf);
  for (const row of orphans) {
    rows.issues.push(createIssue('orphan', `Its parent ${excerpt(rows.parentIds[row])} is not in the trace.`, 'Shown as a root.', place(row)));
  }
  for (const row of cycles) {
    rows.issues.push(createIssue('cycle', 'The run is, by its parents, inside itself.', 'The link to its parent is cut; it is shown as a root.', place(row)));
  }

  const sequences = Float64Array.from(rows.records, (record) => (typeof record.sequence === 'number' ? record.sequence : Number.NaN));
  let order = readingOrder(parentOf, starts, sequences);
  if (fillMissingStarts(rows, order, starts, ends)) order = readingOrder(parentOf, starts, sequences);

  const start = new Float64Array(count);
  const end = new Float64Array(count);
  const runs: RecordedRun[] = [];
  const positions = new Map<string, number>();
  for (let at = 0; at < count; at++) {
    const row = order.order[at]!;
    const record = rows.records[row]!;
    start[at] = starts[row]!;
    end[at] = ends[row]!;
    if (end[at]! < start[at]!) {
      const before = (start[at]! - end[at]!).toPrecision(3);
      rows.issues.push(createIssue('reversed-times', `The run ends ${before} ms before it starts.`, 'Shown at its start, without a length.', place(row)));
      end[at] = start[at]!;
    }
    const run = new RecordedRun(record, readScalars(record, rows.ids[row]!, rows.traceId, !Number.isNaN(end[at]!), rows.issues));
    run.start = start[at]!;
    run.end = Number.isNaN(end[at]!) ? null : end[at]!;
    run.firstToken = Number.isNaN(firstTokens[row]!) ? null : firstTokens[row]!;
    run.parentId = order.parent[at] === -1 ? null : rows.parentIds[row]!;
    run.setEpoch(epoch);
    runs.push(run);
    positions.set(run.id, at);
  }
  tellOutsiders(rows, runs, order, start, end);

  const repeated: number[] = [];
  const totals = addUp(runs, order.parent, (at) => repeated.push(at));
  if (repeated.length > 0) {
    const what = `${repeated.length === 1 ? '1 run repeats' : `${repeated.length} runs repeat`} the tokens or the cost of runs inside.`;
    rows.issues.push(createIssue('repeated-usage', what, 'Counted once, where they were used.', { traceId: rows.traceId, runId: runs[repeated.at(-1)!]?.id ?? null }));
  }

  const status = traceStatus(runs, order);
  return new Trace({
    id: rows.traceId,
    startTime: epoch.ms + epoch.ns / 1e6,
    startNanoseconds: BigInt(epoch.ms) * 1_000_000n + BigInt(epoch.ns),
    duration: status === 'running' ? null : latest(end, start),
    status,
    project: firstText(rows, order, 'project'),
    threadId: firstText(rows, order, 'threadId'),
    runs,
    issues: rows.issues,
    feedback,
    columns: new TraceColumns(order, start, end, totals),
    positions,
  });
}

function earliest(times: RowTimes): Instant | undefined {
  const epoch: Instant = { ms: Number.NaN, ns: 0 };
  for (let row = 0; row < times.ms.length; row++) {
    const ms = times.ms[row]!;
    const ns = times.ns[row]!;
    if (Number.isNaN(ms) || ms > epoch.ms || (ms === epoch.ms && ns >= epoch.ns)) continue;
    epoch.ms = ms;
    epoch.ns = ns;
  }
  return Number.isNaN(epoch.ms) ? undefined : epoch;
}

function offsets(times: RowTimes, epoch: Instant): Float64Array {
  return times.ms.map((ms, row) => millisecondsBetween(epoch.ms, epoch.ns, ms, times.ns[row]!));
}

/**
 * A run without a start is put where it can at the earliest have begun, judged by what is inside of it, else at its
 * parent's start, and never after its own end. True if any run was placed so.
 */
function fillMissingStarts(rows: TraceRows, order: ReadingOrder, starts: Float64Array, ends: Float64Array): boolean {
  const missing = starts.some(Number.isNaN);
  if (!missing) return false;
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
  return true;
}

/** Children that were measured outside their parent stay where they are: clocks of two machines differ. It is told once. */
function tellOutsiders(rows: TraceRows, runs: readonly RecordedRun[], order: ReadingOrder, start: Float64Array, end: Float64Array): void {
  let outside = 0;
  let first = -1;
  for (let at = 0; at < runs.length; at++) {
    const above = order.parent[at]!;
    if (above === -1 || !(start[at]! < start[above]! || end[at]! > end[above]!)) continue;
    if (outside === 0) first = at;
    outside++;
  }
  if (outside === 0) return;
  const what = outside === 1 ? '1 run lies partly outside the time of its parent.' : `${outside} runs lie partly outside the time of their parents.`;
  rows.issues.push(createIssue('outside-parent', what, 'Left where they were measured.', { traceId: rows.traceId, runId: runs[first]?.id ?? null }));
}

const WORST: readonly RunStatus[] = ['running', 'error', 'interrupted', 'success'];

function traceStatus(runs: readonly RecordedRun[], order: ReadingOrder): RunStatus {
  let worst: RunStatus = 'success';
  for (let at = 0; at < runs.length; at = order.subtreeEnd[at]!) {
    if (WORST.indexOf(runs[at]!.status) < WORST.indexOf(worst)) worst = runs[at]!.status;
  }
  // LangGraph reports an interrupt on the node alone: its graph ends as if all were well.
  return worst === 'success' && runs.some((run) => run.status === 'interrupted') ? 'interrupted' : worst;
}

function latest(end: Float64Array, start: Float64Array): number {
  let moment = 0;
  for (let at = 0; at < end.length; at++) moment = Math.max(moment, Number.isNaN(end[at]!) ? start[at]! : end[at]!);
  return moment;
}

/** What the first run in reading order says that says anything: the root, where it knows. */
function firstText(rows: TraceRows, order: ReadingOrder, field: 'project' | 'threadId'): string | null {
  for (const row of order.order) {
    const text = asText(rows.records[row]![field]);
    if (text !== undefined) return text;
  }
  return null;
}
