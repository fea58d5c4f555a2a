import type { Message } from '../../model/content/content.ts';
import type { PromptTemplate } from '../../model/content/prompt-template.ts';
import { templateSlots } from './template-slots.ts';

/** Where the value of a variable stands in a prompt. UTF-16 units, `from` inclusive, `to` exclusive. */
export interface FilledPlace {
  readonly variable: string;
  /** The message's place in the list, and the part's in the message. */
  readonly message: number;
  readonly part: number;
  readonly from: number;
  readonly to: number;
}

const MOST_MESSAGES = 200;
const MOST_PLACES = 1_000;
/** Without the template, only longer values are looked for: short ones stand anywhere. */
const LEAST_FOUND = 8;
/** Characters compared when values are looked for without the template. */
const MOST_WORK = 20_000_000;

/**
 * Finds where the values of a template's variables stand in the prompt that was made of it. Where the template is known, a
 * message has to be that template filled in; else a value has to be long enough not to stand there by chance.
 */
export function filledPlaces(prompt: PromptTemplate, messages: readonly Message[]): readonly FilledPlace[] {
  const values = new Map(Object.entries(prompt.variables ?? {}).flatMap(([name, value]) => (isWritten(value) ? [[name, String(value)]] : [])));
  const templates = prompt.template.flatMap((part) => (part.type === 'text' ? [splitTemplate(part.text, prompt, values)] : []));
  const places: FilledPlace[] = [];
  let work = MOST_WORK;
  for (let message = 0; message < messages.length && message < MOST_MESSAGES; message++) {
    const { parts } = messages[message]!;
    for (let part = 0; part < parts.length && places.length < MOST_PLACES; part++) {
      const piece = parts[part]!;
      if (piece.type !== 'text') continue;
      const filled = templates.map((template) => fillIn(template, piece.text)).find((found) => found !== null);
      if (filled !== undefined) {
        for (const place of filled ?? []) places.push({ ...place, message, part });
        continue;
      }
      for (const [variable, value] of values) {
        work -= piece.text.length;
        if (value.length < LEAST_FOUND || work < 0) continue;
        const from = piece.text.indexOf(value);
        if (from !== -1) places.push({ variable, message, part, from, to: from + value.length });
      }
    }
  }
  return places.slice(0, MOST_PLACES);
}

/** A template as what stands in it and what is filled in, in turn. */
type Split = readonly { readonly text: string; readonly variable: string | null }[];

/** Null is no template that could be told from any other text. */
function splitTemplate(text: string, { format }: PromptTemplate, values: ReadonlyMap<string, string>): Split | null {
  const split: { text: string; variable: string | null }[] = [];
  const unescaped = (literal: string): string => (format === 'f-string' ? literal.replaceAll('{{', '{').replaceAll('}}', '}') : literal);
  let from = 0;
  for (const slot of templateSlots(text, format, new Set(values.keys()))) {
    const value = values.get(slot.variable);
    if (value === undefined) return null;
    split.push({ text: unescaped(text.slice(from, slot.from)), variable: null }, { text: value, variable: slot.variable });
    from = slot.to;
  }
  split.push({ text: unescaped(text.slice(from)), variable: null });
  return split;
}

/** The places of the values, if the text is the template filled in. */
function fillIn(split: Split | null, text: string): Pick<FilledPlace, 'variable' | 'from' | 'to'>[] | null {
  if (split === null) return null;
  const places: Pick<FilledPlace, 'variable' | 'from' | 'to'>[] = [];
  let at = 0;
  for (const { text: piece, variable } of split) {
    if (!text.startsWith(piece, at)) return null;
    if (variable !== null) places.push({ variable, from: at, to: at + piece.length });
    at += piece.length;
  }
  return at === text.length ? places : null;
}

function isWritten(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number' || typeof value === 'boolean';
}
