'use client';
import type { ReactElement } from 'react';
import type { MessagePart } from '../../core/model/content/content.ts';
import { JsonView } from '../primitives/JsonView.tsx';
import { TextBlock } from '../primitives/TextBlock.tsx';
import { RunInspectorCall, RunInspectorResult } from './RunInspectorCall.tsx';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorFold } from './RunInspectorFold.tsx';
import { RunInspectorMedia } from './RunInspectorMedia.tsx';
import type { Conversation } from './conversation.ts';

interface RunInspectorPartProps {
  readonly part: MessagePart;
  readonly conversation: Conversation;
}

/** One piece of a message. */
export function RunInspectorPart({ part, conversation }: RunInspectorPartProps): ReactElement {
  const { state, messages } = useRunInspectorContext('RunInspectorPart');
  switch (part.type) {
    case 'text': return <TextBlock text={part.text} wrap={state.wrap} messages={messages} />;
    case 'reasoning': return (
      <RunInspectorFold data-part="reasoning" title={<><span>{messages.reasoning}</span><span data-slot="run-inspector-size">{messages.characters(part.text.length)}</span></>}>
        <TextBlock text={part.text} wrap={state.wrap} messages={messages} />
      </RunInspectorFold>
    );
    case 'media': return <RunInspectorMedia media={part} />;
    case 'tool-call': return <RunInspectorCall call={part.call} conversation={conversation} />;
    case 'tool-result': return <RunInspectorResult part={part} conversation={conversation} />;
    case 'other': return <JsonView value={part.value} label={messages.json} messages={messages} />;
    default: return part satisfies never;
  }
}
