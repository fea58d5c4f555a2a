import { isObject, type JsonObject } from '../../model/json.ts';
import type { Format, Reading } from '../format.ts';
import { readAs, type ReadResult } from '../read-as.ts';
import { LangfuseDocument } from './langfuse-document.ts';
import { isScore } from './langfuse-score.ts';

/**
 * Reads Langfuse's traces, observations and scores: answers of its public API (a trace with its observations, pages of
 * observations v1 and v2, of traces and of scores, sessions) and the JSON that its user interface exports. The fields are
 * those of `fern/apis/server/definition` and `web/src/features/public-api/types` in langfuse/langfuse.
 *
 * @param input parsed JSON, JSON text or JSONL text
 */
export function readLangfuse(input: unknown): ReadResult {
  return readAs(langfuse, input);
}

/** Langfuse's formats. */
export const langfuse: Format = {
  id: 'langfuse',
  title: 'Langfuse',
  looksLike: 'a trace with observations, as its API or its export writes it, a page of observations, or a session',
  recognizes,
  read,
};

const TYPES = new Set(['GENERATION', 'SPAN', 'EVENT', 'AGENT', 'TOOL', 'CHAIN', 'RETRIEVER', 'EVALUATOR', 'EMBEDDING', 'GUARDRAIL']);
/** Entries of a list that are looked at: the first may be damaged. */
const SAMPLE = 20;

function recognizes(item: JsonObject): boolean {
  if (isObservation(item) || isTrace(item) || isLangfuseScore(item)) return true;
  const { trace, observations, traces, data } = item;
  if (Array.isArray(observations)) return isObject(trace) || 'timestamp' in item || observations.slice(0, SAMPLE).some((entry) => isObject(entry) && isObservation(entry));
  const page: unknown = traces ?? data;
  return Array.isArray(page) && page.slice(0, SAMPLE).some((entry) => isObject(entry) && (isObservation(entry) || isTrace(entry) || isLangfuseScore(entry)));
}

function isObservation(item: JsonObject): boolean {
  return 'parentObservationId' in item || (TYPES.has(item['type'] as string) && 'traceId' in item && 'startTime' in item);
}

function isTrace(item: JsonObject): boolean {
  return 'timestamp' in item && !('startTime' in item) && ('htmlPath' in item || 'bookmarked' in item || ('sessionId' in item && 'userId' in item && 'release' in item));
}

function isLangfuseScore(item: JsonObject): boolean {
  return isScore(item) && ('traceId' in item || 'observationId' in item || 'subject' in item || 'sessionId' in item);
}

function read(items: readonly unknown[]): Reading {
  const document = new LangfuseDocument();
  for (const item of items) document.read(item);
  return document.finish();
}
