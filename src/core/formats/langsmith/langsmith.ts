import type { Feedback } from '../../model/feedback.ts';
import { createIssue, type Issue } from '../../model/issue.ts';
import { asArray, asObject, asText, isObject, type JsonObject } from '../../model/json.ts';
import type { RunRecord } from '../../model/record.ts';
import type { Format, Reading } from '../format.ts';
import { readAs, type ReadResult } from '../read-as.ts';
import { unrecognizedItem } from '../unrecognized-item.ts';
import { ConversationRecord, isConversation, isMessage } from './conversation-record.ts';
import { isFeedback, readFeedback } from './langsmith-feedback.ts';
import { isExternal, isFloored, LangSmithRecord } from './langsmith-record.ts';
import { Surroundings } from './langsmith-surroundings.ts';
import { idOf, Operations } from './operations.ts';

/** The names under which pages of LangSmith's APIs, its command line and its traces endpoint keep their runs. */
const PAGE_KEYS = ['runs', 'items', 'data', 'results', 'traces', 'root_run', 'run'] as const;

/**
 * Reads LangSmith's runs in all their shapes: arrays of runs, nested `child_runs`, pages of the APIs v1 and v2, the
 * post and patch operations of a tracer as JSON or JSONL, examples with the runs of experiments on them, and the message
 * lists of its `langsmith-fetch` tool.
 *
 * @param input parsed JSON, JSON text or JSONL text
 */
export function readLangSmith(input: unknown): ReadResult {
  return readAs(langSmith, input);
}

/** LangSmith's formats. */
export const langSmith: Format = {
  id: 'langsmith',
  title: 'LangSmith',
  looksLike: 'runs with id, run_type and dotted_order: an array, an API page, nested child_runs, or post and patch operations',
  recognizes,
  read,
};

function recognizes(item: JsonObject): boolean {
  if (isRun(item) || isOperation(item) || isBatch(item) || isFeedback(item) || isConversation(item) || isMessage(item)) return true;
  // The AI SDK's devtools have runs too, but with steps beside them.
  const first = Array.isArray(item['steps']) ? undefined : pageOf(item)?.[0];
  return isObject(first) && (isRun(first) || isObject(first['root_run']));
}

function isRun(item: JsonObject): boolean {
  return 'run_type' in item || 'dotted_order' in item || 'parent_run_id' in item || 'parent_run_ids' in item || 'child_runs' in item;
}

function isOperation(item: JsonObject): boolean {
  return typeof item['op'] === 'string' && (isObject(item['run']) || isObject(item['feedback']) || item['op'] === 'attachment');
}

function isBatch(item: JsonObject): boolean {
  return Array.isArray(item['post']) || Array.isArray(item['patch']);
}

function pageOf(item: JsonObject): readonly unknown[] | undefined {
  for (const key of PAGE_KEYS) {
    const value = item[key];
    if (Array.isArray(value)) return value;
    if (isObject(value)) return [value];
  }
  return undefined;
}

function read(items: readonly unknown[]): Reading {
  const records: RunRecord[] = [];
  const feedback: Feedback[] = [];
  const issues: Issue[] = [];
  const operations = new Operations();
  const around = new Surroundings();
  const messages: JsonObject[] = [];

  const open: { readonly items: readonly unknown[]; readonly parentId: string | null; at: number }[] = [{ items, parentId: null, at: 0 }];
  for (let level = open.at(-1); level !== undefined; level = open.at(-1)) {
    if (level.at === level.items.length) {
      open.pop();
      continue;
    }
    const item = level.items[level.at++];
    if (!isObject(item)) {
      issues.push(unrecognizedItem(item, 'LangSmith run'));
    } else if (isOperation(item)) {
      readOperation(item, operations, feedback, issues);
    } else if (isBatch(item)) {
      readBatch(item, operations, issues);
    } else if (isRun(item)) {
      const record = new LangSmithRecord(item, around, level.parentId);
      records.push(record);
      const children = item['child_runs'];
      if (Array.isArray(children) && children.length > 0) open.push({ items: children, parentId: record.id, at: 0 });
    } else if (isFeedback(item)) {
      feedback.push(readFeedback(item, feedback.length + 1));
    } else if (isConversation(item)) {
      readConversation(item, records, feedback, issues);
    } else if (level.parentId === null && isMessage(item)) {
      messages.push(item);
    } else if (level.parentId === null && around.take(item)) {
      if (Array.isArray(item['runs'])) open.push({ items: item['runs'] as readonly unknown[], parentId: null, at: 0 });
    } else if (level.parentId !== null || pageOf(item) === undefined) {
      // Inside child_runs an object is a run, however little it says of itself; an operation is of something else.
      if (level.parentId !== null || (asText(item['id']) !== undefined && typeof item['op'] !== 'string')) records.push(new LangSmithRecord(item, around, level.parentId));
      else issues.push(unrecognizedItem(item, 'LangSmith run'));
    } else {
      open.push({ items: pageOf(item) ?? [], parentId: null, at: 0 });
    }
  }
  for (const run of operations.runs()) records.push(new LangSmithRecord(run, around));
  if (messages.length > 0) readConversation({ messages }, records, feedback, issues);
  tellFlooredStarts(records, issues);
  tellExternalPayloads(records, issues);
  tellUnusedExamples(around, records, issues);
  return { records, feedback, issues };
}

