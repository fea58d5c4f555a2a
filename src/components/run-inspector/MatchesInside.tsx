'use client';
import type { ReactElement } from 'react';
import { useRunInspectorContext } from './RunInspectorContext.ts';

/** How many finds of a search something closed holds. Renders a `<span>`; nothing where there are none. */
export function MatchesInside({ count }: { readonly count: number }): ReactElement | null {
  const { messages } = useRunInspectorContext('MatchesInside');
  return count === 0 ? null : <span data-slot="matches-inside">{messages.matchesInside(count)}</span>;
}
