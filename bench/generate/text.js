import { createRandom, mix } from './random.js';

// Quotes, line breaks and letters beyond ASCII are in it because real prompts have them, and JSON escapes them.
const WORDS = /** @type {const} */ ([
  'the', 'trace', 'shows', 'retrieval', 'latency', 'of', 'a', 'slow', 'document', 'and', 'its', 'answer', 'in', 'Paris',
  'cost', 'more', 'than', 'expected', 'because', 'every', 'tool', 'call', 'repeated', 'same', '"query"', 'model',
  'tokens', 'cached', 'prompt', 'with', 'naïve', 'für', '東京', 'retry', 'until', 'deadline,', 'then', 'report:', '\n-',
  '12.5', '2026-11-21', 'revenue', 'was', 'up', 'by', '4%', 'see', 'page', 'for', 'details.', 'not', 'found', 'is',
]);

const CORPUS_WORDS = 4096;

/** @type {string[] | undefined} */
let corpus;

/**
 * A piece of prose; the same key always gives the same words.
 *
 * @param {number} key
 * @param {number} words
 */
export function textOf(key, words) {
  corpus ??= writeCorpus();
  const from = mix(key) % (CORPUS_WORDS - words);
  return corpus.slice(from, from + words).join(' ');
}

function writeCorpus() {
  const random = createRandom(7);
  return Array.from({ length: CORPUS_WORDS }, () => random.pick(WORDS));
}
