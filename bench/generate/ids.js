import { mix } from './random.js';

/**
 * A version 7 uuid, as the LangSmith SDKs write.
 *
 * @param {number} seed
 * @param {number} index
 * @param {number} epochMs
 */
export function uuidOf(seed, index, epochMs) {
  const time = Math.floor(epochMs).toString(16).padStart(12, '0');
  const [a, b] = wordsOf(seed, index);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${b.slice(0, 3)}-a${b.slice(3, 6)}-${a}${b.slice(4)}`;
}

/**
 * @param {number} seed
 * @param {number} index
 */
export function spanIdOf(seed, index) {
  return wordsOf(seed, index).join('');
}

/**
 * @param {number} seed
 * @param {number} index
 */
export function traceIdOf(seed, index) {
  return spanIdOf(~seed, index) + spanIdOf(seed ^ 0x5bd1e995, index);
}

/**
 * The first word alone is unique for each index of one seed.
 *
 * @param {number} seed
 * @param {number} index
 * @returns {[string, string]}
 */
function wordsOf(seed, index) {
  return [hex(mix(index ^ mix(seed))), hex(mix(index ^ mix(seed + 1)))];
}

/** @param {number} word */
function hex(word) {
  return word.toString(16).padStart(8, '0');
}
