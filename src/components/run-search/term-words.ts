import { fieldNamed, valueType, type ValueType } from '../../core/analysis/search/fields.ts';
import type { QueryBound, QueryTerm } from '../../core/analysis/search/query.ts';
import type { WrittenValue } from '../../core/analysis/search/token.ts';
import { tokensOf } from '../../core/analysis/search/tokens-of.ts';
import { formatDuration, formatNumber } from '../primitives/quantity.ts';
import type { RunSearchMessages, TermRelation } from './messages.ts';

/** Longer values are cut. */
const MOST_LETTERS = 200;

/** A term as a person says it: `latency`, `>`, `2 s`. */
export interface TermWords {
  /** Null for words and phrases, and for what was not understood. */
  readonly field: string | null;
  readonly relation: string;
  readonly value: string;
}

/** Says a term. What was not understood stands as it was written. */
export function termWords(term: QueryTerm, messages: RunSearchMessages, locale: string | undefined): TermWords {
  const { field, path, test } = term;
  const token = tokensOf(term.text)[0];
  if (test === null || token === undefined || (token.type !== 'text' && token.type !== 'field')) return { field: null, relation: '', value: short(term.text) };
  if (field === null || token.type === 'text') return { field: null, relation: '', value: `“${short(token.type === 'text' ? token.value.text : term.text)}”` };

  const name = short([field, ...path].join('.'));
  const say = (relation: TermRelation, value: string): TermWords => ({ field: name, relation: messages.relations[relation], value });
  const figure: Figure = (value) => figureWords(value, term, locale);
  switch (test.type) {
    case 'exists': return say('is', messages.any);
    case 'contains': return say('contains', writtenText(token.written));
    case 'like': return say('like', writtenText(token.written));
    case 'equals': return say('is', test.number === null || typeOf(term) === 'any' ? writtenText(token.written) : figure(test.number));
    case 'between': {
      const { low, high } = test;
      if (low === null) return high === null ? say('is', messages.any) : say(...upper(high, figure));
      if (high === null) return say(...lower(low, figure));
      if (low.isIncluded && high.isIncluded) return say('between', `${figure(low.value)} – ${figure(high.value)}`);
      const [relation, least] = lower(low, figure);
      const [most, greatest] = upper(high, figure);
      return say(relation, `${least} ${messages.and} ${messages.relations[most]} ${greatest}`);
    }
    default: return test satisfies never;
  }
}

/** The same in a line, for those who hear it and for tooltips. */
export function termText(term: QueryTerm, isNegated: boolean, messages: RunSearchMessages, locale: string | undefined): string {
  const { field, relation, value } = termWords(term, messages, locale);
  const words = field === null ? value : relation === ':' ? `${field}: ${value}` : `${field} ${relation} ${value}`;
  return isNegated ? `${messages.not} ${words}` : words;
}

type Figure = (value: number | string) => string;

function lower({ value, isIncluded }: QueryBound, figure: Figure): [relation: TermRelation, value: string] {
  return [isIncluded ? 'least' : 'over', figure(value)];
}

function upper({ value, isIncluded }: QueryBound, figure: Figure): [relation: TermRelation, value: string] {
  return [isIncluded ? 'most' : 'under', figure(value)];
}

function typeOf({ field, path }: QueryTerm): ValueType | null {
  const known = field === null ? undefined : fieldNamed(field);
  return known === undefined ? null : valueType(known, path);
}

function figureWords(value: number | string, term: QueryTerm, locale: string | undefined): string {
  if (typeof value === 'string') return value;
  if (typeOf(term) !== 'duration') return formatNumber(value, locale);
  const { figure, unit } = formatDuration(value, locale);
  if (value < 0.9995 || value >= 59_950) return `${figure} ${unit}`;
  // As it was meant, where a measured duration would be told with its precision: 2 s, not 2.00 s.
  return value < 1_000 ? `${formatNumber(value, locale)} ms` : `${formatNumber(value / 1_000, locale)} s`;
}

function writtenText(written: WrittenValue): string {
  return 'value' in written ? short(written.value?.text ?? '') : '';
}

/** Who pastes a page into the field shall not get it as a chip. */
function short(text: string): string {
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS)}…` : text;
}
