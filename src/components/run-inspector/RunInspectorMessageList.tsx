'use client';
import { useMemo, type ReactElement } from 'react';
import { promptPrefix } from '../../core/analysis/prompt-prefix.ts';
import type { Message } from '../../core/model/content/content.ts';
import { conversationOf, type Conversation } from './conversation.ts';
import { useRunInspectorContext, useRunInspectorTarget } from './RunInspectorContext.ts';
import { RunInspectorFold } from './RunInspectorFold.tsx';
import { RunInspectorMessage } from './RunInspectorMessage.tsx';
import { RunInspectorModes } from './RunInspectorModes.tsx';
import { RunInspectorMore } from './RunInspectorMore.tsx';
import { RunInspectorSection } from './RunInspectorSection.tsx';
import { useShown } from './useShown.ts';

/** Messages listed at once. */
const STEP = 25;

/** The conversation of a run. What the call before had in its prompt too is one line. Renders a section. */
export function RunInspectorMessageList(): ReactElement {
  const { reading, messages } = useRunInspectorContext('RunInspectorMessageList');
  return (
    <RunInspectorSection name="messages" title={messages.sections.messages} count={reading.messages.length} actions={<span data-slot="run-inspector-actions"><RunInspectorModes modes={WORDS} label={messages.sections.messages} /></span>}>
      <Messages />
    </RunInspectorSection>
  );
}

/** Words are words by themselves. */
const WORDS = ['auto', 'markdown'] as const;

/** Read only while the section is open. */
function Messages(): ReactElement {
  const { trace, run, reading, marks, messages, onRunChange } = useRunInspectorContext('RunInspectorMessageList');
  const all = reading.messages;
  const prefix = useMemo(() => promptPrefix(trace, run), [trace, run]);
  const conversation = useMemo(() => conversationOf(trace, run, all), [trace, run, all]);
  const inputs = useMemo(() => all.filter(({ side }) => side === 'input').length, [all]);
  const known = prefix?.count ?? 0;
  const before = useMemo(() => all.slice(0, known), [all, known]);
  const fresh = useMemo(() => all.slice(known), [all, known]);
  const inPrefix = useMemo(() => before.reduce((count, _, place) => count + marks.countIn('messages', place), 0), [before, marks]);
  const target = useRunInspectorTarget('messages');
  const targetItem = target?.item ?? null;
  return (
    <>
      {prefix !== null && (
        <RunInspectorFold
          data-part="prefix"
          title={messages.asBefore(prefix.count)}
          matches={inPrefix}
          holds={() => targetItem !== null && targetItem < known}
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
  const target = useRunInspectorTarget('messages');
  const wanted = target === null || target.item === null ? -1 : target.item - from;
  const isHere = wanted >= 0 && wanted < list.length;
  const shown = useShown(list, STEP, 'end', isHere ? wanted : null, target);
  return (
    <>
      <RunInspectorMore shown={shown} at="start" />
      <ol data-slot="run-inspector-messages">
        {shown.items.map((message, nth) => {
          const place = from + shown.from + nth;
          return <li key={place}><RunInspectorMessage message={message} place={place} inputs={inputs} conversation={conversation} target={target?.item === place ? target : null} /></li>;
        })}
      </ol>
      <RunInspectorMore shown={shown} at="end" />
    </>
  );
}
