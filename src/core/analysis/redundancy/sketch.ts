import { scrambled } from '../payload/hash.ts';
import type { PayloadLeaves } from '../payload/payload-leaves.ts';

/** Marks by which payloads that are alike find each other, and how many of them they must share. */
const MARKS = 8;
const LEAST_SHARED = 0.5;
/** Characters that are looked at, for all texts of a payload together. */
const MOST_TEXT = 20_000;

/**
 * A few marks of what a payload says: the smallest hashes of its pairs of neighbouring words. Of two payloads that share
 * four fifths of them, 99 of 100 have half of their marks in common (Broder's min-wise sampling), so that each payload has
 * to be compared with few.
 */
export function sketchOf(leaves: PayloadLeaves): readonly number[] {
  const marks: number[] = [];
  let left = MOST_TEXT;
  for (const value of leaves.values()) {
    if (typeof value !== 'string') continue;
    let before = 0;
    let word = 0;
    const end = Math.min(value.length, left);
    for (let at = 0; at <= end; at++) {
      const code = at === end ? 0 : lowered(value.charCodeAt(at));
      if (code !== 0) {
        word = Math.imul(word ^ code, 0x01000193);
      } else if (word !== 0) {
        keepSmall(marks, scrambled(Math.imul(before, 31) ^ word) >>> 0);
        before = word;
        word = 0;
      }
    }
    left -= end;
    if (left <= 0) break;
  }
  return marks;
}

/** Whether two sketches may be of payloads that are alike. Both are in ascending order. */
export function mayBeAlike(a: readonly number[], b: readonly number[]): boolean {
  let shared = 0;
  for (const mark of a) if (b.includes(mark)) shared++;
  return shared >= Math.max(a.length, b.length) * LEAST_SHARED;
}

/** The letter or digit in lower case; 0 for what parts words. */
function lowered(code: number): number {
  if (code >= 65 && code <= 90) return code + 32;
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code > 127 ? code : 0;
}

/** Keeps the smallest ones, each once, in order. */
function keepSmall(marks: number[], hash: number): void {
  if (marks.length === MARKS && hash >= marks[MARKS - 1]!) return;
  let at = 0;
  while (at < marks.length && marks[at]! < hash) at++;
  if (marks[at] === hash) return;
  marks.splice(at, 0, hash);
  if (marks.length > MARKS) marks.pop();
}
