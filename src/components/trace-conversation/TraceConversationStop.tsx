'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import type { StopItem } from '../../core/analysis/conversation/conversation.ts';
import { part, type Part } from '../primitives/part.ts';
import { StatusIcon } from '../primitives/StatusIcon.tsx';
import { ConversationError } from './ConversationError.tsx';
import { ConversationFold } from './ConversationFold.tsx';
import { ConversationMarked } from './ConversationMarked.tsx';
import { useTraceConversationContext } from './TraceConversationContext.ts';
import { TraceConversationRun } from './TraceConversationRun.tsx';
import { previewOf } from './value-facts.ts';

/** Props of `TraceConversationStop`. */
export interface TraceConversationStopProps extends Omit<ComponentPropsWithRef<'div'>, 'title'> {
  readonly item: StopItem;
}

/** A step that failed, or where a trace stopped to ask a person. Renders a `<div>`. */
export const TraceConversationStop: Part<TraceConversationStopProps> = /* @__PURE__ */ part(function TraceConversationStop({ item, ...rest }: TraceConversationStopProps): ReactElement {
  const { messages } = useTraceConversationContext('TraceConversationStop');
  const { run } = item;
  const status = run.status === 'interrupted' ? 'interrupted' : 'error';
  return (
    <ConversationFold
      {...rest}
      id={item.id}
      data-status={status}
      end={<TraceConversationRun run={run} />}
      title={
        <>
          <StatusIcon status={status} />
          <span data-slot="trace-conversation-title">{messages.statuses[status]}</span>
          <span data-slot="trace-conversation-preview"><ConversationMarked text={previewOf(run.error?.message ?? '')} field="error" /></span>
        </>
      }
    >
      <ConversationError run={run} />
    </ConversationFold>
  );
});
