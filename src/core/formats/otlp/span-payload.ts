import { isObject, parseIfJson, type JsonObject } from '../../model/json.ts';
import { decodeAttributes } from './any-value.ts';
import type { Dialect, SpanMessages } from './dialect.ts';
import { DIALECTS } from './dialects.ts';
import type { SpanContent } from './span-content.ts';
import type { SpanSurroundings } from './span-surroundings.ts';

/** What went in or came out, as the first dialect has it that says anything; where only messages tell it, those. */
export function readPayload(content: SpanContent, side: 'inputs' | 'outputs'): unknown {
  const payload = firstKnown(({ [side]: source }) => (typeof source === 'function' ? source(content) : source && content.takeFirst(source)));
  if (payload !== undefined) return payload;
  const messages = readMessages(content)?.[side === 'inputs' ? 'input' : 'output'];
  return Array.isArray(messages) ? { messages } : messages;
}

/** The messages of each side as the first dialect has them that says anything of it. */
export function readMessages(content: SpanContent): SpanMessages | undefined {
  let known: SpanMessages | undefined;
  for (const dialect of DIALECTS) {
    const said = dialect.messages?.(content);
    if (said !== undefined) known = { input: known?.input ?? said.input, output: known?.output ?? said.output };
    if (known?.input !== undefined && known.output !== undefined) break;
  }
  return known;
}

/** The documents of a retrieval. */
export function readDocuments(content: SpanContent): readonly unknown[] | undefined {
  return firstKnown((dialect) => dialect.documents?.(content));
}

/**
 * Every attribute that no payload shows, with what the `metadata` attribute holds laid out, and what the span's
 * surroundings say.
 *
 * @param content of which only the claims are asked for
 */
export function readMetadata(content: SpanContent, { resource, scope }: SpanSurroundings): JsonObject {
  readPayload(content, 'inputs');
  readPayload(content, 'outputs');
  readMessages(content);
  readDocuments(content);
  const { attributes } = content;
  const left = Object.entries(attributes).filter(([key]) => key !== 'metadata' && !content.isTaken(key));
  const given = parseIfJson(attributes['metadata']);
  return {
    ...(isObject(given) ? given : given === undefined ? {} : { metadata: given }),
    ...Object.fromEntries(left.map(([key, value]) => [bareKey(key, attributes), value])),
    ...(isObject(resource) ? { resource: decodeAttributes(resource['attributes']) } : {}),
    ...(isObject(scope) ? { scope: { name: scope['name'], version: scope['version'], ...decodeAttributes(scope['attributes']) } } : {}),
  };
}

const METADATA_UNDER = DIALECTS.flatMap(({ metadataUnder = [] }) => metadataUnder);

/** The key of metadata as the application gave it, unless there is an attribute of that name. */
function bareKey(key: string, attributes: JsonObject): string {
  const prefix = METADATA_UNDER.find((start) => key.startsWith(start));
  const bare = prefix === undefined ? '' : key.slice(prefix.length);
  return bare === '' || Object.hasOwn(attributes, bare) ? key : bare;
}

function firstKnown<T>(read: (dialect: Dialect) => T | undefined): T | undefined {
  for (const dialect of DIALECTS) {
    const value = read(dialect);
    if (value !== undefined) return value;
  }
  return undefined;
}
