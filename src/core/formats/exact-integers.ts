/**
 * JSON text in which integers that are too large for a double are texts, so that parsing keeps their digits: 128-bit ids
 * and nanoseconds since 1970, as Python writes them. What stands in strings stays as it is. One pass; a string that a line
 * breaks off ends there.
 */
export function quoteLargeIntegers(text: string): string {
  const pieces: string[] = [];
  let copied = 0;
  let lineEnd = -1;
  for (let at = 0; at < text.length; ) {
    const quote = text.indexOf('"', at);
    const end = quote === -1 ? text.length : quote;
    for (const found of text.slice(at, end).matchAll(LARGE)) {
      const [digits] = found;
      if (Number.isSafeInteger(Number(digits))) continue;
      const from = at + found.index;
      pieces.push(text.slice(copied, from), '"', digits, '"');
      copied = from + digits.length;
    }
    if (quote === -1) break;
    if (lineEnd < quote) lineEnd = endOfLine(text, quote);
    at = Math.min(endOfString(text, quote + 1), lineEnd) + 1;
  }
  pieces.push(text.slice(copied));
  return pieces.join('');
}

/** Whole numbers of 16 digits and more: neither the digits behind a point, nor a number with an exponent. */
const LARGE = /(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g;

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}

/** Where the string closes: at the next quotation mark that is not escaped. */
function endOfString(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 1)) {
    let backslashes = 0;
    while (text[at - 1 - backslashes] === '\\') backslashes++;
    if (backslashes % 2 === 0) return at;
  }
  return text.length;
}
