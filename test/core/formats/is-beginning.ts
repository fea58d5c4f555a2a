import { isDeepStrictEqual } from 'node:util';

/** Whether a document is the undamaged beginning of one of several lists. */
export function isBeginning(document: unknown, wholes: readonly unknown[]): document is unknown[] {
  return Array.isArray(document) && wholes.some((whole) => Array.isArray(whole) && isDeepStrictEqual(whole.slice(0, document.length), document));
}
