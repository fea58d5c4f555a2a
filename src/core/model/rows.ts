import { createIssue, excerpt, type Issue } from './issue.ts';
import { asText, isObject } from './json.ts';
import { mergeParents, mergeRecords } from './merge-records.ts';
import type { RunRecord } from './record.ts';

/** The records of one trace, with what is needed to place them. A row is a run in the given order. */
export interface TraceRows {
  readonly traceId: string;
  readonly records: RunRecord[];
  readonly ids: string[];
  readonly parentIds: (string | null)[];
  readonly rowOf: Map<string, number>;
  readonly issues: Issue[];
}

/** Sorts records into traces and merges those that tell of the same run. */
export function groupByTrace(records: Iterable<RunRecord>, documentIssues: Issue[]): Map<string, TraceRows> {
  const traces = new Map<string, TraceRows>();
  const homeless: RunRecord[] = [];
  let current: TraceRows | undefined;
  let nth = 0;
  for (const record of records) {
    nth++;
    if (!isObject(record)) {
      documentIssues.push(createIssue('not-a-run', `Entry ${nth} is ${excerpt(record)}, not a run.`, 'Left out: it has no field to show.'));
      continue;
    }
    const traceId = asText(record.traceId);
    if (traceId === undefined) {
      homeless.push(record);
      continue;
    }
    if (current?.traceId !== traceId) current = openTrace(traces, traceId);
    addRow(current, record);
  }
  if (homeless.length > 0) placeHomeless(traces, homeless);
  return traces;
}

/** The rows of a trace that has none yet. */
export function emptyRows(traceId: string): TraceRows {
  return { traceId, records: [], ids: [], parentIds: [], rowOf: new Map(), issues: [] };
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
  let id = asText(record.id);
  if (id === undefined) {
    for (let nth = rows.ids.length + 1; id === undefined || rows.rowOf.has(id); nth++) id = `run-${nth}`;
    rows.issues.push(createIssue('missing-id', 'The run has no id.', `Called “${id}”; nothing can be its child.`, { traceId: rows.traceId, runId: id }));
  }
  const known = rows.rowOf.get(id);
  if (known !== undefined) {
    const earlier = rows.records[known]!;
    rows.parentIds[known] = mergeParents(earlier, rows.parentIds[known] ?? null, record);
    rows.records[known] = mergeRecords(earlier, record);
    rows.issues.push(createIssue('duplicate-run', 'The run is recorded more than once.', 'Merged into one, the ended record over the other.', { traceId: rows.traceId, runId: id }));
    return;
  }
  rows.rowOf.set(id, rows.ids.length);
  rows.ids.push(id);
  rows.parentIds.push(asText(record.parentId) ?? null);
  rows.records.push(record);
}

/**
 * Places records that name no trace: in their parent's, or in a new one that bears the id of their root. Where the
 * parent is missing too, in the only trace there is, else in one that bears the missing parent's id.
 */
function placeHomeless(traces: Map<string, TraceRows>, homeless: readonly RunRecord[]): void {
  const traceOf = new Map<string, string>();
  for (const rows of traces.values()) for (const id of rows.ids) traceOf.set(id, rows.traceId);
  const waiting = new Map<string, RunRecord>();
  for (const record of homeless) {
    const id = asText(record.id);
    if (id !== undefined && !waiting.has(id)) waiting.set(id, record);
  }

  const orphans: RunRecord[] = [];
  const ORPHAN = Symbol('orphan');
  const placeOf = new Map<RunRecord, string | typeof ORPHAN>();
  for (const first of homeless) {
    const walk: RunRecord[] = [];
    let record = first;
    let place = placeOf.get(record);
    while (place === undefined) {
      walk.push(record);
      placeOf.set(record, asText(record.id) ?? ''); // meeting it again on this walk is a circle: its id will do
      const parentId = asText(record.parentId);
      const parent = parentId === undefined ? undefined : waiting.get(parentId);
      if (parentId === undefined) place = asText(record.id) ?? `trace-${traces.size + 1}`;
      else if (traceOf.has(parentId)) place = traceOf.get(parentId)!;
      else if (parent === undefined) place = ORPHAN;
      else {
        record = parent;
        place = placeOf.get(parent);
      }
    }
    for (const met of walk) placeOf.set(met, place);
  }

  for (const record of homeless) {
    const place = placeOf.get(record)!;
    if (place === ORPHAN) orphans.push(record);
    else addRow(openTrace(traces, place as string), record);
  }
  const only = traces.size === 1 ? traces.keys().next().value : undefined;
  for (const record of orphans) addRow(openTrace(traces, only ?? topOf(record, waiting)), record);
}

/** The missing parent that an orphaned record hangs from. */
function topOf(record: RunRecord, waiting: ReadonlyMap<string, RunRecord>): string {
  let at = record;
  for (;;) {
    const parentId = asText(at.parentId) ?? '';
    const parent = waiting.get(parentId);
    if (parent === undefined) return parentId;
    at = parent;
  }
}
