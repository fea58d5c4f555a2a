import type { Feedback } from '../../model/feedback.ts';
import { asNumber, asObject, asText, type JsonObject } from '../../model/json.ts';
import { readTime, type Instant } from '../../model/time.ts';

/** Whether an object is a score of any version of the API, or of an export. */
export function isScore(item: JsonObject): boolean {
  return typeof item['name'] === 'string' && typeof item['dataType'] === 'string' && ('value' in item || 'stringValue' in item || 'longStringValue' in item);
}

/**
 * Reads a score. Its text is in a field of its own (v1, v2) or in `value` (v3), its run and trace beside it or under
 * `subject` (v3). A correction says what the output should have been.
 *
 * @param traceId the trace that the score was listed in
 */
export function readScore(score: JsonObject, traceId: string | null, nth: number): Feedback {
  const { value: given, dataType } = score;
  const subject = asObject(score['subject']);
  const text = asText(score['longStringValue']) ?? asText(score['stringValue']) ?? (typeof given === 'string' ? asText(given) : undefined);
  const number = typeof given === 'boolean' ? Number(given) : asNumber(given);
  const created: Instant = { ms: 0, ns: 0 };
  return {
    id: asText(score['id']) ?? `score-${nth}`,
    traceId: asText(score['traceId']) ?? subjectId(subject, 'trace') ?? asText(subject?.['traceId']) ?? traceId,
    runId: asText(score['observationId']) ?? subjectId(subject, 'observation') ?? null,
    key: asText(score['name']) ?? 'score',
    score: dataType === 'CORRECTION' || dataType === 'TEXT' ? null : (number ?? null),
    value: dataType === 'BOOLEAN' ? (number === undefined ? null : number !== 0) : dataType === 'CORRECTION' ? null : (text ?? null),
    comment: asText(score['comment']) ?? null,
    correction: dataType === 'CORRECTION' ? (text ?? null) : null,
    source: asText(score['source']) ?? null,
    createdAt: readTime(score['timestamp'] ?? score['createdAt'], created) ? created.ms : null,
  };
}

function subjectId(subject: JsonObject | undefined, kind: string): string | undefined {
  return subject?.['kind'] === kind ? asText(subject['id']) : undefined;
}
