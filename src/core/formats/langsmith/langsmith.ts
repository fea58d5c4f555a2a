import type { Feedback } from '../../model/feedback.ts';
import { createIssue, type Issue } from '../../model/issue.ts';
import { asArray, asObject, asText, isObject, type JsonObject } from '../../model/json.ts';
import type { RunRecord } from '../../model/record.ts';
import type { Format, Reading } from '../format.ts';
import { readAs, type ReadResult } from '../read-as.ts';
import { unrecognizedItem } from '../unrecognized-item.ts';
import { isFeedback, readFeedback } from './langsmith-feedback.ts';
import { isFloored, LangSmithRecord } from './langsmith-record.ts';
import { idOf, Operations } from './operations.ts';

/** The names under which pages of LangSmith's APIs, its command line and its traces endpoint keep their runs. */
const PAGE_KEYS = ['runs', 'items', 'data', 'results', 'traces', 'root_run', 'run'] as const;

/**
 * Reads LangSmith's runs in all their shapes: arrays of runs, nested `child_runs`, pages of the APIs v1 and v2, and the
 * post and patch operations of a tracer as JSON or JSONL.
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
  if (isRun(item) || isOperation(item) || isBatch(item) || isFeedback(item)) return true;
  const first = pageOf(item)?.[0];
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
      const record = new LangSmithRecord(item, level.parentId);
      records.push(record);
      const children = item['child_runs'];
      if (Array.isArray(children) && children.length > 0) open.push({ items: children, parentId: record.id, at: 0 });
    } else if (isFeedback(item)) {
      feedback.push(readFeedback(item, feedback.length + 1));
    } else if (level.parentId !== null || pageOf(item) === undefined) {
      // Inside child_runs an object is a run, however little it says of itself; an operation is of something else.
      if (level.parentId !== null || (asText(item['id']) !== undefined && typeof item['op'] !== 'string')) records.push(new LangSmithRecord(item, level.parentId));
      else issues.push(unrecognizedItem(item, 'LangSmith run'));
    } else {
      open.push({ items: pageOf(item) ?? [], parentId: null, at: 0 });
    }
  }
  for (const run of operations.runs()) records.push(new LangSmithRecord(run));
  tellFlooredStarts(records, issues);
  return { records, feedback, issues };
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
