import type { Feedback } from '../../model/feedback.ts';
import { asNumber, asObject, asText, type JsonObject } from '../../model/json.ts';
import { readTime, type Instant } from '../../model/time.ts';

/** Whether an object is a feedback record, as the API lists them or a tracer sends them. */
export function isFeedback(item: JsonObject): boolean {
  return typeof item['key'] === 'string' && 'run_id' in item && ('score' in item || 'value' in item || 'comment' in item || 'correction' in item);
}

/** Reads one feedback record. */
export function readFeedback(item: JsonObject, nth: number): Feedback {
  const created: Instant = { ms: 0, ns: 0 };
  const score = item['score'];
  return {
    id: asText(item['id']) ?? `feedback-${nth}`,
    traceId: asText(item['trace_id']) ?? null,
    runId: asText(item['run_id']) ?? null,
    key: asText(item['key']) ?? 'feedback',
    score: typeof score === 'boolean' ? Number(score) : (asNumber(score) ?? null),
    value: item['value'] ?? null,
    comment: asText(item['comment']) ?? null,
    correction: item['correction'] ?? null,
    source: asText(asObject(item['feedback_source'])?.['type']) ?? null,
    createdAt: readTime(item['created_at'], created) ? created.ms : null,
  };
}
