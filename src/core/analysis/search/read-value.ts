import { excerpt, type Complaints } from './complaints.ts';
import { valueType, type QueryField, type ValueType } from './fields.ts';
import { readFigure } from './figure.ts';
import { fold } from './fold.ts';
import { nearestName } from './nearest-name.ts';
import type { QueryBound, QueryTest, TextRange } from './query.ts';
import type { FieldToken, Written, WrittenOne } from './token.ts';

/** Other tracers' words for the same. */
const SYNONYMS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  status: { pending: 'running', failed: 'error', failure: 'error', ok: 'success' },
  hidden: { yes: 'true', no: 'false' },
};
const EXAMPLES: Readonly<Record<ValueType, string>> = {
  duration: '2s, 150ms or 1m30s', count: '500, 1.5k or 2M', money: '0.02 or $0.02', number: '3 or 0.5',
  word: '', prose: '', any: '', flag: '',
};

/** What a field's value asks. What is wrong with it is told in `complaints`; then it is null. */
export function readValue(token: FieldToken, field: QueryField, complaints: Complaints): QueryTest | null {
  const { written } = token;
  const type = valueType(field, token.path) ?? field.type;
  const after = { from: token.colon + 1, to: token.to };
  if (written.operator === 'broken-range') {
    complaints.add('not-a-range', after, 'A range has two ends, as in [10 TO 20]; { and } leave the ends themselves out, and * is no end. For text put it in quotes.');
    return null;
  }
  if (written.operator !== 'range') {
    if (written.value !== null) return readOne(written.value, written.operator, field, type, complaints);
    complaints.add('missing-value', token, `Nothing follows ${excerpt(`${field.name}:`)}, so it is left out. Write the value right after it, or * for any; several values are written as ${field.name}:a OR ${field.name}:b.`);
    return null;
  }
  if (!isComparable(field, type, after, complaints)) return null;
  const low = readBound(written.low, written.isLowIncluded, type, complaints);
  const high = readBound(written.high, written.isHighIncluded, type, complaints);
  return low === undefined || high === undefined ? null : { type: 'between', low, high };
}

function readOne(value: Written, operator: WrittenOne['operator'], field: QueryField, type: ValueType, complaints: Complaints): QueryTest | null {
  if (operator === '~') {
    if (isFigure(type) || type === 'flag') {
      complaints.add('not-comparable', value, `The field “${field.name}” holds no text, so ~ has no meaning. Write ${field.name}:${isFigure(type) ? '>' : ''}…`);
      return null;
    }
    return contains(value, complaints);
  }
  if (operator !== ':') {
    if (!isComparable(field, type, value, complaints)) return null;
    const bound = readBound(value, operator.endsWith('='), type, complaints);
    if (bound == null) return bound === null ? { type: 'exists' } : null;
    return operator.startsWith('>') ? { type: 'between', low: bound, high: null } : { type: 'between', low: null, high: bound };
  }
  if (!value.isQuoted && /^\*+$/.test(value.text)) return { type: 'exists' };
  if (isFigure(type)) {
    const bound = readBound(value, true, type, complaints);
    return bound == null ? null : { type: 'equals', text: fold(value.text), number: Number(bound.value) };
  }
  if (!value.isQuoted && value.text.includes('*')) return like(fold(value.text).split(/\*+/));
  if (type === 'prose') return contains(value, complaints);
  const text = wordOf(value, field, complaints);
  return text === null ? null : { type: 'equals', text, number: type === 'any' ? readFigure(value.text, type) : null };
}

/** With nothing but text between two wildcards, the text can be anywhere: that is faster to find. */
function like(parts: readonly string[]): QueryTest {
  const [before, text = '', after] = parts;
  return parts.length === 3 && before === '' && after === '' ? { type: 'contains', text } : { type: 'like', parts };
}

function contains(value: Written, complaints: Complaints): QueryTest | null {
  if (value.text !== '') return { type: 'contains', text: fold(value.text) };
  complaints.add('missing-value', value, 'The quotes are empty, so there is nothing to look for. Write a text between them.');
  return null;
}

/** The value folded; null if the field has only certain words and this is none of them. */
function wordOf(value: Written, { name, words }: QueryField, complaints: Complaints): string | null {
  const given = fold(value.text);
  const synonyms = Object.hasOwn(SYNONYMS, name) ? SYNONYMS[name]! : {};
  const text = Object.hasOwn(synonyms, given) ? synonyms[given]! : given;
  if (words === null || words.includes(text)) return text;
  const near = complaints.isFull ? null : nearestName(text, words);
  complaints.add('unknown-value', value, `No run has the ${name} ${excerpt(value.text)}, so this is left out. ${near === null ? `There are: ${words.join(', ')}.` : `Did you mean ${near}?`}`, near);
  return null;
}

function isFigure(type: ValueType): boolean {
  return type === 'duration' || type === 'count' || type === 'money' || type === 'number';
}

function isComparable(field: QueryField, type: ValueType, place: TextRange, complaints: Complaints): boolean {
  if (isFigure(type) || type === 'any') return true;
  const sentence = `The field “${field.name}” holds no figure, so >, < and ranges have no meaning. Write ${field.name}:… or ${field.name}:~… for a part of it.`;
  complaints.add('not-comparable', place, field.pathType === null ? sentence : `${sentence} A part of it can be a figure: ${field.name}.key:>10.`);
  return false;
}

/** One end of a range; null if it is `*`, which is no end; undefined if it can't be understood. */
function readBound(value: Written, isIncluded: boolean, type: ValueType, complaints: Complaints): QueryBound | null | undefined {
  if (value.text === '*' && !value.isQuoted) return null;
  const number = readFigure(value.text, type);
  if (number !== null) return { value: number, isIncluded };
  if (type === 'any' && value.text !== '') return { value: fold(value.text), isIncluded };
  complaints.add('not-a-figure', value, `${excerpt(value.text)} is not a figure that can be compared. Write it as ${EXAMPLES[type] || 'a number'}.`);
  return undefined;
}
