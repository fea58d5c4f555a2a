import { asArray, asObject, asText, isObject, type JsonObject } from '../json.ts';
import type { MessagePart } from './content.ts';
import { classNameOf, firstOf } from './fields.ts';
import { readCacheMark } from './read-cache-mark.ts';
import { readCitations } from './read-citations.ts';
import { MEDIA_HOLDERS, readMedia } from './read-media.ts';
import { CALL_HOLDERS, readToolCall, readToolResult, RESULT_HOLDERS } from './read-tool-call.ts';

type PartReader = (part: JsonObject) => MessagePart | undefined;

/** Parts that say what they are. The first pattern that fits decides. */
const TYPED: readonly (readonly [RegExp, PartReader])[] = [
  [/^((in|out)put_|summary_)?text$/, readText],
  [/^refusal$/, readRefusal],
  [/^(redacted_)?(thinking|reasoning)/, readReasoningPart],
  [/[-_]result$|_response$|_output$|^tool-error$/, readToolResult],
  [/^((server|mcp|custom|invalid)_|dynamic-)?(tool|function|mcp)([-_](use|call|call_chunk|invocation))?$|^tool-/, readCall],
  [/^(input_)?(image|audio|video|file|document|media|blob|binary|uri)([-_]url)?$/, readMedia],
];

/** Parts that are told by the field that they have: Gemini, Bedrock, the AI SDK's bare calls. */
const UNTYPED: readonly (readonly [readonly string[], PartReader])[] = [
  [CALL_HOLDERS, readCall],
  [RESULT_HOLDERS, readToolResult],
  [MEDIA_HOLDERS, readMedia],
  [['reasoningContent'], readReasoningPart],
  [['citationsContent'], readCitedContent],
];

const TEXT = ['text', 'content'];
const REASONING = ['thinking', 'reasoning', 'reasoningContent', 'reasoningText', 'reasoning_text', 'text', 'content'];

/** Reads one piece of a message, whoever's dialect it is in. What it doesn't know stays whole as `other`. */
export function readPart(value: unknown): MessagePart {
  if (typeof value === 'string') return { type: 'text', text: value };
  const part = readKnownPart(value) ?? { type: 'other', value };
  const cache = isObject(value) ? readCacheMark(value) : undefined;
  return cache === undefined ? part : { ...part, cache };
}

/** Reads one piece of a message; `undefined` if it is nothing known. */
export function readKnownPart(value: unknown): MessagePart | undefined {
  if (!isObject(value)) return undefined;
  if (classNameOf(value) !== undefined) return text(value['repr']);
  const type = value['type'] ?? value['block_type'];
  if (typeof type === 'string') {
    const reader = TYPED.find(([pattern]) => pattern.test(type))?.[1];
    if (reader !== undefined) return reader(value);
  }
  const reader = typeof value['toolCallId'] === 'string' ? readCall : UNTYPED.find(([keys]) => keys.some((key) => isObject(value[key])))?.[1];
  if (reader !== undefined) return reader(value);
  if (type !== undefined) return undefined;
  return value['thought'] === true ? readReasoningPart(value) : text(value['text']);
}

/** Where providers have reasoning that nobody but them can read. */
const REDACTED = ['data', 'redactedContent', 'redacted_content', 'redactedData'];
const ENCRYPTED = ['encrypted_content', 'encryptedContent', 'signature', 'thoughtSignature'];

/** Reasoning with its words, or with the reason why it has none. */
function readReasoningPart(part: JsonObject): MessagePart | undefined {
  const words = readReasoning(part);
  if (words !== undefined) return words;
  const fields = asObject(part['reasoningContent']) ?? part;
  if (firstOf(fields, REDACTED) !== undefined) return { type: 'reasoning', text: '', sealed: 'redacted' };
  return firstOf(fields, ENCRYPTED) === undefined ? undefined : { type: 'reasoning', text: '', sealed: 'encrypted' };
}

/** The words of a model's reasoning, however they are wrapped; `undefined` if there are none to read. */
export function readReasoning(value: unknown): MessagePart | undefined {
  const words = wordsIn(value, 4);
  return words === '' ? undefined : { type: 'reasoning', text: words };
}

/** Goes as deep as the deepest wrapping in use, never as deep as the data. */
function wordsIn(value: unknown, depth: number): string {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || depth === 0) return '';
  if (Array.isArray(value)) {
    return value.map((item) => wordsIn(item, depth - 1)).filter((words) => words !== '').join('\n\n');
  }
  for (const key of REASONING) {
    const words = wordsIn((value as JsonObject)[key], depth - 1);
    if (words !== '') return words;
  }
  // In a request, a summary is a wish: `{ effort: 'high', summary: 'auto' }`.
  return wordsIn(asArray((value as JsonObject)['summary']), depth - 1);
}

function readText(part: JsonObject): MessagePart | undefined {
  const words = firstOf(part, TEXT);
  const inner = asObject(words);
  const citations = readCitations(part['citations'] ?? part['annotations'] ?? inner?.['annotations']);
  const read = text(inner?.['value'] ?? words);
  return read === undefined || citations === undefined ? read : { ...read, citations };
}

function readRefusal(part: JsonObject): MessagePart | undefined {
  const words = text(firstOf(part, ['refusal', ...TEXT]));
  return words && { ...words, isRefusal: true };
}

/** Bedrock has what was said and what it is taken from side by side. */
function readCitedContent(part: JsonObject): MessagePart | undefined {
  const fields = asObject(part['citationsContent']) ?? {};
  const words = asArray(fields['content']).flatMap((piece) => asText(asObject(piece)?.['text']) ?? []);
  const citations = readCitations(fields['citations']);
  return words.length === 0 ? undefined : { type: 'text', text: words.join(''), ...(citations === undefined ? {} : { citations }) };
}

function text(words: unknown): (MessagePart & { type: 'text' }) | undefined {
  return typeof words === 'string' ? { type: 'text', text: words } : undefined;
}

function readCall(part: JsonObject): MessagePart | undefined {
  const call = readToolCall(part);
  return call && { type: 'tool-call', call };
}
