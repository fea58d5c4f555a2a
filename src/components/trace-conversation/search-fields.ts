import { highlight } from '../../core/analysis/search/highlight.ts';
import type { Query } from '../../core/analysis/search/query.ts';
import type { SearchMarks } from '../primitives/search-marks.ts';

/** What a text is of, as a query names it. */
export type SearchField = 'name' | 'input' | 'output' | 'error';

/** What to mark in the texts of each field. */
export type FieldMarks = Readonly<Record<SearchField, SearchMarks>>;

/** Marks of a query; null where it asks for nothing. Keep its identity: texts are looked through again when it changes. */
export function marksOf(query: Query | undefined): FieldMarks | null {
  if (query === undefined || !query.terms.some(({ test }) => test !== null)) return null;
  const of = (field: SearchField): SearchMarks => ({ rangesIn: (text) => highlight(text, query, field) });
  return { name: of('name'), input: of('input'), output: of('output'), error: of('error') };
}
