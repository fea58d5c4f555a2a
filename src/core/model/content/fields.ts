import { asObject, asText, type JsonObject } from '../json.ts';

/** The first of the fields that holds anything; `undefined` if none does. */
export function firstOf(fields: JsonObject, keys: readonly string[]): unknown {
  for (const key of keys) {
    const value = fields[key];
    if (value != null) return value;
  }
  return undefined;
}

/** The first of the fields that holds text; `null` if none does. */
export function firstTextOf(fields: JsonObject, keys: readonly string[]): string | null {
  for (const key of keys) {
    const text = asText(fields[key]);
    if (text !== undefined) return text;
  }
  return null;
}

/** Whether there is nothing in the value. */
export function isEmpty(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 0;
  if (typeof value === 'object' && value !== null) return Object.keys(value).length === 0;
  return value === undefined || value === null || value === '';
}

/** The class of an object that LangChain serialized: `AIMessage`, `Document`, …; `undefined` for any other object. */
export function classNameOf(value: JsonObject): string | undefined {
  return value['lc'] !== undefined && Array.isArray(value['id']) ? (asText(value['id'].at(-1)) ?? '') : undefined;
}

/** The fields of an object, whether it is serialized as such or as the call of its constructor. */
export function fieldsOf(value: JsonObject): JsonObject {
  return (classNameOf(value) === undefined ? undefined : asObject(value['kwargs'])) ?? value;
}
