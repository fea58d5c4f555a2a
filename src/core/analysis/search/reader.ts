import type { Written } from './token.ts';

/** A place in a query's text, and what can be read from there on. */
export class Reader {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Whether the text goes on with this; if so, the place is after it. */
  take(expected: string): boolean {
    if (!this.text.startsWith(expected, this.at)) return false;
    this.at += expected.length;
    return true;
  }

  skipSpace(): void {
    while (!this.isAtEnd && isSpace(this.text, this.at)) this.at++;
  }

  /** A quoted text if there is a quote here, else a word up to a space, a parenthesis or one of the ends. Null if there is neither. */
  value(ends: string): Written | null {
    return this.text[this.at] === '"' ? this.#quoted() : this.#word(ends);
  }

  #word(ends: string): Written | null {
    const from = this.at;
    while (!this.isAtEnd && !isSpace(this.text, this.at) && !ends.includes(this.text[this.at]!)) this.at++;
    return this.at === from ? null : { from, to: this.at, text: this.text.slice(from, this.at), isQuoted: false, missing: '' };
  }

  #quoted(): Written {
    const from = this.at;
    const parts: string[] = [];
    let start = ++this.at;
    let escapedAt = -1;
    for (; !this.isAtEnd && this.text[this.at] !== '"'; this.at++) {
      const escaped = this.text[this.at] === '\\' ? this.text[this.at + 1] : undefined;
      if (escaped !== '"' && escaped !== '\\') continue;
      parts.push(this.text.slice(start, this.at));
      start = ++this.at;
      escapedAt = start;
    }
    parts.push(this.text.slice(start, this.at));
    // A backslash at the end would take the quote after it for text.
    const missing = this.take('"') ? '' : this.text.endsWith('\\') && escapedAt !== this.at - 1 ? '\\"' : '"';
    // NUL stands between the texts of a run, and can't be looked for.
    return { from, to: this.at, text: parts.join('').replaceAll('\0', ' '), isQuoted: true, missing };
  }
}

/** Whether there is a space, or a NUL, which is nothing that a person writes. */
export function isSpace(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code === 32 || code === 0 || (code >= 9 && code <= 13) || (code > 127 && /\s/.test(text[at]!));
}
