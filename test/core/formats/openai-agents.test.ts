import { describe } from 'vitest';
import { readOpenAiAgents } from '../../../src/core/index.ts';
import { describeFormat, type RawRun, type Survivors } from './contract.ts';
import { fixtures } from './fixtures.ts';

type Json = Record<string, unknown>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const nanoseconds = (time: unknown): bigint => BigInt(Date.parse(String(time))) * 1_000_000n;

/** The spans of an export, and each trace of which not exactly one span is without a parent. */
function recordsOf(document: unknown): RawRun[] {
  const items = (document as { data: Json[] }).data;
  const spans = items.filter(({ object }) => object === 'trace.span').map((span): RawRun => ({
    id: String(span['id']), traceId: String(span['trace_id']), parentId: (span['parent_id'] as string | null) ?? null, start: nanoseconds(span['started_at']), end: nanoseconds(span['ended_at']),
  }));
  return items.filter(({ object }) => object === 'trace').flatMap(({ id }) => {
    const own = spans.filter(({ traceId }) => traceId === id);
    if (own.filter(({ parentId }) => parentId === null).length === 1) return own;
    const start = own.map((span) => span.start).reduce((a, b) => (a < b ? a : b));
    const end = own.map((span) => span.end!).reduce((a, b) => (a > b ? a : b));
    return [{ id: String(id), traceId: String(id), parentId: null, start, end }, ...own.map((span) => ({ ...span, parentId: span.parentId ?? String(id) }))];
  });
}

function survivorsOf(document: unknown): Survivors {
  const ids = new Set<string>();
  let nameless = 0;
  const items = Array.isArray(document) ? document.flat(Infinity) : [document];
  for (const item of items) {
    if (!isObject(item) || !Array.isArray(item['data']) || ('span_data' in item && 'trace_id' in item)) continue;
    const entries = (item['data'] as unknown[]).filter(isObject);
    // Of a list without any span nobody can say that it is one of spans.
    if (!entries.slice(0, 10).some(({ object }) => object === 'trace.span')) continue;
    for (const entry of entries) {
      if (entry['object'] === 'trace') continue;
      const { id } = entry;
      if ((typeof id === 'string' && id !== '') || typeof id === 'number') ids.add(String(id));
      else nameless++;
    }
  }
  return { ids, nameless };
}

describe('the contract of formats', () => {
  describeFormat({
    id: 'openai-agents',
    read: readOpenAiAgents,
    files: fixtures('openai-agents'),
    // The first of the four traces has two spans without a parent, and so a run of its own.
    countRecords: (text) => (text.match(/"object": "trace\.span"/g) ?? []).length + 1,
    recordsOf,
    lists: ['data'],
    survivorsOf,
  });
});
