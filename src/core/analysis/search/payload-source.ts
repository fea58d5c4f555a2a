import type { Feedback } from '../../model/feedback.ts';
import type { Run } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';
import { feedbackPath } from './fields.ts';
import { fold } from './fold.ts';

/** Where a term finds what no column has: a payload of any shape, and the path that leads on from there. */
export interface PayloadSource {
  readonly payloadOf: (run: Run) => unknown;
  readonly path: readonly string[];
}

const PAYLOADS: Readonly<Record<string, (run: Run) => unknown>> = {
  input: (run) => run.inputs,
  output: (run) => run.outputs,
  metadata: (run) => run.metadata,
  event: (run) => run.events.map(({ attributes }) => attributes),
};

/** How to read a field with a path, which may be empty; undefined if the field has no payload. */
export function payloadSource(field: string, path: readonly string[], trace: Trace): PayloadSource | undefined {
  if (field === 'feedback') return { payloadOf: feedbackReader(path, trace.feedback), path: [] };
  return Object.hasOwn(PAYLOADS, field) ? { payloadOf: PAYLOADS[field]!, path } : undefined;
}

/** What was said about a run, without what is not known. Feedback about the whole trace is about its roots. */
function feedbackReader(path: readonly string[], feedback: readonly Feedback[]): (run: Run) => readonly unknown[] {
  const byRun = new Map<string | null, Feedback[]>();
  const { key, part } = feedbackPath(path);
  const folded = fold(key);
  for (const item of feedback) {
    if (path.length > 0 && fold(item.key) !== folded) continue;
    const list = byRun.get(item.runId);
    if (list === undefined) byRun.set(item.runId, [item]);
    else list.push(item);
  }
  const valuesOf = (item: Feedback): readonly unknown[] => (path.length === 0 ? [item.key] : part === null ? [item.score, item.value] : [item[part]]);
  return (run) => {
    const own = byRun.get(run.id) ?? [];
    const ofTrace = run.parentId === null ? (byRun.get(null) ?? []) : [];
    return [...own, ...ofTrace].flatMap(valuesOf).filter((value) => value != null);
  };
}
