import { wordsIn } from './words.ts';

/** Words of a text that are compared: what comes later hardly changes how alike two texts are. */
const MOST_WORDS = 4_000;
/** Characters of a text that are looked at, so that no text takes long. */
const MOST_TEXT = 40_000;

/** A moment to the minute or finer, as prompts are stamped with it. */
const MOMENT = /\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/gi;
/** From so many words on a moment is a stamp, not what the text is about. */
const STAMPED = 8;

/**
 * How alike two texts are, 0 to 1: the mean of what they share of their words, and of their pairs of neighbouring words
 * (Jaccard). Case, white space, punctuation and the moments that prompts are stamped with make no difference. Texts that
 * differ in nothing but words with digits in them are not alike: whoever counts pages, or looks up one id after the other, does not repeat
 * himself.
 */
export function textLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const first = wordsOf(a);
  const second = wordsOf(b);
  if (isSameList(first, second)) return a.length > MOST_TEXT || b.length > MOST_TEXT ? Math.min(a.length, b.length) / Math.max(a.length, b.length) : 1;
  if (isSameList(first.filter(isNoNumber), second.filter(isNoNumber))) return 0;
  return (shareOf(new Set(first), new Set(second)) + shareOf(pairsOf(first), pairsOf(second))) / 2;
}

function wordsOf(text: string): readonly string[] {
  const head = text.length > MOST_TEXT ? text.slice(0, MOST_TEXT) : text;
  const words = wordsIn(head, MOST_WORDS);
  // Only a longer text with a colon in it can be stamped.
  if (words.length < STAMPED || !head.includes(':')) return words;
  const rest = wordsIn(head.replaceAll(MOMENT, ' '), MOST_WORDS);
  return rest.length < STAMPED ? words : rest;
}

function isNoNumber(word: string): boolean {
  return !/\d/.test(word);
}

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}

/** Neighbours, with the ends of the text as words of their own. */
function pairsOf(words: readonly string[]): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (let at = 0; at <= words.length; at++) pairs.add(`${words[at - 1] ?? ''} ${words[at] ?? ''}`);
  return pairs;
}

/** What two sets share of what is in either. */
function shareOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}
