'use client';
import type { ReactElement } from 'react';
import type { MessagePart } from '../../core/model/content/content.ts';
import { JsonView } from '../primitives/JsonView.tsx';
import { TextBlock } from '../primitives/TextBlock.tsx';
import { ConversationFold } from './ConversationFold.tsx';
import { ConversationMedia } from './ConversationMedia.tsx';
import { ConversationValue } from './ConversationValue.tsx';
import { useTraceConversationContext } from './TraceConversationContext.ts';
import { useMore } from './useMore.ts';

interface ConversationPartsProps {
  /** The id of what they are parts of. */
  readonly id: string;
  readonly parts: readonly MessagePart[];
  readonly field: 'input' | 'output';
  /** Whether it was written by a model, which knows Markdown. */
  readonly isModel: boolean;
}

const STEP = 50;
/** Characters that are shown at first: of an answer, and of what may be a whole file. */
const FIRST = 4_000;
const FIRST_GIVEN = 1_500;
/** Longer texts stay plain: Markdown is laid out as a whole. */
const MOST_MARKDOWN = 100_000;

/** What was said, piece by piece: words as words, reasoning folded, media when asked for. */
export function ConversationParts({ id, parts, field, isModel }: ConversationPartsProps): ReactElement {
  const { messages } = useTraceConversationContext('ConversationParts');
  const shown = useMore(parts, STEP);
  return (
    <>
      {shown.items.map((part, nth) => <ConversationPart key={nth} id={`${id}/${nth}`} part={part} field={field} isModel={isModel} />)}
      {shown.left > 0 && <button type="button" data-slot="inspect-button" onClick={shown.showMore}>{messages.moreSteps(STEP, shown.left)}</button>}
    </>
  );
}

interface ConversationPartProps {
  readonly id: string;
  readonly part: MessagePart;
  readonly field: 'input' | 'output';
  readonly isModel: boolean;
}

function ConversationPart({ id, part, field, isModel }: ConversationPartProps): ReactElement {
  const { messages, marks, renderMarkdown } = useTraceConversationContext('ConversationPart');
  const shared = { marks: marks?.[field] ?? null, messages };
  switch (part.type) {
    case 'text':
      // What a search found is marked in plain text.
      if (isModel && renderMarkdown !== undefined && marks === null && part.text.length <= MOST_MARKDOWN) return <div data-slot="trace-conversation-markdown">{renderMarkdown(part.text)}</div>;
      return <TextBlock text={part.text.trim()} first={isModel ? FIRST : FIRST_GIVEN} {...shared} />;
    case 'reasoning': return (
      <ConversationFold id={id} data-part="reasoning" title={<><span data-slot="trace-conversation-title">{messages.reasoning}</span><span data-slot="trace-conversation-note">{messages.characters(part.text.length)}</span></>}>
        <TextBlock text={part.text} first={FIRST} {...shared} />
      </ConversationFold>
    );
    case 'media': return <ConversationMedia media={part} />;
    case 'tool-call': return (
      <div data-slot="trace-conversation-field">
        <p data-slot="trace-conversation-label">{`→ ${part.call.name}`}</p>
        <ConversationValue value={part.call.arguments} label={`${messages.arguments}: ${part.call.name}`} field={field} none={messages.noArguments} />
      </div>
    );
    case 'tool-result': return (
      <div data-slot="trace-conversation-field">
        <p data-slot="trace-conversation-label">{`← ${part.name ?? part.callId ?? messages.noName}`}</p>
        <ConversationValue value={part.result} label={`${messages.result}: ${part.name ?? messages.noName}`} field={field} none={messages.noResult} />
      </div>
    );
    case 'other': return <JsonView value={part.value} label={messages.json} {...shared} />;
    default: return part satisfies never;
  }
}
