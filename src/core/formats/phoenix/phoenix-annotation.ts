import type { Feedback } from '../../model/feedback.ts';
import { asNumber, asObject, asText, type JsonObject } from '../../model/json.ts';
import { readTime, type Instant } from '../../model/time.ts';

/** Whether the item is what someone or something judged of a span or a trace. */
export function isAnnotation(item: JsonObject): boolean {
  return 'annotator_kind' in item && ('span_id' in item || 'trace_id' in item);
}

/** An annotation of Phoenix' API: `{ id, name, annotator_kind, result: { label, score, explanation }, span_id, … }`. */
export function readAnnotation(item: JsonObject): Feedback {
  const result = asObject(item['result']) ?? item;
  const runId = asText(item['span_id']) ?? null;
  const key = asText(item['name']) ?? 'annotation';
  const moment: Instant = { ms: 0, ns: 0 };
  return {
    id: asText(item['id']) ?? asText(item['identifier']) ?? `${runId ?? ''}-${key}`,
    traceId: asText(item['trace_id']) ?? null,
    runId,
    key,
    score: asNumber(result['score']) ?? null,
    value: result['label'] ?? null,
    comment: asText(result['explanation']) ?? null,
    correction: null,
    source: asText(item['annotator_kind']) ?? null,
    createdAt: readTime(item['created_at'], moment) ? moment.ms : null,
  };
}
