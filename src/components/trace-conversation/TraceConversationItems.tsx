'use client';
import { useMemo, type ComponentPropsWithRef, type ReactElement } from 'react';
import type { ConversationItem } from '../../core/analysis/conversation/conversation.ts';
import { groupTools } from '../../core/analysis/conversation/group-items.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { TraceConversationItem } from './TraceConversationItem.tsx';
import { useCurrentRow, useTraceConversationContext } from './TraceConversationContext.ts';
import { useMore } from './useMore.ts';

/** Props of `TraceConversationItems`. */
export interface TraceConversationItemsProps extends Omit<ComponentPropsWithRef<'ol'>, 'children'> {
  readonly items: readonly ConversationItem[];
}

/** Items that are shown at once, before the last ones. */
const STEP = 40;
/** Items at the end that are always shown: how it came out. */
const LAST = 3;

/** What was said and done in a turn, calls of one tool together. Of very many, the first and the last. Renders an `<ol>`. */
export const TraceConversationItems: Part<TraceConversationItemsProps> = /* @__PURE__ */ part(function TraceConversationItems({ items, ...rest }: TraceConversationItemsProps): ReactElement {
  const { messages } = useTraceConversationContext('TraceConversationItems');
  const grouped = useMemo(() => groupTools(items), [items]);
  const [before, last] = useMemo(() => [grouped.slice(0, -LAST), grouped.slice(-LAST)], [grouped]);
  const shown = useMore(before, STEP, useCurrentRow(before) + 1);
  return (
    <ol {...mergeProps({ 'data-slot': 'trace-conversation-items' }, rest)}>
      {shown.items.map((item) => <TraceConversationItem key={item.id} item={item} />)}
      {shown.left > 0 && <li data-slot="trace-conversation-more"><button type="button" data-slot="inspect-button" onClick={shown.showMore}>{messages.moreSteps(STEP, shown.left)}</button></li>}
      {last.map((item) => <TraceConversationItem key={item.id} item={item} />)}
    </ol>
  );
});
