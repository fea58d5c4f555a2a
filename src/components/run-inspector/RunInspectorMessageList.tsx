'use client';
import { useMemo, type ReactElement } from 'react';
import { promptPrefix } from '../../core/analysis/prompt-prefix.ts';
import type { Message } from '../../core/model/content/content.ts';
import { conversationOf, type Conversation } from './conversation.ts';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorFold } from './RunInspectorFold.tsx';
import { RunInspectorMessage } from './RunInspectorMessage.tsx';
import { RunInspectorSection } from './RunInspectorSection.tsx';
import { useShown } from './useShown.ts';

/** Messages listed at once. */
const STEP = 25;

/** The conversation of a run. What the call before had in its prompt too is one line. Renders a section. */
export function RunInspectorMessageList(): ReactElement {
  const { reading, messages } = useRunInspectorContext('RunInspectorMessageList');
  return (
    <RunInspectorSection name="messages" title={messages.sections.messages} count={reading.messages.length}>
      <Messages />
    </RunInspectorSection>
  );
}

/** Read only while the section is open. */
function Messages(): ReactElement {
  const { trace, run, reading, messages, onRunChange } = useRunInspectorContext('RunInspectorMessageList');
  const all = reading.messages;
  const prefix = useMemo(() => promptPrefix(trace, run), [trace, run]);
  const conversation = useMemo(() => conversationOf(trace, run, all), [trace, run, all]);
  const inputs = useMemo(() => all.filter(({ side }) => side === 'input').length, [all]);
  const known = prefix?.count ?? 0;
  const before = useMemo(() => all.slice(0, known), [all, known]);
  const fresh = useMemo(() => all.slice(known), [all, known]);
  return (
    <>
      {prefix !== null && (
        <RunInspectorFold
          data-part="prefix"
          title={messages.asBefore(prefix.count)}
          actions={onRunChange && <button type="button" data-slot="inspect-button" onClick={() => onRunChange(prefix.previous.id)}>{messages.goToPrevious}</button>}
        >
          <MessageSteps list={before} from={0} inputs={0} conversation={conversation} />
        </RunInspectorFold>
      )}
      <MessageSteps list={fresh} from={known} inputs={inputs} conversation={conversation} />
    </>
  );
}

interface MessageStepsProps {
  readonly list: readonly Message[];
  /** The place of the first message in the conversation. */
  readonly from: number;
  /** How many messages the run was given; 0 where none is to be open at first. */
  readonly inputs: number;
  readonly conversation: Conversation;
}

function MessageSteps({ list, from, inputs, conversation }: MessageStepsProps): ReactElement {
  const { messages } = useRunInspectorContext('RunInspectorMessageList');
  const shown = useShown(list, STEP, 'end');
  return (
    <>
      {shown.left > 0 && <button type="button" data-slot="inspect-button" onClick={shown.showMore}>{messages.earlier(shown.step, shown.left)}</button>}
      <ol data-slot="run-inspector-messages">
        {shown.items.map((message, nth) => {
          const place = from + shown.from + nth;
          return <li key={place}><RunInspectorMessage message={message} place={place} inputs={inputs} conversation={conversation} /></li>;
        })}
      </ol>
    </>
  );
}
