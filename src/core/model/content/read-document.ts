import { asNumber, asObject, asText, isObject, parseIfJson, type JsonObject } from '../json.ts';
import type { Document } from './content.ts';
import { classNameOf, fieldsOf, firstOf, firstTextOf } from './fields.ts';

const LANGCHAIN_CONTENT = ['pageContent', 'page_content'];
const CONTENT = [...LANGCHAIN_CONTENT, 'content', 'text', 'document', 'chunk', 'repr'];
const ID = ['id', 'id_', '_id', 'document_id', 'node_id'];
/** A distance is none of them: it is small where a score is large. */
const SCORE = ['score', 'relevance_score', 'relevanceScore', 'similarity'];
const METADATA = ['metadata', 'payload'];
/** Where a document stands beside its score. */
const HOLDERS = ['document', 'node'];

/** Whether the value says of itself that it is a document. */
export function isDocument(value: unknown): boolean {
  if (!isObject(value)) return false;
  const name = classNameOf(value) ?? value['type'];
  return name === 'Document' || LANGCHAIN_CONTENT.some((key) => typeof value[key] === 'string');
}

/** Whether the value has text where documents have theirs. */
export function hasContent(value: JsonObject): boolean {
  return firstTextOf(value, CONTENT) !== null;
}

/**
 * Reads one document, whoever's dialect it is in. What is neither its content, its id nor its score is in its metadata.
 *
 * @param score what was said of the document beside it
 */
export function readDocument(value: unknown, score: number | null = null): Document {
  if (!isObject(value)) {
    const text = asText(value);
    return { id: null, content: text ?? '', score, metadata: text === undefined ? { value } : {} };
  }
  const outer = fieldsOf(value);
  const holder = HOLDERS.find((key) => isObject(outer[key]));
  const fields: JsonObject = holder === undefined ? outer : { ...outer, [holder]: undefined, ...fieldsOf(outer[holder] as JsonObject) };

  const given = asObject(parseIfJson(firstOf(fields, METADATA))) ?? {};
  const content = keyOf(fields, CONTENT, asText);
  const id = keyOf(fields, ID, asText);
  const ownScore = keyOf(fields, SCORE, asNumber);
  const read = [content, id, ownScore, keyOf(fields, METADATA, (field) => asObject(parseIfJson(field)))];
  const rest = Object.entries(fields).filter(([key, field]) => field != null && !read.includes(key) && !(key === 'type' && field === 'Document'));
  return {
    id: asText(fields[id]) ?? null,
    content: asText(fields[content]) ?? firstTextOf(given, CONTENT) ?? '',
    score: score ?? asNumber(fields[ownScore]) ?? asNumber(firstOf(given, SCORE)) ?? null,
    metadata: rest.length === 0 ? given : { ...Object.fromEntries(rest), ...given },
  };
}

/** The first key under which there is something to read; empty if there is none. */
function keyOf(fields: JsonObject, keys: readonly string[], read: (field: unknown) => unknown): string {
  return keys.find((key) => read(fields[key]) !== undefined) ?? '';
}
