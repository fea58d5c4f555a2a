'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import type { PromptItem, SystemItem } from '../../core/analysis/conversation/conversation.ts';
import type { Message } from '../../core/model/content/content.ts';
import { KindIcon } from '../primitives/KindIcon.tsx';
import { part, type Part } from '../primitives/part.ts';
import { ConversationFold } from './ConversationFold.tsx';
import { ConversationMarked } from './ConversationMarked.tsx';
import { ConversationParts } from './ConversationParts.tsx';
import { useTraceConversationContext } from './TraceConversationContext.ts';
import { TraceConversationRun } from './TraceConversationRun.tsx';
import { useMore } from './useMore.ts';
import { firstLineOf } from './value-facts.ts';

/** Props of `TraceConversationPrompt`. */
export interface TraceConversationPromptProps extends Omit<ComponentPropsWithRef<'div'>, 'title'> {
  readonly item: SystemItem | PromptItem;
}

const STEP = 25;

/** What a model was told by the application: the system prompt, a filled template, examples. Folded. Renders a `<div>`. */
export const TraceConversationPrompt: Part<TraceConversationPromptProps> = /* @__PURE__ */ part(function TraceConversationPrompt({ item, ...rest }: TraceConversationPromptProps): ReactElement {
  const { messages } = useTraceConversationContext('TraceConversationPrompt');
  const shown = useMore(item.messages, STEP);
  const { size, begins } = factsOf(item.messages);
  const isSystem = item.type === 'system';
  return (
    <ConversationFold
      {...rest}
      id={item.id}
      end={<TraceConversationRun run={item.run} tells="name" />}
      title={
        <>
          <KindIcon kind="prompt" />
          <span data-slot="trace-conversation-title">{isSystem ? messages.system : messages.prompt}</span>
          <span data-slot="trace-conversation-preview"><ConversationMarked text={begins} field="input" /></span>
          <span data-slot="trace-conversation-note">{item.messages.length > 1 ? messages.messageCount(item.messages.length) : messages.characters(size)}</span>
        </>
      }
    >
      {shown.items.map((message, nth) => (
        <div key={nth} data-slot="trace-conversation-field" data-role={message.role}>
          {!isSystem && <p data-slot="trace-conversation-label">{Object.hasOwn(messages.roles, message.role) ? messages.roles[message.role] : message.role}</p>}
          <ConversationParts id={`${item.id}/${nth}`} parts={message.parts} field="input" isModel={false} />
        </div>
      ))}
      {shown.left > 0 && <button type="button" data-slot="inspect-button" onClick={shown.showMore}>{messages.moreSteps(STEP, shown.left)}</button>}
    </ConversationFold>
  );
});

/** How long messages are, and how the last of them begins: what was asked is at the end of a prompt. */
function factsOf(messages: readonly Message[]): { readonly size: number; readonly begins: string } {
  let size = 0;
  let begins = '';
  for (const { parts } of messages) {
    const text = parts.find(({ type }) => type === 'text');
    if (text?.type === 'text') begins = firstLineOf(text.text);
    for (const piece of parts) if (piece.type === 'text') size += piece.text.length;
  }
  return { size, begins };
}
