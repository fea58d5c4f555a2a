import { excerpt, type Complaints } from './complaints.ts';
import { fieldNamed, valueType, type QueryField } from './fields.ts';
import { fold } from './fold.ts';
import { nearestField } from './nearest-name.ts';
import type { QueryTerm, QueryTest } from './query.ts';
import { readValue } from './read-value.ts';
import type { FieldToken, TextToken, Written } from './token.ts';

/** A term before it is known what stands around it. */
export type ReadTerm = Omit<QueryTerm, 'isNegated'>;

/** What a token asks. What is wrong with it is told in `complaints`, and its test is null. */
export function readTerm(token: TextToken | FieldToken, text: string, complaints: Complaints): ReadTerm {
  const place = { from: token.from, to: token.to, text: text.slice(token.from, token.to) };
  if (token.type === 'text') {
    return { ...place, text: place.text + closing(token.value, complaints), field: null, path: [], test: readPhrase(token.value, complaints) };
  }
  const written = token.written;
  if (written.operator !== 'range' && written.operator !== 'broken-range' && written.value !== null) {
    place.text += closing(written.value, complaints);
  }
  const field = readField(token, text, complaints);
  if (field === null) return { ...place, field: null, path: [], test: null };
  return { ...place, field: field.name, path: token.path, test: readValue(token, field, complaints) };
}

function readPhrase(value: Written, complaints: Complaints): QueryTest | null {
  if (value.text !== '') return { type: 'contains', text: fold(value.text) };
  complaints.add('missing-value', value, 'The quotes are empty, so there is nothing to look for. Write a text between them, or remove them.');
  return null;
}

/** What is missing at the end of a quoted text. */
function closing(value: Written, complaints: Complaints): string {
  if (value.missing !== '') complaints.add('unclosed-quote', value, 'The quote has no end, so everything after it is taken as its text. Close it with ".');
  return value.missing;
}

function readField(token: FieldToken, text: string, complaints: Complaints): QueryField | null {
  const field = fieldNamed(token.name);
  const place = { from: token.from, to: token.colon };
  const name = text.slice(place.from, place.to);
  if (field === undefined) {
    // To look for a name that is near takes longer than all else.
    if (complaints.isFull) return null;
    const near = nearestField(token.name);
    const meant = near === null ? null : `${near}${text.slice(token.from + token.name.length, token.colon)}`;
    const hint = meant === null ? `For metadata write metadata.${token.name.slice(0, 40)}:…, and for text put it in quotes.` : `Did you mean ${meant}?`;
    complaints.add('unknown-field', place, `There is no field ${excerpt(name)}, so this is left out. ${hint}`, meant);
    return null;
  }
  if (valueType(field, token.path) === null) {
    complaints.add('unknown-field', place, `The field “${field.name}” has no parts, so ${excerpt(name)} is left out. Write ${field.name}:…`, field.name);
    return null;
  }
  return field;
}
