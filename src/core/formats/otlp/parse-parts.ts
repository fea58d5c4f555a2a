import { isObject, parseIfJson } from '../../model/json.ts';
import { readKnownPart } from '../../model/content/read-part.ts';

/** The content of a message: its parts where it is JSON of a list of them, else as it is. A person may well write JSON. */
export function parseParts(content: unknown): unknown {
  const parsed = parseIfJson(content);
  return Array.isArray(parsed) && parsed.every(isObject) && parsed.some((part) => readKnownPart(part) !== undefined) ? parsed : content;
}
