'use client';
import * as Collapsible from '@radix-ui/react-collapsible';
import { memo, useMemo, useState, type NamedExoticComponent, type ReactElement } from 'react';
import type { Message } from '../../core/model/content/content.ts';
import { useArrival } from '../../hooks/useArrival.ts';
import { CopyButton } from '../primitives/CopyButton.tsx';
import { jsonPieces } from '../primitives/json-text.ts';
import { CurrentMarkContext } from '../primitives/search-marks.ts';
import { SearchMarked } from '../primitives/SearchMarked.tsx';
import type { Conversation } from './conversation.ts';
import { MatchesInside } from './MatchesInside.tsx';
import { isOpenAtFirst, messageFacts } from './message-facts.ts';
import type { MatchPlace } from './match-places.ts';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { Chevron } from './RunInspectorFold.tsx';
import { RunInspectorMore } from './RunInspectorMore.tsx';
import { RunInspectorPart } from './RunInspectorPart.tsx';
import { roleName } from './role-name.ts';
import { useShown } from './useShown.ts';

interface RunInspectorMessageProps {
  readonly message: Message;
  /** Its place in the conversation. */
  readonly place: number;
  /** How many messages the run was given; 0 where none is to be open at first. */
  readonly inputs: number;
  readonly conversation: Conversation;
  /** The place in it to which the person was brought; null for any other message. */
  readonly target: MatchPlace | null;
}

const PARTS = 50;

/** One message, behind its role. Renders a `<div>`. */
export const RunInspectorMessage: NamedExoticComponent<RunInspectorMessageProps> = memo(function RunInspectorMessage({ message, place, inputs, conversation, target }: RunInspectorMessageProps) {
  const { messages, marks } = useRunInspectorContext('RunInspectorMessage');
  const { size, preview } = useMemo(() => messageFacts(message), [message]);
  const [isOpen, setOpen] = useState(() => (inputs > 0 || message.side === 'output' ? isOpenAtFirst(message, place, inputs, size) : false));
  useArrival(target, () => setOpen(true));
  const role = roleName(message.role, messages.roles);
  const ofSide = marks.inWords(message.side);
  return (
    <CurrentMarkContext.Provider value={target}>
      <Collapsible.Root data-slot="run-inspector-message" data-role={message.role} data-side={message.side} open={isOpen} onOpenChange={setOpen}>
        <div data-slot="run-inspector-message-head">
          <Collapsible.Trigger data-slot="run-inspector-trigger">
            <Chevron />
            <span data-slot="run-inspector-role">{role}</span>
            {message.name !== null && <span data-slot="run-inspector-author">{ofSide === null ? message.name : <SearchMarked text={message.name} ranges={ofSide.rangesIn(message.name)} />}</span>}
            {!isOpen && <span data-slot="run-inspector-preview">{preview}</span>}
            {!isOpen && <MatchesInside count={marks.countIn('messages', place)} />}
            {size > 0 && <span data-slot="run-inspector-size">{messages.characters(size)}</span>}
          </Collapsible.Trigger>
          {isOpen && <CopyButton text={() => copied(message)} messages={messages} label={role} />}
        </div>
        <Collapsible.Content data-slot="run-inspector-parts"><Parts message={message} conversation={conversation} target={target} /></Collapsible.Content>
      </Collapsible.Root>
    </CurrentMarkContext.Provider>
  );
});

function Parts({ message, conversation, target }: Pick<RunInspectorMessageProps, 'message' | 'conversation' | 'target'>): ReactElement {
  const { messages } = useRunInspectorContext('RunInspectorMessage');
  const { parts, side } = message;
  const reach = target === null || parts.length <= PARTS ? null : parts.findIndex((part) => 'text' in part && part.text === target.text);
  const shown = useShown(parts, PARTS, 'start', reach === -1 ? null : reach, target);
  if (parts.length === 0) return <p data-slot="run-inspector-none">{messages.noContent}</p>;
  return (
    <>
      <RunInspectorMore shown={shown} at="start" />
      {shown.items.map((part, nth) => <RunInspectorPart key={shown.from + nth} part={part} side={side} conversation={conversation} />)}
      <RunInspectorMore shown={shown} at="end" />
    </>
  );
}

/** The words of a message; of one that has none, everything. */
function copied({ parts }: Message): string | Iterable<string> {
  const words = parts.flatMap((part) => (part.type === 'text' ? [part.text] : []));
  return words.length > 0 ? words.join('\n\n') : jsonPieces(parts.length === 1 ? parts[0] : parts);
}
