'use client';
import { memo, useId, type NamedExoticComponent, type ReactElement, type ReactNode } from 'react';
import type { ConversationTurn } from '../../core/analysis/conversation/conversation.ts';
import { ConversationTraceContext, useTraceConversationContext } from './TraceConversationContext.ts';
import { TraceConversationItems } from './TraceConversationItems.tsx';
import { TraceConversationTurnHeader } from './TraceConversationTurnHeader.tsx';

/** Props of `TraceConversationTurn`. */
export interface TraceConversationTurnProps {
  readonly turn: ConversationTurn;
  /** Its place in the conversation, from 0. */
  readonly place: number;
  /** When the turn before it ended, in epoch ms; null if that is not known. */
  readonly previousEnd: number | null;
  /** What stands in the turn, in place of its header and its items. */
  readonly children?: ReactNode;
}

/** One turn, under a heading of its own. Renders an `<article>`. */
export const TraceConversationTurn: NamedExoticComponent<TraceConversationTurnProps> = memo(function TraceConversationTurn({ turn, place, previousEnd, children }: TraceConversationTurnProps): ReactElement {
  const { messages } = useTraceConversationContext('TraceConversationTurn');
  const heading = useId();
  return (
    <ConversationTraceContext.Provider value={turn.trace}>
      <article data-slot="trace-conversation-turn" data-turn={turn.id} data-status={turn.figures?.status} data-recorded={turn.figures === null ? undefined : ''} aria-labelledby={heading} tabIndex={-1}>
        {children ?? (
          <>
            <TraceConversationTurnHeader turn={turn} place={place} previousEnd={previousEnd} headingId={heading} />
            {turn.items.length === 0 ? <p data-slot="trace-conversation-none">{messages.noWords}</p> : <TraceConversationItems items={turn.items} />}
          </>
        )}
      </article>
    </ConversationTraceContext.Provider>
  );
});
