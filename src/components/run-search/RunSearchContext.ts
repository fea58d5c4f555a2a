'use client';
import { createContext, useContext, type Context } from 'react';
import type { RunSearchFieldState } from '../../hooks/run-search-field-state.ts';
import type { RunSearchState } from '../../hooks/run-search-state.ts';
import type { RunSearchMessages } from './messages.ts';

/** What the parts of a search field share. */
export interface RunSearchShared {
  readonly search: RunSearchState;
  readonly field: RunSearchFieldState;
  readonly messages: RunSearchMessages;
  readonly locale: string | undefined;
  /** The key that brings a person to the field, for them to be told; null if there is none. */
  readonly shortcut: string | null;
  /** The id of what tells the errors. */
  readonly errorId: string;
}

export const RunSearchContext: Context<RunSearchShared | null> = createContext<RunSearchShared | null>(null);

/** The search around a part. */
export function useRunSearchContext(part: string): RunSearchShared {
  const shared = useContext(RunSearchContext);
  if (shared === null) throw new Error(`<${part}> has nothing to search: it is used outside of <RunSearchRoot>. Put it inside of one.`);
  return shared;
}
