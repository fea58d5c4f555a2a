import { isObject, parseIfJson } from '../json.ts';
import type { Document } from './content.ts';
import { isEmpty } from './fields.ts';
import { hasContent, isDocument, readDocument } from './read-document.ts';

/** Where payloads hold their documents. Only the first that holds anything is looked into. */
const PLACES = ['documents', 'output', 'outputs', 'results', 'matches', 'source_nodes', 'nodes', 'context', 'source_documents'];

/**
 * Reads the documents in a payload of any tracer or provider.
 *
 * @param sure whether the payload is known to be what was retrieved: then whatever is listed is a document. Otherwise
 * only what LangChain calls one is.
 */
export function readDocuments(payload: unknown, sure = true): Document[] {
  const documents: Document[] = [];
  const seen = new Set<unknown>();
  const places: unknown[] = [parseIfJson(payload)];
  while (places.length > 0) {
    const value = places.pop();
    const [found, score] = isScored(value) ? value : [value, null];
    const inner = placesIn(found);
    if (inner === undefined) {
      if (found != null && (sure || isDocument(found))) documents.push(readDocument(found, score));
    } else if (!seen.has(found)) {
      // Live objects, unlike JSON, can contain themselves.
      seen.add(found);
      for (let at = inner.length - 1; at >= 0; at--) places.push(inner[at]);
    }
  }
  return documents;
}

/** The places in which to look on; `undefined` if the value is a document itself, or nothing. */
function placesIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isObject(value) || isDocument(value) || hasContent(value)) return undefined;
  const place = PLACES.find((key) => !isEmpty(value[key]));
  if (place !== undefined) return [value[place]];
  return isEmpty(value) || PLACES.some((key) => key in value) ? [] : undefined;
}

/** Whether the value is a pair of a document and its score. */
function isScored(value: unknown): value is readonly [unknown, number] {
  return Array.isArray(value) && value.length === 2 && (isObject(value[0]) || typeof value[0] === 'string') && typeof value[1] === 'number';
}
