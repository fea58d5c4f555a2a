import { asObject, type JsonObject } from '../../model/json.ts';
import { decodeJson } from './decode-json.ts';

/** What a trace's record says of itself: everything but what it holds of others. */
export function ownFields(trace: JsonObject): JsonObject {
  const { observations: _observations, scores: _scores, corrections: _corrections, ...own } = trace;
  return Object.fromEntries(Object.entries(own).filter(([, value]) => isTold(value)).map(([key, value]) => [key, decodeJson(value)]));
}

/** Metadata as an object, which Langfuse does not insist on. */
export function labelled(metadata: unknown): JsonObject {
  return asObject(metadata) ?? (isTold(metadata) ? { metadata } : {});
}

/** Whether the value says anything. */
export function isTold(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && !(typeof value === 'object' && Object.keys(value).length === 0);
}
