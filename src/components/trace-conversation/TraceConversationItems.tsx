'use client';
import { useMemo, useState, type ComponentPropsWithRef, type ReactElement } from 'react';
import type { ConversationItem } from '../../core/analysis/conversation/conversation.ts';
import { groupTools } from '../../core/analysis/conversation/group-items.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { STEP, shownPieces } from './shown-pieces.ts';
import { useCurrentRow, useTraceConversationContext } from './TraceConversationContext.ts';
import { TraceConversationItem } from './TraceConversationItem.tsx';

/** Props of `TraceConversationItems`. */
export interface TraceConversationItemsProps extends Omit<ComponentPropsWithRef<'ol'>, 'children'> {
  readonly items: readonly ConversationItem[];
}

/**
 * What was said and done in a turn, calls of one tool together. Of very many, the first, the last, and those around the
 * selected one. Renders an `<ol>`.
 */
export const TraceConversationItems: Part<TraceConversationItemsProps> = /* @__PURE__ */ part(function TraceConversationItems({ items, ...rest }: TraceConversationItemsProps): ReactElement {
  const { messages } = useTraceConversationContext('TraceConversationItems');
  const rows = useMemo(() => groupTools(items), [items]);
  const [count, setCount] = useState(STEP);
  const pieces = shownPieces(rows.length, count, useCurrentRow(items, rows));
  return (
    <ol {...mergeProps({ 'data-slot': 'trace-conversation-items' }, rest)}>
      {pieces.map(({ from, to, left }) => [
        ...rows.slice(from, to).map((row) => <TraceConversationItem key={row.id} item={row} />),
        left > 0 && (
          <li key={`after ${to}`} data-slot="trace-conversation-more">
            <button type="button" data-slot="inspect-button" onClick={() => setCount(count + STEP)}>{messages.moreSteps(STEP, left)}</button>
          </li>
        ),
      ])}
    </ol>
  );
});
