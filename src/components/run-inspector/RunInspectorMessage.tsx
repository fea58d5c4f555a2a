'use client';
import * as Collapsible from '@radix-ui/react-collapsible';
import { memo, useMemo, useState, type NamedExoticComponent, type ReactElement } from 'react';
import type { Message, MessagePart } from '../../core/model/content/content.ts';
import { CopyButton } from '../primitives/CopyButton.tsx';
import { wholeJsonText } from '../primitives/json-text.ts';
import type { Conversation } from './conversation.ts';
import { isOpenAtFirst, messageFacts } from './message-facts.ts';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { Chevron } from './RunInspectorFold.tsx';
import { RunInspectorPart } from './RunInspectorPart.tsx';
import { useShown } from './useShown.ts';

interface RunInspectorMessageProps {
  readonly message: Message;
  /** Its place in the conversation. */
  readonly place: number;
  /** How many messages the run was given; 0 where none is to be open at first. */
  readonly inputs: number;
  readonly conversation: Conversation;
}

const PARTS = 50;

/** One message, behind its role. Renders a `<div>`. */
export const RunInspectorMessage: NamedExoticComponent<RunInspectorMessageProps> = memo(function RunInspectorMessage({ message, place, inputs, conversation }: RunInspectorMessageProps) {
  const { messages } = useRunInspectorContext('RunInspectorMessage');
  const { size, preview } = useMemo(() => messageFacts(message), [message]);
  const [isOpen, setOpen] = useState(() => inputs > 0 || message.side === 'output' ? isOpenAtFirst(message, place, inputs, size) : false);
  // By Object.hasOwn: the role is data, and may be called `constructor`.
  const role = Object.hasOwn(messages.roles, message.role) ? messages.roles[message.role] : message.role;
  return (
    <Collapsible.Root data-slot="run-inspector-message" data-role={message.role} data-side={message.side} open={isOpen} onOpenChange={setOpen}>
      <div data-slot="run-inspector-message-head">
        <Collapsible.Trigger data-slot="run-inspector-trigger">
          <Chevron />
          <span data-slot="run-inspector-role">{role}</span>
          {message.name !== null && <span data-slot="run-inspector-author">{message.name}</span>}
          {!isOpen && <span data-slot="run-inspector-preview">{preview}</span>}
          {size > 0 && <span data-slot="run-inspector-size">{messages.characters(size)}</span>}
        </Collapsible.Trigger>
        {isOpen && <CopyButton text={() => copied(message)} messages={messages} label={role} />}
      </div>
      <Collapsible.Content data-slot="run-inspector-parts"><Parts parts={message.parts} conversation={conversation} /></Collapsible.Content>
    </Collapsible.Root>
  );
});

function Parts({ parts, conversation }: { readonly parts: readonly MessagePart[]; readonly conversation: Conversation }): ReactElement {
  const { messages } = useRunInspectorContext('RunInspectorMessage');
  const shown = useShown(parts, PARTS);
  if (parts.length === 0) return <p data-slot="run-inspector-none">{messages.noContent}</p>;
  return (
    <>
      {shown.items.map((part, nth) => <RunInspectorPart key={nth} part={part} conversation={conversation} />)}
      {shown.left > 0 && <button type="button" data-slot="inspect-button" onClick={shown.showMore}>{messages.more(shown.step, shown.left)}</button>}
    </>
  );
}

/** The words of a message; of one that has none, everything. */
function copied({ parts }: Message): string {
  const words = parts.flatMap((part) => (part.type === 'text' ? [part.text] : []));
  return words.length > 0 ? words.join('\n\n') : wholeJsonText(parts.length === 1 ? parts[0] : parts);
}
