/**
 * The words of a text in lower case: runs of letters and digits. Of scripts that are written without spaces, each letter
 * is a word.
 *
 * @param most how many words are read
 */
export function wordsIn(text: string, most: number): readonly string[] {
  const folded = text.toLowerCase();
  const words: string[] = [];
  let from = -1;
  for (let at = 0; at <= folded.length && words.length < most; at++) {
    const kind = at === folded.length ? PART : kindOf(folded.charCodeAt(at));
    if (kind === LETTER) {
      if (from === -1) from = at;
      continue;
    }
    if (from !== -1) words.push(folded.slice(from, at));
    from = -1;
    if (kind === WORD) words.push(folded.charAt(at));
  }
  return words.length > most ? words.slice(0, most) : words;
}

/** What a letter is: something between words, part of a word, or a word by itself. */
const PART = 0;
const LETTER = 1;
const WORD = 2;

function kindOf(code: number): number {
  if (code < 0x80) return (code >= 97 && code <= 122) || (code >= 48 && code <= 57) || code === 95 ? LETTER : PART;
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba ? LETTER : PART;
  // Punctuation and spaces of all scripts, of East Asia, and in full width.
  if ((code >= 0x2000 && code <= 0x206f) || (code >= 0x3000 && code <= 0x303f) || (code >= 0xff00 && code <= 0xff0f)) return PART;
  // Thai, kana and Chinese.
  return (code >= 0x0e00 && code <= 0x0e7f) || (code >= 0x3040 && code <= 0x30ff) || (code >= 0x3400 && code <= 0x9fff) ? WORD : LETTER;
}
