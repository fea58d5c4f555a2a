/** What tracers call the details of a token count, in our words; the words around them (`input`, `tokens`, …) taken off. */
const NAMES: Readonly<Record<string, string>> = {
  cached: 'cacheRead',
  cache_read: 'cacheRead',
  cache_creation: 'cacheWrite',
  cache_write: 'cacheWrite',
  cache_creation_5m: 'cacheWrite5m',
  cache_creation_1h: 'cacheWrite1h',
  ephemeral_5m: 'cacheWrite5m',
  ephemeral_1h: 'cacheWrite1h',
};

/** Words that tell on which side a count is, or what is counted, not what it details. */
const AROUND = /^(?:input|output|prompt_details|completion_details|details|prompt|completion)[._]|[._](?:input_|output_)?tokens?$|[._](?:input|output)$/g;

/** Our name of a detail: `cacheRead` for `input_cached_tokens`, `reasoning` for `completion_details.reasoning`; others in camel case. */
export function detailName(key: string): string {
  const bare = key.replaceAll(AROUND, '');
  return Object.hasOwn(NAMES, bare) ? NAMES[bare]! : toCamelCase(bare);
}

/** `over_200k` → `over200k`. */
export function toCamelCase(name: string): string {
  return !name.includes('_') && !name.includes('.') ? name : name.replaceAll(/[_.]+([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}
