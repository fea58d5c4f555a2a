import type { Feedback } from '../../model/feedback.ts';
import { asNumber, asText, type JsonObject } from '../../model/json.ts';
import type { SpanContent } from './span-content.ts';
import { listUnder } from './unflatten.ts';

/** The run that a span's feedback is about. */
export interface FeedbackTarget {
  readonly traceId: string | null;
  readonly runId: string | null;
}

/** OpenInference says the same in two words (spec/annotations.md). */
const WORDS = ['annotation', 'evaluation'];
/** Whether feedback with the prefix is about one run, or about its whole trace or conversation. */
const SCOPES = [['', true], ['trace.', false], ['session.', false]] as const;
const RESULT = 'gen_ai.evaluation.result';

/**
 * What was said of a run in attributes or events of a span: OpenInference's annotations and evaluations, and the result
 * of an evaluation in the GenAI conventions.
 *
 * @param target what the span judges: itself, or the run that it links to
 */
export function readSpanFeedback({ attributes, events }: SpanContent, target: FeedbackTarget): Feedback[] {
  const feedback: Feedback[] = [];
  const add = (fields: JsonObject, isOfRun: boolean): void => {
    const key = asText(fields['name']);
    if (key === undefined) return;
    const runId = isOfRun ? target.runId : null;
    feedback.push({
      id: asText(fields['identifier']) ?? `${target.runId ?? target.traceId ?? ''}-${key}-${feedback.length + 1}`,
      traceId: target.traceId,
      runId,
      key,
      score: asNumber(fields['score'] ?? fields['score.value']) ?? null,
      value: fields['label'] ?? fields['score.label'] ?? null,
      comment: asText(fields['explanation']) ?? null,
      correction: null,
      source: asText(fields['annotator_kind']) ?? null,
      createdAt: null,
    });
  };

  for (const word of WORDS) {
    for (const [scope, isOfRun] of SCOPES) {
      for (const entry of listUnder(attributes, `${scope}${word}s`)) add(fieldsUnder(entry, `${word}.`), isOfRun);
    }
  }
  if (attributes['gen_ai.evaluation.name'] !== undefined) add(fieldsUnder(attributes, 'gen_ai.evaluation.'), true);
  for (const event of events) if (event.name === RESULT) add(fieldsUnder(event.attributes, 'gen_ai.evaluation.'), true);
  return feedback;
}

function fieldsUnder(fields: JsonObject, prefix: string): JsonObject {
  return Object.fromEntries(Object.entries(fields).flatMap(([key, value]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), value]] : [])));
}
