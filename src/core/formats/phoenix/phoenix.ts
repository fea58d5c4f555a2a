import type { Feedback } from '../../model/feedback.ts';
import type { Issue } from '../../model/issue.ts';
import { asArray, isObject, type JsonObject } from '../../model/json.ts';
import type { Format, Reading } from '../format.ts';
import type { SpanRecord } from '../otlp/span-record.ts';
import { readAs, type ReadResult } from '../read-as.ts';
import { contextOf, traceIdOf } from '../readable-span/context-span.ts';
import { unrecognizedItem } from '../unrecognized-item.ts';
import { isAnnotation, readAnnotation } from './phoenix-annotation.ts';
import { PhoenixSpan } from './phoenix-span.ts';

/**
 * Reads what Phoenix exports: pages of `GET /v1/projects/{project}/spans` and of `…/span_annotations`, the JSONL that its
 * interface and its command line write, and rows of `get_spans_dataframe`. Its OTLP export is read by `readOtlp`.
 *
 * @param input parsed JSON, JSON text or JSONL text
 */
export function readPhoenix(input: unknown): ReadResult {
  return readAs(phoenix, input);
}

/**
 * The format of Phoenix' API (src/phoenix/server/api/routers/v1/spans.py and annotations.py, js/app/src/components/trace/spanDownloadUtils.ts
 * and js/packages/phoenix-cli/src/trace.ts of Arize-ai/phoenix).
 */
export const phoenix: Format = {
  id: 'phoenix',
  title: 'Phoenix (spans of its API)',
  looksLike: 'spans with a context, a span_kind and a status_code',
  recognizes: (item) => [item, ...listIn(item).slice(0, 3)].some((entry) => isObject(entry) && (isPhoenixSpan(entry) || isAnnotation(entry))),
  read,
};

function isPhoenixSpan(item: JsonObject): boolean {
  return 'span_kind' in item && contextOf(item) !== undefined;
}

/** The entries of a page of the API, or of a trace of the command line. */
function listIn(item: JsonObject): readonly unknown[] {
  return asArray(Array.isArray(item['data']) ? item['data'] : item['spans']);
}

function read(items: readonly unknown[]): Reading {
  const records: SpanRecord[] = [];
  const feedback: Feedback[] = [];
  const issues: Issue[] = [];
  const readItem = (item: unknown): void => {
    if (isObject(item) && isAnnotation(item)) feedback.push(readAnnotation(item));
    else if (isObject(item) && (contextOf(item) !== undefined || ['span_kind', 'start_time', 'attributes'].some((key) => key in item))) {
      const record = new PhoenixSpan(item, traceIdOf(item));
      records.push(record);
      for (const given of record.feedback) feedback.push(given);
      for (const given of notesIn(item)) feedback.push(readAnnotation(given));
    } else issues.push(unrecognizedItem(item, 'span'));
  };
  for (const item of items) {
    if (!isObject(item) || !(Array.isArray(item['data']) || Array.isArray(item['spans']))) readItem(item);
    else {
      for (const entry of listIn(item)) readItem(entry);
      for (const given of notesIn(item)) feedback.push(readAnnotation({ trace_id: item['traceId'], ...given }));
    }
  }
  return { records, feedback, issues };
}

/** The command line puts what was judged beside what it was judged of. */
function notesIn(item: JsonObject): readonly JsonObject[] {
  return [...asArray(item['annotations']), ...asArray(item['notes'])].filter(isObject);
}
