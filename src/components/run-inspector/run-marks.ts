import { highlight } from '../../core/analysis/search/highlight.ts';
import type { Query } from '../../core/analysis/search/query.ts';
import type { SearchMarks } from '../primitives/search-marks.ts';
import type { MatchPlaces } from './match-places.ts';
import type { RunInspectorPlace } from './sections.ts';

/** What a search found in a run, for whatever shows a part of it. */
export interface RunMarks {
  /**
   * Where the finds lie in texts and trees; null without a search.
   *
   * @param field the field that the text is of, as in a query; null if it is of none
   */
  readonly of: (field: string | null) => SearchMarks | null;
  /** The same for words of a payload that are shown apart from it, in a message for instance. */
  readonly inWords: (field: string | null) => SearchMarks | null;
  /** How many finds a section holds, or one of its items; 0 without a search. */
  readonly countIn: (section: RunInspectorPlace, item?: number) => number;
}

/** No search. */
export const NO_MARKS: RunMarks = { of: () => null, inWords: () => null, countIn: () => 0 };

/** The marks of a query. Texts are looked through when they are shown. */
export function runMarks(query: Query, { inSection, inItem, inside, byField, byText }: MatchPlaces): RunMarks {
  const kept = new Map<string, SearchMarks>();
  const keep = (key: string, make: () => SearchMarks): SearchMarks => {
    let marks = kept.get(key);
    if (marks === undefined) kept.set(key, (marks = make()));
    return marks;
  };
  return {
    of: (field) => keep(`${field}`, () => ({
      rangesIn: (text) => highlight(text, query, field),
      // What a term with a path asks for is known by its place alone.
      rangesAt: (holder, key) => byField.get(holder)?.get(key),
      countInside: (container) => inside.get(container) ?? 0,
    })),
    inWords: (field) => keep(`words ${field}`, () => ({ rangesIn: (text) => byText.get(field)?.get(text) ?? highlight(text, query, field) })),
    countIn: (section, item) => (item === undefined ? inSection.get(section) : inItem.get(section)?.get(item)) ?? 0,
  };
}
