'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import type { MessageItem } from '../../core/analysis/conversation/conversation.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { ConversationParts } from './ConversationParts.tsx';
import { RoleIcon } from './RoleIcon.tsx';
import { useTraceConversationContext } from './TraceConversationContext.ts';
import { TraceConversationRun } from './TraceConversationRun.tsx';

/** Props of `TraceConversationMessage`. */
export interface TraceConversationMessageProps extends ComponentPropsWithRef<'div'> {
  readonly item: MessageItem;
}

/** What a person said, or what a run handed on. Renders a `<div>`. */
export const TraceConversationMessage: Part<TraceConversationMessageProps> = /* @__PURE__ */ part(function TraceConversationMessage({ item, ...rest }: TraceConversationMessageProps): ReactElement {
  const { messages } = useTraceConversationContext('TraceConversationMessage');
  // By Object.hasOwn: the role is data, and may be called `constructor`.
  const role = Object.hasOwn(messages.roles, item.role) ? messages.roles[item.role] : item.role;
  const isModel = item.role === 'assistant';
  return (
    <div {...mergeProps({ 'data-slot': 'trace-conversation-message', 'data-role': item.role }, rest)}>
      <div data-slot="trace-conversation-head">
        <RoleIcon isModel={isModel} />
        <span data-slot="trace-conversation-role">{role}</span>
        {item.name !== null && <span data-slot="trace-conversation-author">{item.name}</span>}
        <TraceConversationRun run={item.run} tells="name" />
      </div>
      <div data-slot="trace-conversation-words"><ConversationParts id={item.id} parts={item.parts} field={item.side === 'input' ? 'input' : 'output'} isModel={isModel} /></div>
    </div>
  );
});
