import type { RunRecord } from '../../src/core/index.ts';
import { textOf } from '../generate/text.js';

type Payload = Pick<RunRecord, 'kind' | 'inputs' | 'outputs'>;

const WORDS = 400;
const QUESTION = { question: 'What does the report say?' };

/** Large payloads by name. Their size is in characters, messages or levels. */
export const PAYLOADS: Readonly<Record<string, (size: number, seed: number) => Payload>> = {
  text: (characters, seed) => ({ kind: 'chain', inputs: QUESTION, outputs: { output: prose(characters, seed) } }),

  nodes: (characters, seed) => ({ kind: 'chain', inputs: QUESTION, outputs: Array.from({ length: characters / ITEM }, (_, place) => itemOf(place, seed)) }),

  messages: (messages, seed) => ({
    kind: 'llm',
    inputs: { messages: Array.from({ length: messages - 1 }, (_, place) => ({ role: place % 2 === 0 ? 'user' : 'assistant', content: prose(5_000, place + seed) })) },
    outputs: { role: 'assistant', content: textOf(seed, WORDS) },
  }),

  levels: (levels, seed) => {
    let value: unknown = textOf(seed, 10);
    for (let level = levels; level > 0; level--) value = { level, next: value };
    return { kind: 'chain', inputs: QUESTION, outputs: value };
  },
};

/** Characters of an item as JSON, about. */
const ITEM = 180;

function itemOf(place: number, seed: number): object {
  return { id: place, title: textOf(place + seed, 6), score: (place % 997) / 997, isCurrent: place % 3 === 0, page: null, tags: ['a', 'b', `tag-${place % 50}`], source: { file: `faq-${place % 20}.md`, line: place % 400 } };
}

function prose(characters: number, key: number): string {
  const pieces: string[] = [];
  for (let written = 0; written < characters; written += (pieces.at(-1)?.length ?? 0) + 1) pieces.push(textOf(key + pieces.length, WORDS));
  return pieces.join(' ').slice(0, characters);
}
