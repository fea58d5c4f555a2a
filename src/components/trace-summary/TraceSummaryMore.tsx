'use client';
import type { ReactElement } from 'react';
import { useTraceSummaryContext } from './TraceSummaryContext.ts';
import type { More } from './useMore.ts';

/** Shows more of a list. Renders a `<button>`; nothing if all of it is shown. */
export function TraceSummaryMore({ of }: { readonly of: More<unknown> }): ReactElement | null {
  const { messages } = useTraceSummaryContext('TraceSummaryMore');
  return of.next === 0 ? null : <button type="button" data-slot="trace-summary-link" onClick={of.showMore}>{messages.showMore(of.next)}</button>;
}
