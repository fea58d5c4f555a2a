import { cutAt, fold } from './fold.ts';
import { leafPasses } from './leaf-test.ts';
import { LeafWalk } from './leaf-walk.ts';
import type { QueryTest } from './query.ts';
import { PAGE_LENGTH } from './run-text.ts';
import { valuesAt } from './values-at.ts';
import type { Paused, Work } from './work.ts';

/** To look at a value takes longer than to search a character. */
const EFFORT = 8;

/** Whether anything that a path leads to in a payload is what the test asks for. */
export function* payloadPasses(payload: unknown, path: readonly string[], test: QueryTest, work: Work): Paused<boolean> {
  const walk = new LeafWalk();
  for (const value of path.length === 0 ? [payload] : yield* valuesAt(payload, path, work)) {
    if (test.type === 'exists') {
      if (isSomething(value)) return true;
      continue;
    }
    walk.begin(value);
    while (walk.step()) {
      if (work.add(EFFORT)) yield;
      const { leaf } = walk;
      if (leaf === undefined) continue;
      if (typeof leaf === 'string' && test.type === 'contains' && leaf.length > PAGE_LENGTH) {
        if (yield* longTextHas(leaf, test.text, work)) return true;
      } else if (leafPasses(leaf, test)) {
        return true;
      } else if (typeof leaf === 'string' && work.add(leaf.length)) {
        yield;
      }
    }
  }
  return false;
}

/** Whether there is anything to see: an empty text, list or object is nothing. */
function isSomething(value: unknown): boolean {
  if (value === null || value === undefined || value === '') return false;
  if (typeof value !== 'object' || value instanceof Date) return true;
  return Array.isArray(value) ? value.length > 0 : Object.keys(value).length > 0;
}

/** Looks for a folded text page by page; what begins in one may end in the next. */
function* longTextHas(text: string, needle: string, work: Work): Paused<boolean> {
  for (let from = 0, to = 0; from < text.length; from = to) {
    to = cutAt(text, from + PAGE_LENGTH);
    if (fold(text.slice(from, cutAt(text, to + needle.length - 1))).includes(needle)) return true;
    if (work.add((to - from) * EFFORT)) yield;
  }
  return false;
}
