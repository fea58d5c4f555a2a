import { isObject, parseIfJson } from '../../core/model/json.ts';
import { jsonText, scalarText } from '../primitives/json-text.ts';

/** Characters of a preview: more than a line has. */
const PREVIEW = 160;
const MOST_FIELDS = 12;
/** Longer texts are not parsed for a line. */
const MOST_PARSED = 20_000;

/** A value in a line: `city=Paris, unit=celsius`; texts as they are, in part. */
export function previewOf(value: unknown): string {
  const parsed = typeof value === 'string' && value.length > MOST_PARSED ? value : parseIfJson(value);
  if (parsed === undefined || parsed === null) return '';
  if (!isObject(parsed)) return oneLine(typeof parsed === 'string' ? parsed : jsonText(parsed, PREVIEW));
  let line = '';
  for (const key of Object.keys(parsed).slice(0, MOST_FIELDS)) {
    if (line.length > PREVIEW) break;
    const field = parsed[key];
    const words = typeof field === 'string' ? field.slice(0, PREVIEW) : typeof field === 'object' && field !== null ? jsonText(field, PREVIEW) : scalarText(field, PREVIEW);
    line += `${line === '' ? '' : ', '}${key}=${words}`;
  }
  return oneLine(line);
}

/** The first line of a text that has any. */
export function firstLineOf(text: string): string {
  return text.slice(0, 10 * PREVIEW).trimStart().split('\n', 1)[0]?.slice(0, PREVIEW) ?? '';
}

function oneLine(text: string): string {
  return text.slice(0, 2 * PREVIEW).replace(/\s+/g, ' ').trim().slice(0, PREVIEW);
}

/** How much there is of a result: characters of a text, entries of a list or an object; null for nothing. */
export function sizeOf(value: unknown): { readonly count: number; readonly of: 'text' | 'object' | 'array' } | null {
  if (value === undefined || value === null || value === '') return null;
  if (typeof value === 'string') return { count: value.length, of: 'text' };
  if (Array.isArray(value)) return { count: value.length, of: 'array' };
  return isObject(value) ? { count: Object.keys(value).length, of: 'object' } : { count: String(value).length, of: 'text' };
}
