'use client';
import { useMemo, type ReactElement } from 'react';
import type { Message, MessagePart } from '../../core/model/content/content.ts';
import { JsonView } from '../primitives/JsonView.tsx';
import type { Conversation } from './conversation.ts';
import { RunInspectorCall, RunInspectorResult } from './RunInspectorCall.tsx';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorFold } from './RunInspectorFold.tsx';
import { RunInspectorMedia } from './RunInspectorMedia.tsx';
import { RunInspectorWords } from './RunInspectorWords.tsx';

interface RunInspectorPartProps {
  readonly part: MessagePart;
  readonly side: Message['side'];
  readonly conversation: Conversation;
}

/** One piece of a message. */
export function RunInspectorPart({ part, side, conversation }: RunInspectorPartProps): ReactElement {
  const { marks, messages } = useRunInspectorContext('RunInspectorPart');
  switch (part.type) {
    case 'text': return <RunInspectorWords text={part.text} field={side} />;
    case 'reasoning': return <Reasoning text={part.text} side={side} />;
    case 'media': return <RunInspectorMedia media={part} />;
    case 'tool-call': return <RunInspectorCall call={part.call} side={side} conversation={conversation} />;
    case 'tool-result': return <RunInspectorResult part={part} side={side} conversation={conversation} />;
    case 'other': return <JsonView value={part.value} label={messages.json} marks={marks.of(side)} messages={messages} />;
    default: return part satisfies never;
  }
}

function Reasoning({ text, side }: { readonly text: string; readonly side: Message['side'] }): ReactElement {
  const { marks, messages } = useRunInspectorContext('RunInspectorPart');
  const matches = useMemo(() => marks.inWords(side)?.rangesIn(text).length, [marks, side, text]);
  return (
    <RunInspectorFold
      data-part="reasoning"
      title={<><span>{messages.reasoning}</span><span data-slot="run-inspector-size">{messages.characters(text.length)}</span></>}
      matches={matches}
      holds={(mark) => mark.text === text}
    >
      <RunInspectorWords text={text} field={side} />
    </RunInspectorFold>
  );
}
