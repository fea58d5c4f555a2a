import { buildTrace } from './build-trace.ts';
import type { Feedback } from './feedback.ts';
import { createIssue, excerpt, type Issue } from './issue.ts';
import type { RunRecord } from './record.ts';
import { emptyRows, groupByTrace, type TraceRows } from './rows.ts';
import type { Trace } from './trace.ts';

/** Traces, and what was odd about the input as a whole. */
export interface Assembly {
  readonly traces: Trace[];
  /** Feedback with its trace filled in where only the run was named. */
  readonly feedback: Feedback[];
  /** All issues: of the document, then of each trace. */
  readonly issues: Issue[];
}

/**
 * Makes traces of runs in a format of one's own, in the order in which the traces first appear. Nothing throws and
 * nothing is dropped: what doesn't fit is repaired, and `trace.issues` tells how.
 *
 * @example
 * const [trace] = buildTraces([
 *   { id: '1', name: 'answer', startTime: 1_700_000_000_000, endTime: 1_700_000_001_500 },
 *   { id: '2', parentId: '1', name: 'gpt-4.1', kind: 'llm', startTime: 1_700_000_000_100, usage: { input: 12, output: 7 } },
 * ]);
 */
export function buildTraces(records: Iterable<RunRecord>): Trace[] {
  const issues: Issue[] = [];
  const rows = groupByTrace(records, issues);
  const first = rows.values().next().value;
  for (const issue of issues) first?.issues.push(issue);
  return Array.from(rows.values(), (trace) => buildTrace(trace, []));
}

/** A trace of which no run is known yet: what a view shows until the first one arrives. */
export function emptyTrace(id = ''): Trace {
  return buildTrace(emptyRows(id), []);
}

/**
 * Makes traces of the records that a format has read, and hands out feedback and issues to the traces that they concern.
 *
 * @param issues what the format found odd so far
 */
export function assembleTraces(records: Iterable<RunRecord>, feedback: readonly Feedback[], issues: readonly Issue[]): Assembly {
  const documentIssues: Issue[] = [];
  const rows = groupByTrace(records, documentIssues);
  for (const issue of issues) {
    const trace = issue.traceId === null ? undefined : rows.get(issue.traceId);
    (trace?.issues ?? documentIssues).push(issue);
  }
  const feedbackOf = placeFeedback(feedback, rows, documentIssues);

  const traces: Trace[] = [];
  for (const trace of rows.values()) traces.push(buildTrace(trace, feedbackOf.get(trace.traceId) ?? []));

  const all = [...documentIssues];
  for (const trace of traces) for (const issue of trace.issues) all.push(issue);
  return { traces, feedback: [...feedbackOf.values()].flat(), issues: all };
}

/** Feedback by trace; what names no trace of this input is kept under the empty name. */
function placeFeedback(feedback: readonly Feedback[], traces: ReadonlyMap<string, TraceRows>, issues: Issue[]): Map<string, Feedback[]> {
  const byTrace = new Map<string, Feedback[]>();
  if (feedback.length === 0) return byTrace;
  const traceOfRun = new Map<string, string>();
  for (const item of feedback) if (item.runId !== null) traceOfRun.set(item.runId, '');
  for (const trace of traces.values()) for (const id of trace.ids) if (traceOfRun.get(id) === '') traceOfRun.set(id, trace.traceId);

  for (const item of feedback) {
    const traceId = item.traceId !== null && traces.has(item.traceId) ? item.traceId : (traceOfRun.get(item.runId ?? '') ?? '');
    if (traceId === '') {
      issues.push(createIssue('orphan-feedback', `The feedback “${excerpt(item.key)}” is about a run that is not in this input.`, 'Kept in the list of feedback.', { traceId: item.traceId, runId: item.runId }));
    }
    const list = byTrace.get(traceId);
    const placed = traceId === '' ? item : { ...item, traceId };
    if (list === undefined) byTrace.set(traceId, [placed]);
    else list.push(placed);
  }
  return byTrace;
}
