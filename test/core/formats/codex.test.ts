import { describe } from 'vitest';
import { readCodex } from '../../../src/core/index.ts';
import { naiveRuns, type Json } from './codex/naive.ts';
import { describeFormat, type Survivors } from './contract.ts';
import { fixtures, parse } from './fixtures.ts';
import { isBeginning } from './is-beginning.ts';

const files = fixtures('codex');
const documents = Object.values(files).map(parse);

/** The session, its turns, responses and tools, counted by hand. */
const COUNTS: Readonly<Record<string, number>> = { 'rollout-0.120.jsonl': 1 + 4 + 5 + 5, 'rollout-0.60.jsonl': 1 + 2 + 3 + 1 };

/** Of a damaged rollout, the tools that still have their ids. */
function survivorsOf(document: unknown): Survivors {
  if (isBeginning(document, documents)) return { ids: new Set(naiveRuns(document).map(({ id }) => id)), nameless: 0 };
  const ids = new Set<string>();
  for (const line of (Array.isArray(document) ? (document.flat(Infinity) as (Json | null)[]) : [])) {
    const payload = line?.['payload'] as Json | null | undefined;
    if (line?.['type'] !== 'response_item' || typeof payload !== 'object' || payload === null) continue;
    const { type, call_id: id } = payload;
    if ((type === 'function_call' || type === 'custom_tool_call') && ((typeof id === 'string' && id !== '') || typeof id === 'number')) ids.add(String(id));
  }
  return { ids, nameless: 0 };
}

describe('the contract of formats', () => {
  describeFormat({
    id: 'codex',
    read: readCodex,
    files,
    countRecords: (text) => COUNTS[Object.keys(files).find((name) => files[name] === text) ?? ''] ?? -1,
    recordsOf: naiveRuns,
    lists: [],
    survivorsOf,
  });
});
