'use client';
import { createContext, type Context } from 'react';
import type { TextRange } from '../../core/analysis/search/query.ts';

/** Where a search's finds lie in what is on show. Keep its identity: texts are looked through again when it changes. */
export interface SearchMarks {
  /** The finds in a text, in order and without overlaps. */
  readonly rangesIn: (text: string) => readonly TextRange[];
  /** The finds in a field's value where they are known by its place; undefined where they are not. */
  readonly rangesAt?: ((holder: object, key: string | number) => readonly TextRange[] | undefined) | undefined;
  /** How many finds an object or a list holds, at any depth. */
  readonly countInside?: ((container: object) => number) | undefined;
}

/** The find at which the person is. A new object each time the person goes to one. */
export interface CurrentMark {
  /** The whole text in which it lies, and from where. */
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** Of a value in a tree of JSON, the whole tree's value, and the way from there; null for any other text. */
  readonly root?: object | null | undefined;
  readonly path?: readonly (string | number)[] | undefined;
}

/** The find at which the person is, for whatever shows its text; null everywhere else. */
export const CurrentMarkContext: Context<CurrentMark | null> = createContext<CurrentMark | null>(null);