/** Messages without the runs that they came from, and what is known of their trace. */
function readConversation(item: JsonObject, records: RunRecord[], feedback: Feedback[], issues: Issue[]): void {
  const record = new ConversationRecord(item, records.length + 1);
  records.push(record);
  for (const entry of asArray(item['feedback'])) {
    if (isObject(entry)) feedback.push({ ...readFeedback(entry, feedback.length + 1), traceId: record.id });
  }
  const place = { traceId: record.id, runId: record.id };
  issues.push(createIssue('added-run', 'The document has the messages of a trace, but not its runs.', 'They are shown as one run.', place));
}

function readOperation(item: JsonObject, operations: Operations, feedback: Feedback[], issues: Issue[]): void {
  const run = asObject(item['run']);
  const id = asText(item['id']);
  const given = asObject(item['feedback']);
  if (item['op'] === 'post' && run !== undefined) operations.post(run, id ?? idOf(run));
  else if (run !== undefined) operations.patch(run, id ?? idOf(run));
  else if (given !== undefined) feedback.push(readFeedback(given, feedback.length + 1));
  else if (item['op'] === 'attachment' && id !== undefined) {
    const { op: _op, seq: _seq, received_at: _at, transport: _transport, id: _id, name, ...file } = item;
    operations.attach(id, asText(name) ?? 'attachment', file);
  } else issues.push(unrecognizedItem(item, 'LangSmith run'));
}

/** A batch body; a patch without an id belongs to the post in the same place. */
function readBatch(item: JsonObject, operations: Operations, issues: Issue[]): void {
  const posts = asArray(item['post']);
  for (const post of posts) {
    if (isObject(post)) operations.post(post, idOf(post));
    else issues.push(unrecognizedItem(post, 'LangSmith run'));
  }
  for (const [at, patch] of asArray(item['patch']).entries()) {
    const partner = asObject(posts[at]);
    if (isObject(patch)) operations.patch(patch, idOf(patch) ?? (partner === undefined ? undefined : idOf(partner)));
    else issues.push(unrecognizedItem(patch, 'LangSmith run'));
  }
}

/** Once for the document: nearly every run of a JavaScript tracer has it. */
function tellFlooredStarts(records: readonly RunRecord[], issues: Issue[]): void {
  let count = 0;
  for (const { source } of records) if (isObject(source) && isFloored(source)) count++;
  if (count === 0) return;
  const runs = count === 1 ? '1 run was' : `${count} runs were`;
  issues.push(createIssue('floored-start', `${runs} recorded by a JavaScript tracer, which writes the order of execution where the microseconds belong.`, 'Starts are cut to the millisecond; the digits only order runs of the same millisecond.'));
}

function tellExternalPayloads(records: readonly RunRecord[], issues: Issue[]): void {
  let count = 0;
  for (const { source } of records) if (isObject(source) && isExternal(source)) count++;
  if (count === 0) return;
  issues.push(createIssue('external-payload', `${count === 1 ? '1 run has' : `${count} runs have`} an input or output that LangSmith keeps elsewhere and left out of the answer.`, 'Where it is stored is shown in its place.'));
}

/** An example is no run: it is shown with the runs that were made of it. */
function tellUnusedExamples(around: Surroundings, records: readonly RunRecord[], issues: Issue[]): void {
  if (around.examples.size === 0) return;
  const unused = new Set(around.examples.keys());
  for (const { source } of records) if (isObject(source)) unused.delete(asText(source['reference_example_id']) ?? '');
  if (unused.size === 0) return;
  issues.push(createIssue('unrecognized-item', `The document holds ${unused.size === 1 ? '1 example' : `${unused.size} examples`} of a dataset that no run in it was made of.`, 'Left out.'));
}
