import { isObject, parseIfJson, type JsonObject } from '../../model/json.ts';

/** What a piece of a message has, in whichever dialect: a type, or a field that is named for it. */
const SIGNS = ['type', 'text', 'toolUse', 'toolResult', 'reasoningContent', 'functionCall', 'functionResponse', 'image', 'document'];

/** The content of a message: its parts where it is JSON of a list of them, else as it is. A person may well write JSON. */
export function parseParts(content: unknown): unknown {
  const parsed = parseIfJson(content);
  return Array.isArray(parsed) && parsed.length > 0 && parsed.every((part) => isObject(part) && isPart(part)) ? parsed : content;
}

function isPart(value: JsonObject): boolean {
  return SIGNS.some((key) => key in value);
}
