import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');

/** Each measurement starts from a clean heap: none pays for the litter of the one before it. */
export const collectGarbage = /** @type {() => void} */ (runInNewContext('gc'));

export function heapUsed() {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}
