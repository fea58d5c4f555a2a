import type { Feedback } from '../../model/feedback.ts';
import { createIssue, type Issue } from '../../model/issue.ts';
import { asArray, asText, isObject, type JsonObject } from '../../model/json.ts';
import type { RunRecord } from '../../model/record.ts';
import type { Reading } from '../format.ts';
import { timeSpanOf } from '../time-span.ts';
import { unrecognizedItem } from '../unrecognized-item.ts';
import { isScore, readScore } from './langfuse-score.ts';
import { ObservationRecord } from './observation-record.ts';
import { TraceContext } from './trace-context.ts';
import { TraceRecord } from './trace-record.ts';

interface TraceContent {
  readonly context: TraceContext;
  readonly observations: ObservationRecord[];
}

/** Collects the traces, observations and scores of a document, in whichever order and nesting they come. */
export class LangfuseDocument {
  readonly #traces = new Map<string, TraceContent>();
  readonly #homeless: ObservationRecord[] = [];
  readonly #scores = new Map<string, Feedback>();
  readonly #issues: Issue[] = [];

  /** Reads one item: an observation, a trace, a score, a session, an export, or a page of any of them. */
  read(item: unknown): void {
    const page = isObject(item) && !isScore(item) ? item['data'] : undefined;
    if (Array.isArray(page)) for (const entry of page) this.#readEntry(entry);
    else this.#readEntry(item);
  }

  /** What the document held. */
  finish(): Reading {
    const records: RunRecord[] = [];
    for (const { context, observations } of this.#traces.values()) {
      context.settle();
      if (context.isRun && context.record !== undefined) {
        records.push(new TraceRecord(context.record, context, timeSpanOf(observations).end));
        this.#issues.push(tellTraceAsRun(context));
      }
      for (const observation of observations) records.push(observation);
    }
    for (const observation of this.#homeless) records.push(observation);
    return { records, feedback: [...this.#scores.values()], issues: this.#issues };
  }

  #readEntry(item: unknown): void {
    if (!isObject(item)) this.#issues.push(unrecognizedItem(item, 'Langfuse observation'));
    else if (isScore(item)) this.#readScore(item, null);
    else if (Array.isArray(item['traces'])) for (const trace of item['traces'] as readonly unknown[]) this.#readListed(trace, asText(item['id']));
    else if (Array.isArray(item['observations']) || isObject(item['trace']) || 'timestamp' in item) this.#readTrace(item, undefined);
    else if (isObservationLike(item)) this.#addObservation(item, undefined);
    else this.#issues.push(unrecognizedItem(item, 'Langfuse observation'));
  }

  /** A trace in the list of a session. */
  #readListed(trace: unknown, sessionId: string | undefined): void {
    if (isObject(trace)) this.#readTrace(trace, sessionId);
    else this.#issues.push(unrecognizedItem(trace, 'Langfuse trace'));
  }

  /** The API has the observations in the trace, exports have both side by side, or observations and scores alone. */
  #readTrace(item: JsonObject, sessionId: string | undefined): void {
    const beside = item['trace'];
    const record = isObject(beside) ? beside : 'timestamp' in item || 'id' in item ? item : undefined;
    const own = asArray(item['observations']);
    const light = record === item ? [] : asArray(record?.['observations']);
    const traceId = record === undefined ? undefined : (asText(record['id']) ?? traceIdIn(own) ?? `trace-${this.#traces.size + 1}`);
    if (record !== undefined && traceId !== undefined) {
      const { context } = this.#contentOf(traceId);
      context.record = record;
      context.threadId = asText(record['sessionId']) ?? sessionId ?? context.threadId;
    }

    for (const observation of own) {
      if (isObject(observation)) this.#addObservation(observation, traceId);
      else if (typeof observation !== 'string') this.#issues.push(unrecognizedItem(observation, 'Langfuse observation')); // lists of traces have the ids alone
    }
    // Exports have a copy without payloads inside of the trace: it tells something only where the other list does not.
    for (const observation of light) {
      if (isObject(observation) && !this.#knows(observation, traceId)) this.#addObservation(observation, traceId);
    }
    const scores = record === item ? [] : asArray(item['scores']);
    for (const list of [scores, asArray(record?.['scores']), asArray(record?.['corrections'])]) {
      for (const score of list) if (isObject(score)) this.#readScore(score, traceId ?? null);
    }
  }

  #addObservation(observation: JsonObject, enclosing: string | undefined): void {
    const traceId = asText(observation['traceId']) ?? enclosing;
    if (traceId === undefined) {
      this.#homeless.push(new ObservationRecord(observation, undefined));
      return;
    }
    const { context, observations } = this.#contentOf(traceId);
    const record = new ObservationRecord(observation, context);
    context.add(record.id === '' ? `unnamed ${observations.length}` : record.id, asText(observation['parentObservationId']), record.name);
    observations.push(record);
  }

  #knows(observation: JsonObject, enclosing: string | undefined): boolean {
    const traceId = asText(observation['traceId']) ?? enclosing;
    return traceId !== undefined && this.#traces.get(traceId)?.context.has(asText(observation['id']) ?? '') === true;
  }

  #readScore(item: JsonObject, traceId: string | null): void {
    const score = readScore(item, traceId, this.#scores.size + 1);
    this.#scores.set(score.id, score);
  }

  #contentOf(traceId: string): TraceContent {
    let content = this.#traces.get(traceId);
    if (content === undefined) {
      content = { context: new TraceContext(traceId), observations: [] };
      this.#traces.set(traceId, content);
    }
    return content;
  }
}

function isObservationLike(item: JsonObject): boolean {
  return 'startTime' in item || 'parentObservationId' in item || 'usageDetails' in item || ('traceId' in item && 'type' in item);
}

function traceIdIn(observations: readonly unknown[]): string | undefined {
  for (const observation of observations) {
    const traceId = isObject(observation) ? asText(observation['traceId']) : undefined;
    if (traceId !== undefined) return traceId;
  }
  return undefined;
}

function tellTraceAsRun(context: TraceContext): Issue {
  const place = { traceId: context.id, runId: context.id };
  if (context.observations === 0) return createIssue('added-run', 'The document has a trace without its observations.', 'What the trace says of itself is shown as a run.', place);
  const roots = context.roots === 0 ? 'None of its observations is a root' : `${context.roots} of its observations have no parent`;
  return createIssue('added-run', `${roots}, and the trace has a record of its own.`, 'The trace is shown as the run above them, until the last of them ends.', place);
}
