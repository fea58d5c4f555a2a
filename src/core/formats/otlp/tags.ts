import { asTexts, parseIfJson } from '../../model/json.ts';

/** Tags as a list, as JSON text of one, or as words with commas between. */
export function asTags(value: unknown): readonly string[] | undefined {
  const parsed = parseIfJson(value);
  if (Array.isArray(parsed)) return asTexts(parsed);
  if (typeof parsed !== 'string' || parsed.trim() === '') return undefined;
  return parsed.split(',').map((tag) => tag.trim()).filter((tag) => tag !== '');
}
