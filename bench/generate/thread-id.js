import { uuidOf } from './ids.js';
import { EPOCH_MS } from './step.js';

/**
 * @param {number} seed
 * @param {number} thread
 */
export function threadIdOf(seed, thread) {
  return uuidOf(~seed, thread, EPOCH_MS);
}
