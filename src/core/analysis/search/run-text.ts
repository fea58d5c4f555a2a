/**
 * Everything of a run that words are looked for in: its name, model, tags, error, metadata, inputs and outputs, folded,
 * with a NUL between any two of their values. A long one is a list of pages; a value may go on from one to the next.
 */
export type RunText = string | readonly string[];

/** A page has at least so many characters, and less than twice as many, so that nothing that is done to one takes long. */
export const PAGE_LENGTH = 32_768;

/** How much memory a text takes, in characters. */
export function lengthOf(text: RunText): number {
  if (typeof text === 'string') return text.length;
  let length = 0;
  for (const page of text) length += page.length;
  return length;
}

/** The part of a text that begins at a page and holds whatever of so many characters begins in it. */
export function pageWithOverlap(pages: readonly string[], at: number, characters: number): string {
  let view = pages[at] ?? '';
  const length = view.length + characters - 1;
  for (let next = at + 1; next < pages.length && view.length < length; next++) view += pages[next]!.slice(0, length - view.length);
  return view;
}
