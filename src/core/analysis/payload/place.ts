import { scrambled } from './hash.ts';

/** The place of a payload itself. Places are numbers: a text for each would cost more memory than the payload. */
export const ROOT_PLACE = 1;

/** The place of a list's item. */
export function itemPlace(place: number, at: number): number {
  return Math.imul(place ^ (at + 1), 0x01000193);
}

/** The place of an object's field. */
export function fieldPlace(place: number, key: string): number {
  let hash = place;
  for (let at = 0; at < key.length; at++) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  // A name and a number that read alike are two places.
  return scrambled(hash ^ 0x5bd1e995);
}
