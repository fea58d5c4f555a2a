import { payloadLeaves, type PayloadLeaves } from './payload-leaves.ts';
import { textLikeness } from './text-likeness.ts';

/** Characters compared in two payloads, for all their texts together. */
const MOST_TEXT = 200_000;

/**
 * How alike two payloads are, 0 to 1: as alike as the two values in the same place that differ most. Numbers and flags are
 * alike or not; texts are compared by their words. Where one has a value and the other none, they are not alike; neither
 * are payloads with too much in them to compare.
 *
 * So two prompts that share a long template but not the question are not alike, and two that differ in the time of day are.
 *
 * @param least what is less alike than that is not alike at all: finding out how much would be in vain
 */
export function payloadLikeness(a: unknown, b: unknown, least = 0): number {
  return leavesLikeness(payloadLeaves(a), payloadLeaves(b), least);
}

/** The same, of payloads whose values have been read. */
export function leavesLikeness(first: PayloadLeaves | null, second: PayloadLeaves | null, least = 0): number {
  if (first === null || second === null || first.size !== second.size) return 0;
  let left = MOST_TEXT;
  const different: (readonly [string, string])[] = [];
  for (const [place, value] of first) {
    const other = second.get(place);
    if (Object.is(value, other)) continue;
    if (typeof value !== 'string' || typeof other !== 'string') return 0;
    left -= value.length + other.length;
    if (left < 0) return 0;
    different.push([value, other]);
  }
  // Short texts soon tell: the question, not the template.
  different.sort(([x], [y]) => x.length - y.length);
  let likeness = 1;
  for (const [value, other] of different) {
    likeness = Math.min(likeness, textLikeness(value, other));
    if (likeness === 0 || likeness < least) return 0;
  }
  return likeness;
}
