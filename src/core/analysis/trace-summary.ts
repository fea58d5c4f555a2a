import type { Feedback } from '../model/feedback.ts';
import type { Run, RunStatus } from '../model/run.ts';
import type { Trace } from '../model/trace.ts';
import { failureOrigin } from './error-runs.ts';
import { modelUsage, type ModelUsage } from './model-usage.ts';
import { bottlenecks, type Bottleneck } from './time/bottlenecks.ts';
import { criticalPath, type CriticalPath } from './time/critical-path.ts';
import { traceFigures, type TraceFigures } from './trace-figures.ts';

/** What there is to say of a trace before its runs are looked at. */
export interface TraceSummaryData extends Omit<TraceFigures, 'unmeteredCalls'> {
  readonly id: string;
  readonly name: string;
  readonly status: RunStatus;
  /** Epoch ms; null where no run bears a time. */
  readonly startTime: number | null;
  /** Ms; up to the present while it runs, null if that is not known. */
  readonly duration: number | null;
  /** When the answer's first token arrived, in ms after the trace's start: that of the last model call that was waited for. */
  readonly firstToken: number | null;
  /** Model calls that ended well and recorded no tokens: with one of them, `usage` is a lower bound. */
  readonly unmeteredCalls: number;
  /** Model calls that ended well and whose cost nobody recorded: with one of them, `cost` is a lower bound. */
  readonly unpricedCalls: number;
  /** Those that used most tokens first. */
  readonly models: readonly ModelUsage[];
  /** The run at which the failure began that the trace is known by; null if nothing failed. */
  readonly failure: Run | null;
  /** The innermost run that waits for a person; null if none does. */
  readonly interruption: Run | null;
  /** What the wait was spent on, by name, most first; empty without a critical path. */
  readonly bottlenecks: readonly Bottleneck[];
  /** One entry a key, in the order in which the keys appear. */
  readonly feedback: readonly FeedbackSummary[];
  /** How many oddities the trace's records had. */
  readonly issues: number;
  /** As the roots were tagged. */
  readonly tags: readonly string[];
  readonly project: string | null;
  readonly threadId: string | null;
}

/** What was said of a trace under one key. */
export interface FeedbackSummary {
  readonly key: string;
  readonly count: number;
  /** The mean of all scores; null if none was given. */
  readonly score: number | null;
  /** The last value, if it is a text, a number or a boolean; else null. */
  readonly value: string | number | boolean | null;
}

/** How a trace is summed up. */
export interface TraceSummaryOptions {
  /** The present in epoch ms, by which a running trace has lasted so long. */
  readonly now?: number | undefined;
  /** The critical path, where it is at hand; null to do without: what follows from it is then left out. @default it is worked out */
  readonly path?: CriticalPath | null | undefined;
}

/** What there is to say of a trace as a whole. */
export function traceSummary(trace: Trace, options: TraceSummaryOptions = {}): TraceSummaryData {
  const { now, path = criticalPath(trace, { now }) } = options;
  const models = modelUsage(trace);
  const failure = failureOrigin(trace);
  const isEmpty = trace.runs.length === 0;
  return {
    ...traceFigures(trace),
    id: trace.id,
    name: trace.name,
    status: trace.status,
    // Runs of which nobody recorded the time stand at the beginning of 1970.
    startTime: isEmpty || trace.startTime === 0 ? null : trace.startTime,
    duration: isEmpty ? null : (trace.duration ?? (now === undefined ? null : Math.max(0, now - trace.startTime))),
    firstToken: path === null ? null : answerStart(trace, path),
    unmeteredCalls: models.reduce((sum, { unmeteredCalls }) => sum + unmeteredCalls, 0),
    unpricedCalls: models.reduce((sum, { unpricedCalls }) => sum + unpricedCalls, 0),
    models,
    failure: trace.runs[failure] ?? null,
    interruption: interruptedRun(trace),
    bottlenecks: path === null ? [] : bottlenecks(trace, { path }),
    feedback: feedbackByKey(trace.feedback),
    issues: trace.issues.length,
    tags: rootTags(trace),
    project: trace.project,
    threadId: trace.threadId,
  };
}

/** Of a call that is recorded twice, whichever knows it. */
function answerStart(trace: Trace, { leave, isOn }: CriticalPath): number | null {
  let last = Number.NEGATIVE_INFINITY;
  let firstToken: number | null = null;
  for (let at = 0; at < trace.runs.length; at++) {
    const run = trace.runs[at]!;
    if (run.kind !== 'llm' || !isOn(at) || leave[at]! < last) continue;
    firstToken = leave[at]! > last ? run.firstToken : (firstToken ?? run.firstToken);
    last = leave[at]!;
  }
  return firstToken;
}

/** The first run that is interrupted, and of those inside of it the innermost. */
function interruptedRun(trace: Trace): Run | null {
  let end = trace.runs.length;
  let found: Run | null = null;
  for (let at = 0; at < end; at++) {
    if (trace.runs[at]!.status !== 'interrupted') continue;
    found = trace.runs[at]!;
    end = trace.columns.subtreeEnd[at]!;
  }
  return found;
}

function feedbackByKey(feedback: readonly Feedback[]): readonly FeedbackSummary[] {
  const keys = new Map<string, { count: number; scores: number; sum: number; value: FeedbackSummary['value'] }>();
  for (const { key, score, value } of feedback) {
    let said = keys.get(key);
    if (said === undefined) keys.set(key, (said = { count: 0, scores: 0, sum: 0, value: null }));
    said.count++;
    if (score !== null) {
      said.scores++;
      said.sum += score;
    }
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') said.value = value;
  }
  return Array.from(keys, ([key, { count, scores, sum, value }]) => ({ key, count, score: scores === 0 ? null : sum / scores, value }));
}

function rootTags(trace: Trace): readonly string[] {
  const tags = new Set<string>();
  for (let at = 0; at < trace.runs.length; at = trace.columns.subtreeEnd[at]!) for (const tag of trace.runs[at]!.tags) tags.add(tag);
  return [...tags];
}
