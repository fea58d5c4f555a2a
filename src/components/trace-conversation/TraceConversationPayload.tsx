'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import type { PayloadItem } from '../../core/analysis/conversation/conversation.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { TextBlock } from '../primitives/TextBlock.tsx';
import { ConversationFold } from './ConversationFold.tsx';
import { ConversationValue } from './ConversationValue.tsx';
import { RoleIcon } from './RoleIcon.tsx';
import { useTraceConversationContext } from './TraceConversationContext.ts';
import { TraceConversationRun } from './TraceConversationRun.tsx';

/** Props of `TraceConversationPayload`. */
export interface TraceConversationPayloadProps extends ComponentPropsWithRef<'div'> {
  readonly item: PayloadItem;
}

const FIRST = 4_000;

/** What a trace was asked and answered without messages: its words, and the rest folded. Renders a `<div>`. */
export const TraceConversationPayload: Part<TraceConversationPayloadProps> = /* @__PURE__ */ part(function TraceConversationPayload({ item, ...rest }: TraceConversationPayloadProps): ReactElement {
  const { messages, marks } = useTraceConversationContext('TraceConversationPayload');
  const { side, text, key, value } = item;
  const whole = <ConversationValue value={value} label={messages.recorded[side]} field={side} none={messages.noResult} />;
  return (
    <div {...mergeProps({ 'data-slot': 'trace-conversation-message', 'data-role': side === 'input' ? 'user' : 'assistant', 'data-side': side }, rest)}>
      <div data-slot="trace-conversation-head">
        <RoleIcon isModel={side === 'output'} />
        <span data-slot="trace-conversation-role">{messages.payload[side]}</span>
        {key !== null && <span data-slot="trace-conversation-author">{key}</span>}
        <TraceConversationRun run={item.run} tells="name" />
      </div>
      <div data-slot="trace-conversation-words">
        {text === null ? whole : <TextBlock text={text.trim()} first={FIRST} marks={marks?.[side] ?? null} messages={messages} />}
        {text !== null && !item.isWhole && <ConversationFold id={`${item.id}/whole`} title={<span data-slot="trace-conversation-title">{messages.recorded[side]}</span>}>{whole}</ConversationFold>}
      </div>
    </div>
  );
});
