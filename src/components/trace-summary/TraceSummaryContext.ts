'use client';
import { createContext, useContext, type Context } from 'react';
import type { TraceSummaryState } from '../../hooks/useTraceSummary.ts';
import type { TraceSummaryMessages } from './messages.ts';

/** What the parts of a summary share. */
export interface TraceSummaryShared extends TraceSummaryState {
  readonly messages: TraceSummaryMessages;
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
}

export const TraceSummaryContext: Context<TraceSummaryShared | null> = createContext<TraceSummaryShared | null>(null);

/** The summary around a part. */
export function useTraceSummaryContext(part: string): TraceSummaryShared {
  const shared = useContext(TraceSummaryContext);
  if (shared === null) throw new Error(`<${part}> has nothing to show: it is used outside of <TraceSummaryRoot>. Put it inside of one.`);
  return shared;
}
