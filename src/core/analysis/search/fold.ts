/**
 * Text as search compares it: without case, and one unit for each unit, so that a place in the folded text is the same
 * place in the text. Diacritics stay as they are.
 */
export function fold(text: string): string {
  // İ is the only letter that grows in lower case, and Σ the only one whose lower case depends on what follows.
  const lower = (text.includes('İ') ? text.replaceAll('İ', 'i') : text).toLowerCase();
  return lower.includes('ς') ? lower.replaceAll('ς', 'σ') : lower;
}

/** The place at or just after `at` where a text can be cut without parting a letter of two units. */
export function cutAt(text: string, at: number): number {
  const code = text.charCodeAt(at - 1);
  return code >= 0xd800 && code <= 0xdbff ? Math.min(at + 1, text.length) : Math.min(at, text.length);
}
