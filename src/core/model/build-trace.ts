import { addUp } from './add-up.ts';
import type { Feedback } from './feedback.ts';
import { createIssue, excerpt } from './issue.ts';
import { fillMissingStarts } from './missing-starts.ts';
import { readMoments, type Moments } from './moments.ts';
import { linkParents } from './parents.ts';
import { readingOrder, type ReadingOrder } from './reading-order.ts';
import { RecordedRun } from './recorded-run.ts';
import type { RunStatus } from './run.ts';
import type { TraceRows } from './rows.ts';
import { readScalars } from './scalars.ts';
import { Trace, TraceColumns } from './trace.ts';

/** Makes one trace of the rows that belong to it. */
export function buildTrace(rows: TraceRows, feedback: readonly Feedback[]): Trace {
  const moments = readMoments(rows);
  const order = orderRuns(rows, moments);
  const { runs, start, end } = createRuns(rows, moments, order);
  tellOutsiders(rows, runs, order, start, end);

  const repeated: number[] = [];
  const totals = addUp(runs, order.parent, (at) => repeated.push(at));
  if (repeated.length > 0) {
    const what = `${repeated.length === 1 ? '1 run repeats' : `${repeated.length} runs repeat`} the tokens or the cost of runs inside.`;
    rows.issues.push(createIssue('repeated-usage', what, 'Counted once, where they were used.', { traceId: rows.traceId, runId: runs[repeated.at(-1)!]?.id ?? null }));
  }

  const { epoch } = moments;
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
    rowOf: rows.rowOf,
    position: order.position,
  });
}

/** Finds the place of every run, after what is no tree has been made one. */
function orderRuns(rows: TraceRows, { starts, ends, isComplete }: Moments): ReadingOrder {
  const parentOf = new Int32Array(rows.ids.length);
  const { orphans, cycles } = linkParents(rows.ids, rows.parentIds, rows.rowOf, starts, parentOf);
  for (const row of orphans) {
    rows.issues.push(createIssue('orphan', `Its parent ${excerpt(rows.parentIds[row])} is not in the trace.`, 'Shown as a root.', placeOf(rows, row)));
  }
  for (const row of cycles) {
    rows.issues.push(createIssue('cycle', 'The run is, by its parents, inside itself.', 'The link to its parent is cut; it is shown as a root.', placeOf(rows, row)));
  }

  const { fields } = rows;
  const sequences = new Float64Array(rows.records.length);
  for (let row = 0; row < sequences.length; row++) {
    const sequence: unknown = rows.records[row]!.sequence;
    sequences[row] = typeof sequence === 'number' ? sequence : Number.NaN;
    if (sequence != null && typeof sequence !== 'number') {
      fields.runId = rows.ids[row]!;
      fields.figure('sequence', [sequence]);
    }
  }
  const order = readingOrder(parentOf, starts, sequences);
  if (isComplete) return order;
  fillMissingStarts(rows, order, starts, ends);
  return readingOrder(parentOf, starts, sequences);
}

interface CreatedRuns {
  readonly runs: readonly RecordedRun[];
  /** By position in reading order. */
  readonly start: Float64Array;
  readonly end: Float64Array;
}

function createRuns(rows: TraceRows, { starts, ends, firstTokens, epoch }: Moments, { order, parent }: ReadingOrder): CreatedRuns {
  const count = order.length;
  const start = new Float64Array(count);
  const end = new Float64Array(count);
  const runs: RecordedRun[] = [];
  const { fields } = rows;
  for (let at = 0; at < count; at++) {
    const row = order[at]!;
    start[at] = starts[row]!;
    end[at] = ends[row]!;
    if (end[at]! < start[at]!) {
      const before = (start[at]! - end[at]!).toPrecision(3);
      rows.issues.push(createIssue('reversed-times', `The run ends ${before} ms before it starts.`, 'Shown at its start, without a length.', placeOf(rows, row)));
      end[at] = start[at]!;
    }
    const record = rows.records[row]!;
    fields.runId = rows.ids[row]!;
    const scalars = readScalars(record, fields, rows.traceId, !Number.isNaN(end[at]!));
    const parentId = parent[at] === -1 ? null : rows.parentIds[row]!;
    runs.push(new RecordedRun(record, scalars, { parentId, start: start[at]!, end: known(end[at]!), firstToken: known(firstTokens[row]!), epoch }));
  }
  return { runs, start, end };
}

function known(moment: number): number | null {
  return Number.isNaN(moment) ? null : moment;
}

function placeOf(rows: TraceRows, row: number): { traceId: string; runId: string | null } {
  return { traceId: rows.traceId, runId: rows.ids[row] ?? null };
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
  const { fields } = rows;
  for (const row of order.order) {
    fields.runId = rows.ids[row]!;
    const text = fields.text(field, rows.records[row]![field]);
    if (text !== undefined) return text;
  }
  return null;
}
