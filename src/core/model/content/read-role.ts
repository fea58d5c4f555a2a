import { asText, type JsonObject } from '../json.ts';

/** What each tracer's word for a role means. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ['user', 'user'], ['human', 'user'],
  ['assistant', 'assistant'], ['ai', 'assistant'], ['model', 'assistant'], ['chatbot', 'assistant'],
  ['tool', 'tool'], ['function', 'tool'],
  ['system', 'system'], ['developer', 'developer'],
]);

/** LangChain's classes of messages, whole or streamed. */
export const MESSAGE_CLASS: RegExp = /Message(Chunk)?$/;

/** One word for the role of a message, from its role, type or class; `undefined` if none of them tells. */
export function readRole(fields: JsonObject, className: string | undefined): string | undefined {
  const role = asText(fields['role']);
  if (role !== undefined) return roleIn(role) ?? role;
  return roleInType(fields['type']) ?? roleInType(className) ?? (className !== undefined && MESSAGE_CLASS.test(className) ? className : undefined);
}

/** The role that a type of LangChain's stands for: `human`, `AIMessageChunk`; `undefined` for any other type. */
export function roleInType(type: unknown): string | undefined {
  return typeof type === 'string' ? roleIn(type.replace(MESSAGE_CLASS, '')) : undefined;
}

/** Whether the value is LangChain's short form of a message: `['human', 'Hi']`. */
export function isRoleAndContent(value: unknown): value is readonly [string, unknown] {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && ROLES.has(value[0]);
}

function roleIn(word: string): string | undefined {
  return ROLES.get(word.toLowerCase());
}
