import { describe } from 'vitest';
import { readLangSmith } from '../../../src/core/index.ts';
import { describeFormat, type RawRun, type Survivors } from './contract.ts';
import { fixtures } from './fixtures.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const known = (id: unknown): id is string | number => (typeof id === 'string' && id !== '') || typeof id === 'number';

/** The id that a dotted order ends with. */
const dottedId = (run: Json) => (typeof run['dotted_order'] === 'string' ? /(?:^|\.)\d{8}T\d{9,12}Z([0-9a-f-]{36})$/.exec(run['dotted_order'])?.[1] : undefined);

/** Nanoseconds of a time of the recordings: milliseconds, or ISO text with six digits in UTC. */
function nanoseconds(time: unknown): bigint {
  if (typeof time === 'number') return BigInt(time) * 1_000_000n;
  const [, seconds, digits] = /^(.{19})\.?(\d*)(?:Z|\+00:00)$/.exec(String(time))!;
  return BigInt(Math.round(new Date(`${seconds}Z`).getTime())) * 1_000_000n + BigInt(digits!.padEnd(9, '0'));
}

/** JavaScript tracers are the only ones that write Z; their last three digits count steps. */
function startOf(time: unknown): bigint {
  const start = nanoseconds(time);
  return typeof time === 'string' && time.endsWith('Z') ? start - (start % 1_000_000n) : start;
}

/** The runs of a recording as the tracer meant them: the patch laid over the post. */
function mergedRuns(document: unknown): Json[] {
  const items = Array.isArray(document) ? (document as Json[]) : [document as Json];
  const runs = new Map<string, Json>();
  const lay = (id: string, ...fields: Json[]) => {
    const run = runs.get(id) ?? {};
    for (const given of fields) for (const [key, value] of Object.entries(given)) if (value !== null) run[key] = value;
    runs.set(id, { ...run, id });
  };
  for (const item of items) {
    if (item['post'] !== undefined) lay(String((item['post'] as Json[])[0]!['id']), (item['post'] as Json[])[0]!, (item['patch'] as Json[])[0]!);
    else if (item['run_type'] !== undefined) lay(String(item['id']), item);
  }
  for (const op of ['post', 'patch']) for (const item of items) if (item['op'] === op) lay(String(item['id']), item['run'] as Json);
  return [...runs.values()];
}

function recordsOf(document: unknown): RawRun[] {
  return mergedRuns(document).map((run) => ({
    id: String(run['id']),
    traceId: String(run['trace_id']),
    parentId: typeof run['parent_run_id'] === 'string' ? run['parent_run_id'] : null,
    start: startOf(run['start_time']),
    end: run['end_time'] === undefined ? null : nanoseconds(run['end_time']),
  }));
}

function survivorsOf(document: unknown): Survivors {
  const ids = new Set<string>();
  let nameless = 0;
  const see = (run: Json, outer?: unknown) => {
    const id = [outer, run['id'], run['run_id'], dottedId(run)].find(known);
    if (id === undefined) nameless++;
    else ids.add(String(id));
  };
  const items = Array.isArray(document) ? document.flat(Infinity) : [document];
  for (const item of items) {
    if (!isObject(item)) continue;
    if (isObject(item['run']) && typeof item['op'] === 'string') see(item['run'], item['id']);
    else if (Array.isArray(item['post']) || Array.isArray(item['patch'])) for (const post of list(item['post']).filter(isObject)) see(post);
    else if ('run_type' in item || 'dotted_order' in item || 'parent_run_id' in item) see(item);
  }
  return { ids, nameless };
}

describe('the contract of formats', () => {
  describeFormat({
    id: 'langsmith',
    read: readLangSmith,
    files: { ...fixtures('langsmith'), ...fixtures('langsmith-ops') },
    countRecords: (text) => new Set(Array.from(text.matchAll(/"dotted_order":\s*"[^"]*?([0-9a-f-]{36})"/g), ([, id]) => id)).size,
    recordsOf,
    lists: [],
    survivorsOf,
  });
});
