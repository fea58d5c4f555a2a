import type { Feedback } from '../../model/feedback.ts';
import { createIssue, type Issue } from '../../model/issue.ts';
import { asArray, asObject, isObject, type JsonObject } from '../../model/json.ts';
import type { Format, Reading } from '../format.ts';
import { readAs, type ReadResult } from '../read-as.ts';
import { unrecognizedItem } from '../unrecognized-item.ts';
import { readId } from './otlp-id.ts';
import { OtlpSpan } from './otlp-span.ts';
import { withoutPending } from './pending-spans.ts';
import type { SpanRecord } from './span-record.ts';
import { BARE, surroundingsOf, type SpanSurroundings } from './span-surroundings.ts';

/** The names of the three levels, in the spellings of OTLP/JSON, of snake-case exports, of Tempo's API, and of 2021. */
const RESOURCE_KEYS = ['resourceSpans', 'resource_spans', 'batches'] as const;
const SCOPE_KEYS = ['scopeSpans', 'scope_spans', 'instrumentationLibrarySpans', 'instrumentation_library_spans'] as const;

/**
 * Reads OpenTelemetry's OTLP/JSON with the attributes of OpenInference and of the GenAI conventions: one export, a list
 * or lines of them, or bare spans.
 *
 * @param input parsed JSON, JSON text or JSONL text
 */
export function readOtlp(input: unknown): ReadResult {
  return readAs(otlp, input);
}

/** OpenTelemetry's format of spans: what exporters send, and what collectors, Tempo and Phoenix write of it. */
export const otlp: Format = {
  id: 'otlp',
  title: 'OpenTelemetry (OTLP/JSON)',
  looksLike: 'resourceSpans with scopeSpans and spans',
  recognizes: (item) => listUnder(item, RESOURCE_KEYS) !== undefined || listUnder(item, SCOPE_KEYS) !== undefined || isSpan(item) || pageOf(item) !== undefined,
  losesDigits: (items) => {
    const span = firstSpan(items);
    return span !== undefined && [span['startTimeUnixNano'], span['start_time_unix_nano']].some((time) => typeof time === 'number' && !Number.isSafeInteger(time));
  },
  read,
};

/** The spans of one page of an answer of Phoenix. */
function pageOf(item: JsonObject): readonly unknown[] | undefined {
  const page = item['data'];
  return Array.isArray(page) && isObject(page[0]) && isSpan(page[0]) ? page : undefined;
}

/** The first span of a document, wherever the first of everything around it is. */
function firstSpan(items: readonly unknown[]): JsonObject | undefined {
  let at = items.find(isObject);
  for (let level = 0; level < 3 && at !== undefined && !isSpan(at); level++) {
    const around: JsonObject = at;
    at = asObject(INSIDE.map((key) => asArray(around[key])[0]).find(isObject));
  }
  return at;
}

const INSIDE = [...RESOURCE_KEYS, ...SCOPE_KEYS, 'spans', 'data'];

function isSpan(item: JsonObject): boolean {
  return ('spanId' in item || 'span_id' in item) && ('startTimeUnixNano' in item || 'start_time_unix_nano' in item);
}

function read(items: readonly unknown[]): Reading {
  const records: SpanRecord[] = [];
  const feedback: Feedback[] = [];
  const issues: Issue[] = [];
  let inexact = 0;
  // Spans of one trace follow each other, and decoding an id costs more than comparing it.
  let lastTraceId: { readonly given: unknown; readonly id: string | undefined } = { given: undefined, id: undefined };

  function readSpans(spans: unknown, around: SpanSurroundings): void {
    for (const span of asArray(spans)) {
      if (!isObject(span)) {
        issues.push(unrecognizedItem(span, 'span'));
        continue;
      }
      const given = span['traceId'] ?? span['trace_id'];
      if (given !== lastTraceId.given) lastTraceId = { given, id: readId(given) };
      if (typeof (span['startTimeUnixNano'] ?? span['start_time_unix_nano']) === 'number') inexact++;
      const record = new OtlpSpan(span, lastTraceId.id, around);
      records.push(record);
      for (const item of record.feedback) feedback.push(item);
    }
  }

  function readScopes(group: JsonObject, resource: unknown): void {
    const scopes = listUnder(group, SCOPE_KEYS);
    if (scopes === undefined) {
      if (Array.isArray(group['spans'])) readSpans(group['spans'], surroundingsOf(resource, group['scope']));
      else issues.push(unrecognizedItem(group, 'span'));
      return;
    }
    for (const scope of scopes) {
      if (!isObject(scope)) issues.push(unrecognizedItem(scope, 'span'));
      else readSpans(scope['spans'], surroundingsOf(resource, scope['scope'] ?? scope['instrumentationLibrary'] ?? scope['instrumentation_library']));
    }
  }

  for (const item of items) {
    const resources = isObject(item) ? listUnder(item, RESOURCE_KEYS) : undefined;
    if (resources !== undefined) {
      for (const group of resources) {
        if (isObject(group)) readScopes(group, group['resource']);
        else issues.push(unrecognizedItem(group, 'span'));
      }
    } else if (isObject(item) && listUnder(item, SCOPE_KEYS) !== undefined) readScopes(item, item['resource']);
    else if (isObject(item) && pageOf(item) !== undefined) readSpans(pageOf(item), BARE);
    else if (isObject(item) && (isSpan(item) || 'spanId' in item || 'span_id' in item)) readSpans([item], BARE);
    else issues.push(unrecognizedItem(item, 'span'));
  }

  if (inexact > 0) {
    const spans = inexact === 1 ? '1 span has' : `${inexact} spans have`;
    issues.push(createIssue('inexact-time', `${spans} nanoseconds written as JSON numbers, which hold them only to about 256 ns.`, 'Read as exactly as they were written.'));
  }
  return { records: withoutPending(records), feedback, issues };
}

function listUnder(item: JsonObject, keys: readonly string[]): readonly unknown[] | undefined {
  for (const key of keys) {
    const value = item[key];
    if (Array.isArray(value)) return value;
  }
  return undefined;
}
