import { describe } from 'vitest';
import { readGeminiCli } from '../../../src/core/index.ts';
import { describeFormat, type Survivors } from './contract.ts';
import { fixtures, parse } from './fixtures.ts';
import { messagesIn, naiveRuns } from './gemini-cli/naive.ts';
import { isBeginning } from './is-beginning.ts';

const files = fixtures('gemini-cli');
const documents = Object.values(files).map(parse);

/** The session, its turns, answers and tools, counted by hand. */
const COUNTS: Readonly<Record<string, number>> = { 'session-2026-06-15.json': 1 + 3 + 4 + 4, 'session-2026-06-15.jsonl': 1 + 3 + 4 + 4 };

/** Of a damaged session, the answers and tools that still have their ids. */
function survivorsOf(document: unknown): Survivors {
  if (isBeginning(document, documents)) return { ids: new Set(naiveRuns(document).map(({ id }) => id)), nameless: 0 };
  const ids = new Set<string>();
  const add = (id: unknown) => {
    if ((typeof id === 'string' && id !== '') || typeof id === 'number') ids.add(String(id));
  };
  for (const { type, id, toolCalls } of messagesIn(document)) {
    if (type !== 'gemini') continue;
    add(id);
    // Of an answer that has lost its id, or shares it with another one, the file keeps what says more.
    if (Array.isArray(toolCalls)) for (const call of toolCalls as unknown[]) if (typeof call === 'object' && call !== null) add((call as { id?: unknown }).id);
  }
  return { ids, nameless: 0 };
}

describe('the contract of formats', () => {
  describeFormat({
    id: 'gemini-cli',
    read: readGeminiCli,
    files,
    countRecords: (text) => COUNTS[Object.keys(files).find((name) => files[name] === text) ?? ''] ?? -1,
    recordsOf: naiveRuns,
    lists: ['messages'],
    survivorsOf,
  });
});
