'use client';
import { useMemo, type ReactElement } from 'react';
import { SearchMarked } from '../primitives/SearchMarked.tsx';
import type { SearchField } from './search-fields.ts';
import { useTraceConversationContext } from './TraceConversationContext.ts';

/** A short text in a line, with what a search found in it marked. */
export function ConversationMarked({ text, field }: { readonly text: string; readonly field: SearchField }): ReactElement {
  const { marks } = useTraceConversationContext('ConversationMarked');
  const ranges = useMemo(() => marks?.[field].rangesIn(text) ?? [], [marks, field, text]);
  return <SearchMarked text={text} ranges={ranges} />;
}
