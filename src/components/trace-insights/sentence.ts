/** A part of a sentence that is set apart: a figure, or a name out of the trace. */
export interface SentencePart {
  readonly kind: 'figure' | 'name';
  readonly text: string;
  /** All of it, for a tooltip. */
  readonly full: string;
}

/** What is said of an insight: plain words, figures and names, in the order of a language. */
export type Sentence = readonly (string | SentencePart)[];

/**
 * A sentence of a template.
 *
 * @example
 * say`${words.share(0.62)} of the wait is ${words.name('vector_search')}`
 */
export function say(texts: TemplateStringsArray, ...parts: readonly (string | SentencePart | Sentence)[]): Sentence {
  return texts.flatMap((text, nth) => {
    const part = parts[nth];
    return part === undefined ? [text] : typeof part === 'object' && !('kind' in part) ? [text, ...part] : [text, part];
  });
}

/** A sentence as one text, as for an accessible name. */
export function textOf(sentence: Sentence): string {
  return sentence.map((part) => (typeof part === 'string' ? part : part.text)).join('');
}
