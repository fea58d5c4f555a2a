import { describe } from 'vitest';
import { readClaudeCode } from '../../../src/core/index.ts';
import { isObject, linesOf, naiveRuns } from './claude-code/naive.ts';
import { describeFormat, type Survivors } from './contract.ts';
import { fixtures, parse } from './fixtures.ts';
import { isBeginning } from './is-beginning.ts';

const files = fixtures('claude-code');
const documents = Object.values(files).map(parse);

/** Sessions, prompts, subagents, answers and tools, counted by hand. */
const COUNTS: Readonly<Record<string, number>> = {
  'representative_messages.jsonl': 1 + 4 + 0 + 5 + 2,
  'sample_session.json': 1 + 5 + 0 + 15 + 12,
  'sample_session.jsonl': 1 + 2 + 0 + 3 + 2,
  'session.jsonl': 1 + 5 + 2 + 11 + 8,
  'todowrite_examples.jsonl': 1 + 2 + 0 + 6 + 3,
};

/** A part of a recording is read in full; of a damaged one, the answers and tools that still have their ids. */
function survivorsOf(document: unknown): Survivors {
  if (isBeginning(document, documents)) return { ids: new Set(naiveRuns(document).map(({ id }) => id)), nameless: 0 };
  const ids = new Set<string>();
  const add = (id: unknown) => {
    if ((typeof id === 'string' && id !== '') || typeof id === 'number') ids.add(String(id));
  };
  for (const { type, message } of linesOf(document)) {
    if (type !== 'assistant' || !isObject(message)) continue;
    add(message['id']);
    if (Array.isArray(message['content'])) for (const block of message['content'] as unknown[]) if (isObject(block) && block['type'] === 'tool_use') add(block['id']);
  }
  return { ids, nameless: 0 };
}

describe('the contract of formats', () => {
  describeFormat({
    id: 'claude-code',
    read: readClaudeCode,
    files,
    countRecords: (text) => COUNTS[Object.keys(files).find((name) => files[name] === text) ?? ''] ?? -1,
    recordsOf: naiveRuns,
    lists: ['loglines'],
    survivorsOf,
  });
});
