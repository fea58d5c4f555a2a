import type { Shape, ShapeKind } from './shape.ts';

/** The words in which a shape is told. */
export interface ShapeWords {
  readonly null: string;
  readonly boolean: string;
  readonly number: string;
  readonly text: string;
  readonly jsonText: string;
  readonly other: string;
  /** Where there is nothing. */
  readonly nothing: string;
  /** What stands where nobody looked. */
  readonly unseen: string;
  readonly emptyList: string;
  readonly characters: (least: number, most: number) => string;
  /** What stands before the entries of a list. */
  readonly times: (least: number, most: number) => string;
  readonly moreFields: (count: number) => string;
}

const count = (value: number): string => value.toLocaleString('en');

/** English. */
export const ENGLISH_SHAPE: ShapeWords = {
  null: 'null', boolean: 'boolean', number: 'number', text: 'text', jsonText: 'JSON text', other: 'other', nothing: '–', unseen: '…', emptyList: 'empty list',
  characters: (least, most) => (least === most ? `${count(most)} ${most === 1 ? 'character' : 'characters'}` : `${count(least)} to ${count(most)} characters`),
  times: (least, most) => (least === most ? `${count(most)} ×` : `${count(least)} to ${count(most)} ×`),
  moreFields: (fields) => `… ${count(fields)} more`,
};

/**
 * A shape in one line: `{ question: text, sources: 5 × { url: text, score?: number } }`. A text tells its length where it
 * is the whole.
 *
 * @param atMost characters after which the line is cut, with “…”
 */
export function shapeText(shape: Shape, words: ShapeWords = ENGLISH_SHAPE, atMost = 400): string {
  let text = '';
  // What is still to be written, the next on top.
  const left: (string | Shape)[] = [shape];
  while (left.length > 0 && text.length <= atMost) {
    const next = left.pop()!;
    if (typeof next === 'string') text += next;
    else if (next.kinds.length === 0) text += words.nothing;
    else {
      for (let at = next.kinds.length - 1; at >= 0; at--) {
        pushKind(next.kinds[at]!, next === shape, words, left);
        if (at > 0) left.push(' | ');
      }
    }
  }
  return text.length <= atMost ? text : `${text.slice(0, atMost)}…`;
}

function pushKind(kind: ShapeKind, isWhole: boolean, words: ShapeWords, left: (string | Shape)[]): void {
  switch (kind.type) {
    case 'text': {
      const name = kind.isJson ? words.jsonText : words.text;
      left.push(isWhole ? `${name}, ${words.characters(kind.least, kind.most)}` : name);
      break;
    }
    case 'list':
      if (kind.most === 0) left.push(words.emptyList);
      else left.push(kind.entries, `${words.times(kind.least, kind.most)} `);
      break;
    case 'object': {
      const { fields, more } = kind;
      if (fields.length === 0) {
        left.push('{}');
        break;
      }
      left.push(more > 0 ? `, ${words.moreFields(more)} }` : ' }');
      for (let at = fields.length - 1; at >= 0; at--) {
        const { name, isOptional, shape } = fields[at]!;
        left.push(shape, `${at === 0 ? '{ ' : ', '}${name.slice(0, 60)}${isOptional ? '?' : ''}: `);
      }
      break;
    }
    default:
      left.push(words[kind.type]);
  }
}
