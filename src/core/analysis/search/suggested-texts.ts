import type { Trace } from '../../model/trace.ts';
import { fieldNamed, QUERY_FIELDS, type QueryField } from './fields.ts';
import { fold } from './fold.ts';
import { quoted, traceWords, type WordCounts } from './trace-words.ts';

/** A suggestion that has no place yet. */
export interface SuggestedText {
  readonly type: 'field' | 'value';
  readonly text: string;
  readonly field: string;
  readonly count: number | null;
}

/** Names of fields that begin like this, names in which it occurs, and paths that the trace has. */
export function suggestedNames(begun: string, trace: Trace): SuggestedText[] {
  const start = fold(begun);
  const names: string[] = [];
  for (const { name, aliases } of QUERY_FIELDS) {
    const near = [name, ...aliases].find((one) => one.startsWith(start)) ?? (start.length > 1 && name.includes(start) ? name : undefined);
    if (near !== undefined) names.push(near);
  }
  names.sort((a, b) => Number(b.startsWith(start)) - Number(a.startsWith(start)));
  if (start !== '') for (const [path] of ranked(traceWords(trace).paths, start)) names.push(path);
  return names.map((name) => ({ type: 'field', text: `${name}:`, field: fieldNamed(name.split('.', 1)[0] ?? '')?.name ?? name, count: null }));
}

/** Values of one field that begin like this, or in which it occurs; or of all fields, each with its field's name. */
export function suggestedValues(begun: string, field: QueryField | null, trace: Trace): SuggestedText[] {
  const start = fold(begun);
  const { values } = traceWords(trace);
  const valuesOf = (name: string): SuggestedText[] =>
    ranked(values.get(name), start).map(([value, count]) => ({ type: 'value', text: `${field === null ? `${name}:` : ''}${written(value)}`, field: name, count }));
  // The tracer's own word for a kind is mostly the kind again.
  if (field === null) return start === '' ? [] : [...values.keys()].filter((name) => name !== 'source_kind').flatMap(valuesOf);
  if (values.has(field.name) || field.words === null) return valuesOf(field.name);
  return field.words.filter((word) => word.startsWith(start)).map((word) => ({ type: 'value', text: word, field: field.name, count: null }));
}

/** The words that begin like this, then those in which it occurs, each by how often they do. */
function ranked(words: WordCounts = new Map(), start: string): [word: string, count: number][] {
  const begins: [string, number][] = [];
  const holds: [string, number][] = [];
  for (const entry of words) {
    const word = fold(entry[0]);
    if (word.startsWith(start)) begins.push(entry);
    else if (start.length > 1 && word.includes(start)) holds.push(entry);
  }
  const byCount = (a: readonly [string, number], b: readonly [string, number]): number => b[1] - a[1];
  return [...begins.toSorted(byCount), ...holds.toSorted(byCount)];
}

/** A value as a query writes it: in quotes where it would mean something else. */
function written(value: string): string {
  return /^(?!\/\/)[^\s"()*~<>[\]{}\\][^\s()*]*$/.test(value) ? value : quoted(value);
}
