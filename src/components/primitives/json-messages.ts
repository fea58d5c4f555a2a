/** Texts of a copy button. */
export interface CopyMessages {
  readonly copy: string;
  /** While a long text is being written out. */
  readonly copying?: string | undefined;
  readonly copied: string;
  readonly copyFailed: string;
}

/** Texts of a text block. */
export interface TextBlockMessages {
  /** The button that shows more; the length is known only of texts that are at hand as a whole. */
  readonly showMore: (shown: number, length: number | null) => string;
  /** The button that shows what comes before, where a text is shown from its middle on. */
  readonly showBefore?: ((characters: number) => string) | undefined;
}

/** English. */
export const ENGLISH_TEXT: TextBlockMessages = {
  showMore: (shown, length) =>
    length === null ? `Show more, after ${shown.toLocaleString('en')} characters` : `Show more, ${(length - shown).toLocaleString('en')} characters left`,
  showBefore: (characters) => `Show what comes before, ${characters.toLocaleString('en')} characters`,
};

/** Texts of a tree of JSON. */
export interface JsonViewMessages extends CopyMessages, TextBlockMessages {
  readonly entries: (count: number, kind: 'object' | 'array') => string;
  /** The row that stands for entries that are not listed yet. */
  readonly moreEntries: (count: number) => string;
  readonly showText: (characters: number) => string;
  readonly hideText: string;
  readonly copyValue: string;
  /** What stands beside something closed that holds finds of a search. */
  readonly matchesInside?: ((count: number) => string) | undefined;
}

/** English. */
export const ENGLISH_JSON: JsonViewMessages = {
  ...ENGLISH_TEXT,
  copy: 'Copy',
  copying: 'Copying…',
  copied: 'Copied',
  copyFailed: 'Copying is not allowed here',
  entries: (count, kind) => (kind === 'array' ? `${count.toLocaleString('en')} ${count === 1 ? 'item' : 'items'}` : `${count.toLocaleString('en')} ${count === 1 ? 'field' : 'fields'}`),
  moreEntries: (count) => `Show more of the ${count.toLocaleString('en')} that are left`,
  showText: (characters) => `Show all ${characters.toLocaleString('en')} characters`,
  hideText: 'Hide the text',
  copyValue: 'Copy value',
  matchesInside: (count) => `${count.toLocaleString('en')} ${count === 1 ? 'match' : 'matches'} inside`,
};
