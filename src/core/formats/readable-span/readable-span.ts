import type { Feedback } from '../../model/feedback.ts';
import { createIssue, type Issue } from '../../model/issue.ts';
import { asArray, isObject, type JsonObject } from '../../model/json.ts';
import type { Format, Reading } from '../format.ts';
import { withoutPending } from '../otlp/pending-spans.ts';
import type { SpanRecord } from '../otlp/span-record.ts';
import { readAs, type ReadResult } from '../read-as.ts';
import { unrecognizedItem } from '../unrecognized-item.ts';
import { contextOf, ContextSpan, traceIdOf } from './context-span.ts';

/**
 * Reads spans as OpenTelemetry's SDKs hold and print them: JavaScript's ReadableSpan with its pairs of seconds and
 * nanoseconds, Python's `span.to_json()`, what their console exporters print, and any-agent's traces, whose ids and times
 * are integers that JSON numbers can't hold: of those, give the text.
 *
 * @param input parsed JSON, JSON text, JSONL text, or objects one after the other as Python's console exporter prints them
 */
export function readReadableSpans(input: unknown): ReadResult {
  return readAs(readableSpan, input);
}

/**
 * Spans as the SDKs of OpenTelemetry hold them in memory (opentelemetry-sdk-trace-base/src/export/ReadableSpan.ts and
 * ConsoleSpanExporter.ts of open-telemetry/opentelemetry-js, opentelemetry/sdk/trace/__init__.py of
 * open-telemetry/opentelemetry-python, tracing/agent_trace.py of mozilla-ai/any-agent).
 */
export const readableSpan: Format = {
  id: 'readable-span',
  title: 'OpenTelemetry SDK spans (ReadableSpan)',
  looksLike: 'objects with a spanContext or context, a startTime or start_time, and attributes',
  recognizes: (item) => isReadableSpan(item) || (Array.isArray(item['spans']) && item['spans'].slice(0, 3).some((span) => isObject(span) && isReadableSpan(span))),
  losesDigits: (items) => {
    const first = items.find(isObject);
    const span = first === undefined ? undefined : (asArray(first['spans']).find(isObject) ?? first);
    return span !== undefined && [span['start_time'], contextOf(span)?.['span_id']].some((value) => typeof value === 'number' && !Number.isSafeInteger(value));
  },
  read,
};

/** Phoenix and MLflow write spans much like Python's; what they call status and kind tells them apart. */
export function isReadableSpan(item: JsonObject): boolean {
  if ('span_kind' in item || 'status_code' in item) return false;
  if (contextOf(item) !== undefined) return 'start_time' in item || 'startTime' in item;
  // What JavaScript's console exporter prints; Zipkin's spans look the same but for their tags.
  return 'traceId' in item && 'id' in item && 'timestamp' in item && isObject(item['attributes']);
}

function read(items: readonly unknown[]): Reading {
  const spans: SpanRecord[] = [];
  const feedback: Feedback[] = [];
  const issues: Issue[] = [];
  let rounded = 0;
  for (const item of items) {
    const list = isObject(item) && Array.isArray(item['spans']) ? item['spans'] : [item];
    for (const span of list as readonly unknown[]) {
      if (!isObject(span) || !isLikeSpan(span)) {
        issues.push(unrecognizedItem(span, 'span'));
        continue;
      }
      if (typeof contextOf(span)?.['span_id'] === 'number') rounded++;
      const record = new ContextSpan(span, traceIdOf(span));
      spans.push(record);
      for (const given of record.feedback) feedback.push(given);
    }
  }
  if (rounded > 0) {
    const some = rounded === 1 ? '1 span has its ids' : `${rounded} spans have their ids`;
    issues.push(createIssue('unreadable-field', `${some} as JSON numbers, which can't hold them.`, 'Read as what is left of them. Give the text of the document instead of parsed JSON to have them whole.'));
  }
  return { records: withoutPending(spans), feedback, issues };
}

/** Damaged spans are spans while they have anything that tells who they are or when they were. */
function isLikeSpan(item: JsonObject): boolean {
  return contextOf(item) !== undefined || ['start_time', 'startTime', 'parentSpanId', 'parent_id', 'attributes', 'timestamp'].some((key) => key in item);
}
