import { FieldReader } from './field-reader.ts';
import { createIssue, excerpt, type Issue } from './issue.ts';
import { asText, isObject } from './json.ts';
import { mergeParents, mergeRecords } from './merge-records.ts';
import type { RunRecord } from './record.ts';
import { resolveTraces } from './resolve-traces.ts';

/** The records of one trace, with what is needed to place them. A row is a run in the given order. */
export interface TraceRows {
  readonly traceId: string;
  readonly records: RunRecord[];
  readonly ids: string[];
  readonly parentIds: (string | null)[];
  readonly rowOf: Map<string, number>;
  hasDuplicates: boolean;
  readonly issues: Issue[];
  /** Tells of fields that have a wrong type. */
  readonly fields: FieldReader;
}

/** Sorts records into traces, in the order in which they first appear, and merges those that tell of the same run. */
export function groupByTrace(records: Iterable<RunRecord>, documentIssues: Issue[]): Map<string, TraceRows> {
  const traces = new Map<string, TraceRows>();
  /** From the first record on that names no trace, all have to wait until it is known where that one belongs. */
  const waiting: RunRecord[] = [];
  let current: TraceRows | undefined;
  let nth = 0;
  for (const record of records) {
    nth++;
    if (!isObject(record)) {
      documentIssues.push(createIssue('not-a-run', `Entry ${nth} is ${excerpt(record)}, not a run.`, 'Left out: it has no field to show.'));
      continue;
    }
    const traceId = asText(record.traceId);
    if (traceId === undefined || waiting.length > 0) {
      waiting.push(record);
      continue;
    }
    if (current?.traceId !== traceId) current = openTrace(traces, traceId);
    addRow(current, record);
  }
  if (waiting.length === 0) return traces;

  const known = new Map<string, string>();
  for (const rows of traces.values()) for (const id of rows.ids) known.set(id, rows.traceId);
  for (const [at, traceId] of resolveTraces(waiting, known).entries()) addRow(openTrace(traces, traceId), waiting[at]!);
  return traces;
}

/** The rows of a trace that has none yet. */
export function emptyRows(traceId: string): TraceRows {
  const issues: Issue[] = [];
  return { traceId, records: [], ids: [], parentIds: [], rowOf: new Map(), hasDuplicates: false, issues, fields: new FieldReader(traceId, issues) };
}

function openTrace(traces: Map<string, TraceRows>, traceId: string): TraceRows {
  let rows = traces.get(traceId);
  if (rows === undefined) {
    rows = emptyRows(traceId);
    traces.set(traceId, rows);
  }
  return rows;
}

function addRow(rows: TraceRows, record: RunRecord): void {
  const { fields } = rows;
  let id = asText(record.id);
  fields.runId = id ?? '';
  if (id === undefined) {
    for (let nth = rows.ids.length + 1; id === undefined || rows.rowOf.has(id); nth++) id = `run-${nth}`;
    fields.runId = id;
    fields.tell('missing-id', 'The run has no id.', `Called “${id}”; nothing can be its child.`);
  }
  fields.text('traceId', record.traceId);
  const parentId = fields.text('parentId', record.parentId) ?? null;
  const known = claim(rows, id);
  if (known !== undefined) {
    const earlier = rows.records[known]!;
    rows.parentIds[known] = mergeParents(earlier, rows.parentIds[known] ?? null, record);
    rows.records[known] = mergeRecords(earlier, record);
    fields.tell('duplicate-run', 'The run is recorded more than once.', 'Merged into one, the ended record over the other.');
    return;
  }
  rows.ids.push(id);
  rows.parentIds.push(parentId);
  rows.records.push(record);
}

/**
 * Gives the id to the next row, unless an earlier row has it: then that one is returned. Ids hardly ever occur twice, so
 * the map is only written, which tells by its size; looking up first would cost as much again.
 */
function claim(rows: TraceRows, id: string): number | undefined {
  const next = rows.ids.length;
  if (rows.hasDuplicates) {
    const known = rows.rowOf.get(id);
    if (known === undefined) rows.rowOf.set(id, next);
    return known;
  }
  rows.rowOf.set(id, next);
  if (rows.rowOf.size > next) return undefined;
  rows.hasDuplicates = true;
  const known = rows.ids.indexOf(id);
  rows.rowOf.set(id, known);
  return known;
}
