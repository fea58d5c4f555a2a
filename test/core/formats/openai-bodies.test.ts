import { describe } from 'vitest';
import { readOpenAiBodies } from '../../../src/core/index.ts';
import { describeFormat, type RawRun, type Survivors } from './contract.ts';
import { fixtures, parse } from './fixtures.ts';
import { isBeginning } from './is-beginning.ts';

type Json = Record<string, unknown>;

const files = fixtures('openai-bodies');
const documents = Object.values(files).map(parse);

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const known = (id: unknown): id is string | number => (typeof id === 'string' && id !== '') || typeof id === 'number';
const isAnswer = (body: unknown): body is Json => isObject(body) && ['chat.completion', 'response'].includes(String(body['object'])) || (isObject(body) && body['type'] === 'message' && 'usage' in body && 'content' in body);

/** The answer in an item of the fixtures: the item itself, its response, or the body of that. */
const answerIn = (item: Json): Json | undefined => [item, item['response'], isObject(item['response']) ? item['response']['body'] : undefined].find(isAnswer);

/** Calls with their ids; a batch's request is the same call as its answer. */
function callsIn(document: unknown): { id: string; body: Json }[] {
  const items = (Array.isArray(document) ? (document.flat(Infinity) as unknown[]) : [document]).filter(isObject);
  const outputs = items.filter((item) => 'response' in item);
  return items.filter((item) => !('body' in item) || !outputs.some(({ custom_id: id }) => id === item['custom_id'])).flatMap((item) => {
    const body = answerIn(item);
    const id = [body?.['id'], item['custom_id']].find(known);
    return id === undefined ? [] : [{ id: String(id), body: body ?? {} }];
  });
}

const nanoseconds = (seconds: unknown): bigint | null => (typeof seconds === 'number' ? BigInt(seconds) * 1_000_000_000n : null);

function recordsOf(document: unknown): RawRun[] {
  return callsIn(document).map(({ id, body }) => ({ id, traceId: id, parentId: null, start: nanoseconds(body['created'] ?? body['created_at']) ?? 0n, end: nanoseconds(body['completed_at']) }));
}

/** Of damaged items, those whose answer still says what it is. */
function survivorsOf(document: unknown): Survivors {
  const items = (Array.isArray(document) ? (document.flat(Infinity) as unknown[]) : [document]).filter(isObject);
  if (isBeginning(document, documents)) return { ids: new Set(callsIn(items).map(({ id }) => id)), nameless: 0 };
  return { ids: new Set(items.flatMap((item) => (isAnswer(item) && known(item['id']) ? [String(item['id'])] : []))), nameless: 0 };
}

describe('the contract of formats', () => {
  describeFormat({
    id: 'openai-bodies',
    read: readOpenAiBodies,
    files,
    countRecords: (text) => new Set(Array.from(text.matchAll(/"(?:chatcmpl-|resp_(?!before)|msg_01)[\w-]+"|"q-[23]"/g), ([id]) => id)).size,
    recordsOf,
    lists: [],
    survivorsOf,
  });
});
