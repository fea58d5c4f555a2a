import { asObject, asText, type JsonObject } from '../json.ts';
import type { CacheMark } from './content.ts';
import { firstOf } from './fields.ts';

/** Where a part says that everything up to it is to be cached: Anthropic, the AI SDK, Bedrock. */
const MARKS = ['cache_control', 'cacheControl', 'cachePoint', 'cache_point'];
/** Where frameworks hand such words on to a provider. */
const OPTIONS = ['providerOptions', 'providerMetadata', 'experimental_providerMetadata'];

/** The cache mark on a piece of a message; `undefined` if there is none. */
export function readCacheMark(part: JsonObject): CacheMark | undefined {
  const mark = asObject(firstOf(part, MARKS) ?? markInOptions(part));
  return mark && { type: asText(mark['type']) ?? null, lifetime: asText(mark['ttl']) ?? null };
}

/** Whether the piece is nothing but a mark: Bedrock and Pydantic AI write it between the others. */
export function isCacheMark(part: JsonObject): boolean {
  const keys = Object.keys(part);
  return keys.length === 1 && MARKS.includes(keys[0]!) && asObject(part[keys[0]!]) !== undefined;
}

function markInOptions(part: JsonObject): unknown {
  for (const options of Object.values(asObject(firstOf(part, OPTIONS)) ?? {})) {
    const mark = firstOf(asObject(options) ?? {}, MARKS);
    if (mark !== undefined) return mark;
  }
  return undefined;
}
