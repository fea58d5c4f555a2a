import { asObject, asText, isObject, type JsonObject } from '../json.ts';
import { addCalls } from './add-calls.ts';
import type { Message, MessagePart } from './content.ts';
import { classNameOf, fieldsOf, firstOf, firstTextOf, isEmpty } from './fields.ts';
import { isCacheMark, readCacheMark } from './read-cache-mark.ts';
import { readCitations } from './read-citations.ts';
import { readMedia } from './read-media.ts';
import { readKnownPart, readPart, readReasoning } from './read-part.ts';
import { isRoleAndContent, MESSAGE_CLASS, readRole, roleInType } from './read-role.ts';
import { CALL_ID } from './read-tool-call.ts';

/** The AI SDK repeats the text of `parts` as `content`. */
const CONTENT = ['parts', 'content', 'contents', 'blocks'];
const LOOSE_CONTENT = ['text', 'output_text', 'completion', 'response', 'answer', 'query', 'question', 'repr'];
const REASONING = ['reasoning_content', 'reasoning', 'thinking'];
/** In the order in which they are believed. */
const CALLS = ['tool_calls', 'toolCalls', 'toolInvocations', 'invalid_tool_calls', 'function_call', 'tool_call_chunks'];
const BODY = [...CONTENT, ...CALLS, 'refusal', 'audio'];
const HEAD: ReadonlySet<string> = new Set(['role', 'type', 'id', 'name', 'index']);

/** Whether the value says of itself that it is a message: by its class, its role, or its type. */
export function isMessage(value: unknown): value is JsonObject {
  if (!isObject(value)) return false;
  const className = classNameOf(value);
  if (className !== undefined) return MESSAGE_CLASS.test(className);
  if (typeof value['role'] === 'string') return BODY.some((key) => key in value);
  const type = value['type'];
  if (typeof type !== 'string') return false;
  if (roleInType(type) !== undefined) return 'content' in value;
  // Items of OpenAI's Responses, which stand where others have messages.
  return type === 'reasoning' ? Array.isArray(value['summary']) : /_call(_output)?$/.test(type) && 'call_id' in value;
}

/** Whether the value has any of the fields in which messages have their content. */
export function hasBody(fields: JsonObject): boolean {
  return [...BODY, ...LOOSE_CONTENT].some((key) => key in fields);
}

/** Reads one message, whoever's dialect it is in. What is not known of its content becomes `other` parts. */
export function readMessage(value: unknown, side: Message['side']): Message {
  const fields = isObject(value) ? fieldsOf(value) : isRoleAndContent(value) ? { role: value[0], content: value[1] } : { content: value };
  const item = typeof fields['role'] === 'string' || roleInType(fields['type']) !== undefined ? undefined : readTypedPart(fields);
  const content = CONTENT.map((key) => fields[key]).find((given) => !isEmpty(given)) ?? firstOf(fields, CONTENT) ?? firstTextOf(fields, LOOSE_CONTENT);
  const parts = item === undefined ? readParts(fields, content) : [item];
  if (parts.length === 0 && !BODY.some((key) => key in fields) && Object.keys(fields).some((key) => !HEAD.has(key))) {
    parts.push(readPart(value));
  }

  const role = readRole(fields, isObject(value) ? classNameOf(value) : undefined) ?? roleOfPart(parts[0], side);
  const name = item === undefined ? (asText(fields['name']) ?? null) : null;
  const isResult = role === 'tool' && content != null && !parts.some((part) => part.type === 'tool-result');
  return {
    side,
    role,
    name,
    id: asText(fields['id']) ?? null,
    parts: isResult ? [{ type: 'tool-result', callId: firstTextOf(fields, CALL_ID), name, result: content }, ...readParts(fields, undefined)] : parts,
  };
}

/** The part that the value is, if it says which: items of OpenAI's Responses, parts that stand without a message. */
export function readTypedPart(value: JsonObject): MessagePart | undefined {
  return typeof value['type'] === 'string' || 'toolCallId' in value ? readKnownPart(value) : undefined;
}

function readParts(fields: JsonObject, content: unknown): MessagePart[] {
  const parts: MessagePart[] = [];
  for (const piece of Array.isArray(content) ? content : [content]) {
    if (piece == null || piece === '') continue;
    const last = parts.at(-1);
    const mark = last !== undefined && isObject(piece) && isCacheMark(piece) ? readCacheMark(piece) : undefined;
    if (last !== undefined && mark !== undefined) parts[parts.length - 1] = { ...last, cache: mark };
    else parts.push(readPart(piece));
  }

  const extra = asObject(fields['additional_kwargs']) ?? {};
  if (!parts.some((part) => part.type === 'reasoning')) {
    const reasoning = readReasoning(firstOf(fields, REASONING) ?? firstOf(extra, REASONING));
    if (reasoning !== undefined) parts.unshift(reasoning);
  }

  const refusal = asText(fields['refusal']);
  if (refusal !== undefined) parts.push({ type: 'text', text: refusal, isRefusal: true });
  const citations = readCitations(fields['annotations']);
  const first = parts.findIndex((part) => part.type === 'text');
  if (citations !== undefined && first !== -1) parts[first] = { ...(parts[first] as MessagePart & { type: 'text' }), citations };
  const audio = asObject(fields['audio']);
  if (audio !== undefined) {
    const transcript = asText(audio['transcript']);
    if (transcript !== undefined) parts.push({ type: 'text', text: transcript });
    parts.push(readMedia({ type: 'audio', audio }) ?? { type: 'other', value: audio });
  }
  for (const key of CALLS) {
    addCalls(parts, fields[key]);
    addCalls(parts, extra[key]);
  }
  return parts;
}

function roleOfPart(part: MessagePart | undefined, side: Message['side']): string {
  if (part?.type === 'tool-result') return 'tool';
  return side === 'output' || part?.type === 'tool-call' || part?.type === 'reasoning' ? 'assistant' : 'user';
}
