'use client';
import { createContext, Fragment, useContext, type Context, type ReactElement } from 'react';
import type { Run } from '../../core/model/run.ts';
import { useConversationReading } from '../../hooks/useConversationReading.ts';
import { formatShare } from '../primitives/quantity.ts';
import { useConversationTrace, useTraceConversationContext } from './TraceConversationContext.ts';

/** How many conversations are around: React's own commit recurses through what it renders. */
const DepthContext: Context<number> = createContext(0);
const DEEPEST = 8;

/** The conversation inside of a tool's run, an agent, a check. It is read when it is looked at. Renders `<ol>`s. */
export function ConversationInside({ run }: { readonly run: Run }): ReactElement {
  const { messages } = useTraceConversationContext('ConversationInside');
  const depth = useContext(DepthContext);
  if (depth >= DEEPEST) return <p data-slot="trace-conversation-none">{messages.tooDeep}</p>;
  return <DepthContext.Provider value={depth + 1}><Turns run={run} /></DepthContext.Provider>;
}

function Turns({ run }: { readonly run: Run }): ReactElement {
  const { messages, locale, renderItems } = useTraceConversationContext('ConversationInside');
  const trace = useConversationTrace('ConversationInside');
  const { conversation, isDone, progress } = useConversationReading(trace, run);
  const turns = conversation.turns.filter(({ items }) => items.length > 0);
  return (
    <div data-slot="trace-conversation-nested">
      {turns.map(({ id, items }) => <Fragment key={id}>{renderItems(items)}</Fragment>)}
      {isDone && turns.length === 0 && <p data-slot="trace-conversation-none">{messages.noWords}</p>}
      {!isDone && <p data-slot="trace-conversation-none">{messages.reading(formatShare(progress, locale))}</p>}
    </div>
  );
}
