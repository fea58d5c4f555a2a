import { isObject, type JsonObject } from '../../model/json.ts';
import { put } from '../otlp/any-value.ts';

/** What is one value, though it is an object: what applications put in. */
const WHOLE = /(?:^|\.)(?:metadata|parameters|variables)$/;

/**
 * Attributes that Phoenix nested (`{ llm: { input_messages: [{ message: { role } }] } }`) under the flat keys that they
 * came from: `llm.input_messages.0.message.role`. What is flat is handed back as it is.
 */
export function flattenAttributes(attributes: JsonObject): JsonObject {
  if (!Object.values(attributes).some(isNested)) return attributes;
  const flat: Record<string, unknown> = {};
  const open: (readonly [string, unknown, number])[] = entriesOf(attributes, '', 0);
  for (let entry = open.pop(); entry !== undefined; entry = open.pop()) {
    const [key, value, depth] = entry;
    if (!isNested(value) || depth === DEEPEST || WHOLE.test(key)) put(flat, key, value);
    else for (const inner of entriesOf(value, `${key}.`, depth)) open.push(inner);
  }
  return flat;
}

/** No attribute of OpenInference has more parts: deeper nesting is data, or harm. */
const DEEPEST = 12;

/** What is in an object, the last first. */
function entriesOf(value: object, prefix: string, depth: number): [string, unknown, number][] {
  return Object.entries(value).map(([name, inner]): [string, unknown, number] => [prefix + name, inner, depth + 1]).toReversed();
}

/** An object, or a list of objects; lists of plain values are attributes of OpenTelemetry. */
function isNested(value: unknown): value is object {
  return isObject(value) || (Array.isArray(value) && value.some(isObject));
}
