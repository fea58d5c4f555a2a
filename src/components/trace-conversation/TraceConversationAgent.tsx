'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import type { AgentItem } from '../../core/analysis/conversation/conversation.ts';
import { KindIcon } from '../primitives/KindIcon.tsx';
import { part, type Part } from '../primitives/part.ts';
import { ConversationError } from './ConversationError.tsx';
import { ConversationFold } from './ConversationFold.tsx';
import { ConversationInside } from './ConversationInside.tsx';
import { ConversationMarked } from './ConversationMarked.tsx';
import { useConversationTrace, useTraceConversationContext } from './TraceConversationContext.ts';
import { TraceConversationRun } from './TraceConversationRun.tsx';

/** Props of `TraceConversationAgent`. */
export interface TraceConversationAgentProps extends Omit<ComponentPropsWithRef<'div'>, 'title'> {
  readonly item: AgentItem;
}

/** An agent inside of another one, or a branch beside others, with a conversation of its own. Renders a `<div>`. */
export const TraceConversationAgent: Part<TraceConversationAgentProps> = /* @__PURE__ */ part(function TraceConversationAgent({ item, ...rest }: TraceConversationAgentProps): ReactElement {
  const { messages } = useTraceConversationContext('TraceConversationAgent');
  const trace = useConversationTrace('TraceConversationAgent');
  const { run } = item;
  const { llmCalls, toolCalls, errors } = trace.totalsOf(run);
  return (
    <ConversationFold
      {...rest}
      id={item.id}
      data-status={run.status}
      end={<TraceConversationRun run={run} tells="figures" />}
      title={
        <>
          <KindIcon kind="agent" />
          <span data-slot="trace-conversation-title"><ConversationMarked text={run.name} field="name" /></span>
          <span data-slot="trace-conversation-note">{messages.calls(llmCalls, toolCalls)}</span>
          {errors > 0 && <span data-slot="trace-conversation-note" data-status="error">{messages.errors(errors)}</span>}
        </>
      }
    >
      <ConversationError run={run} />
      <ConversationInside run={run} />
    </ConversationFold>
  );
});
