import type { RunRecord } from '../../src/core/index.ts';
import { textOf } from '../generate/text.js';
import { RARE_WORD } from './rare-word.js';

/** Words of an input or an output: both make about 720 characters a run. */
const WORDS = 58;
/** Words of a whole trace: beyond 100,000 runs, each says less. */
const MOST_WORDS = 11_600_000;
/** How many runs say the rare word: one in a thousand, and some in a small trace, too. */
const RARITY = 1_000;
const LEAST = 20;

/** Gives each run an input and an output: 72 million characters in 100,000 runs. They are written before they are looked at, as parsed JSON is. */
export function withTexts(records: readonly RunRecord[], seed: number): readonly RunRecord[] {
  const words = Math.min(WORDS, Math.floor(MOST_WORDS / 2 / records.length));
  const rarity = Math.min(RARITY, Math.ceil(records.length / LEAST));
  return records.map((record, place) => {
    const key = place * 2 + seed;
    const question = place % rarity === rarity - 1 ? `${textOf(key, words)} ${RARE_WORD}` : textOf(key, words);
    return { ...record, inputs: { query: question }, outputs: record.status === 'success' ? { output: textOf(key + 1, words) } : undefined };
  });
}
