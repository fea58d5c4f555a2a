'use client';
import type { ReactElement } from 'react';
import type { Run } from '../../core/model/run.ts';
import { TextBlock } from '../primitives/TextBlock.tsx';
import { useTraceConversationContext } from './TraceConversationContext.ts';

const FIRST = 2_000;

/** Why a run failed, or what it asked when it was interrupted. Renders a `<div>`; nothing for a run without an error. */
export function ConversationError({ run }: { readonly run: Run }): ReactElement | null {
  const { messages, marks } = useTraceConversationContext('ConversationError');
  const { error } = run;
  if (error === null) return null;
  return (
    <div data-slot="trace-conversation-field" data-status={run.status}>
      <p data-slot="trace-conversation-label">{error.type ?? messages.statuses[run.status === 'interrupted' ? 'interrupted' : 'error']}</p>
      {error.message !== '' && <TextBlock text={error.message} first={FIRST} marks={marks?.error ?? null} messages={messages} />}
    </div>
  );
}
