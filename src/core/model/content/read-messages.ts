import { asArray, asObject, isObject, parseIfJson, type JsonObject } from '../json.ts';
import type { Message } from './content.ts';
import { fieldsOf, firstOf, isEmpty } from './fields.ts';
import { hasBody, isMessage, readMessage, readTypedPart } from './read-message.ts';
import { isRoleAndContent } from './read-role.ts';

/** Where payloads hold their messages, the surest place first. Only the first that holds anything is looked into. */
const PLACES: Readonly<Record<Message['side'], readonly string[]>> = {
  input: ['messages', 'contents', 'prompts', 'prompt', 'input', 'kwargs', 'args'],
  output: ['generations', 'choices', 'candidates', 'messages', 'output', 'outputs', 'message', 'delta', 'update', 'content'],
};
const SYSTEM = ['system', 'instructions', 'systemInstruction', 'system_instruction', 'system_instructions'];

interface Place {
  readonly value: unknown;
  /** Whether whatever is here is a message, or part of one. */
  readonly sure: boolean;
}

/**
 * Reads the messages in a payload of any tracer or provider: lists and batches of them, requests, responses, prompts,
 * states of a graph.
 *
 * @param sure whether the payload is known to be what a model was told or said: then plain text in it is a message, and
 * what no reader knows is kept as one. Otherwise only what calls itself a message is.
 */
export function readMessages(payload: unknown, side: Message['side'], sure = true): Message[] {
  const messages: Message[] = [];
  const parsed = parseIfJson(payload);
  if (parsed !== payload) {
    // A model may well answer in JSON: only messages make it more than text.
    const found = readMessages(parsed, side, false);
    if (found.length > 0 || !sure) return found;
  }

  const seen = new Set<unknown>();
  const places: Place[] = [{ value: payload, sure }];
  for (let place = places.pop(); place !== undefined; place = places.pop()) {
    const { value } = place;
    const inner = placesIn(place, side);
    if (inner === undefined) {
      if (isMessage(value) || (place.sure && !isEmpty(value))) messages.push(readMessage(value, side));
    } else if (!seen.has(value)) {
      // Live objects, unlike JSON, can contain themselves.
      seen.add(value);
      for (let at = inner.length - 1; at >= 0; at--) places.push(inner[at]!);
    }
  }
  return messages;
}

/** The places in which to look on; `undefined` if the value is a message itself, or nothing. */
function placesIn({ value, sure }: Place, side: Message['side']): Place[] | undefined {
  if (Array.isArray(value)) {
    return sure && (isRoleAndContent(value) || isListOfParts(value)) ? undefined : value.map((item: unknown) => ({ value: item, sure }));
  }
  if (!isObject(value) || isMessage(value) || (sure && readTypedPart(value) !== undefined)) return undefined;
  const fields = fieldsOf(value);
  const key = PLACES[side].find((name) => holds(fields, name, sure));
  if (key === undefined) return PLACES[side].some((name) => name in fields) && !hasBody(fields) ? [] : undefined;
  const isSure = sure || key === 'messages';
  const system = side === 'input' && isSure ? (firstOf(fields, SYSTEM) ?? firstOf(asObject(fields['config']) ?? {}, SYSTEM)) : undefined;
  return [{ value: asSystemMessage(system), sure: isSure }, { value: fields[key], sure: isSure }];
}

/** Instructions beside the messages are text, parts, or messages themselves. */
function asSystemMessage(system: unknown): unknown {
  const content = asObject(system)?.['parts'] ?? system;
  return isEmpty(content) || isMessage(asArray(content)[0] ?? content) ? content : { role: 'system', content };
}

/** Whether the field may lead to messages. Plain text does only where it is sure to be one, or where its name says so. */
function holds(fields: JsonObject, key: string, sure: boolean): boolean {
  const value = fields[key];
  if (key === 'content') return isObject(value);
  return !isEmpty(value) && (sure || typeof value === 'object' || (key === 'messages' && typeof value === 'string'));
}

function isListOfParts(list: readonly unknown[]): boolean {
  const [first] = list;
  return isObject(first) && !isMessage(first) && readTypedPart(first) !== undefined;
}
