'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import type { ModelItem } from '../../core/analysis/conversation/conversation.ts';
import { KindIcon } from '../primitives/KindIcon.tsx';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { StatusIcon } from '../primitives/StatusIcon.tsx';
import { ConversationError } from './ConversationError.tsx';
import { ConversationFold } from './ConversationFold.tsx';
import { ConversationMarked } from './ConversationMarked.tsx';
import { ConversationParts } from './ConversationParts.tsx';
import { RoleIcon } from './RoleIcon.tsx';
import { useTraceConversationContext } from './TraceConversationContext.ts';
import { TraceConversationRun } from './TraceConversationRun.tsx';
import { firstLineOf } from './value-facts.ts';

/** Props of `TraceConversationModel`. */
export interface TraceConversationModelProps extends ComponentPropsWithRef<'div'> {
  readonly item: ModelItem;
}

/** A model call: what it said; a line if it said nothing; its error if it failed. Renders a `<div>`. */
export const TraceConversationModel: Part<TraceConversationModelProps> = /* @__PURE__ */ part(function TraceConversationModel({ item, ...rest }: TraceConversationModelProps): ReactElement {
  const { messages } = useTraceConversationContext('TraceConversationModel');
  const { run, parts, attempt, name } = item;
  if (run.status === 'error') return <Failed {...rest} item={item} />;
  const author = (
    <>
      {name !== null && <span data-slot="trace-conversation-author">{name}</span>}
      {attempt !== null && <span data-slot="trace-conversation-note">{messages.attempt(attempt)}</span>}
    </>
  );
  if (parts.length === 0) {
    return (
      <div {...mergeProps({ 'data-slot': 'trace-conversation-line', 'data-part': 'silent' }, rest)}>
        <span data-slot="trace-conversation-trigger">
          <KindIcon kind="llm" />
          <span data-slot="trace-conversation-note">{messages.kinds.llm}</span>
          {author}
        </span>
        <TraceConversationRun run={run} />
      </div>
    );
  }
  return (
    <div {...mergeProps({ 'data-slot': 'trace-conversation-message', 'data-role': 'assistant' }, rest)}>
      <div data-slot="trace-conversation-head">
        <RoleIcon isModel />
        <span data-slot="trace-conversation-role">{messages.roles['assistant']}</span>
        {author}
        <TraceConversationRun run={run} />
      </div>
      <div data-slot="trace-conversation-words"><ConversationParts id={item.id} parts={parts} field="output" isModel /></div>
    </div>
  );
});

/** A call that failed: the first line of its error, and what it had said up to then. */
function Failed({ item, ...rest }: { readonly item: ModelItem } & ComponentPropsWithRef<'div'>): ReactElement {
  const { messages } = useTraceConversationContext('TraceConversationModel');
  const { run, parts, attempt } = item;
  return (
    <ConversationFold
      {...rest}
      id={item.id}
      data-status="error"
      end={<TraceConversationRun run={run} />}
      title={
        <>
          <StatusIcon status="error" />
          <span data-slot="trace-conversation-title">{messages.failedAttempt(attempt)}</span>
          <span data-slot="trace-conversation-preview"><ConversationMarked text={firstLineOf(run.error?.message ?? '')} field="error" /></span>
        </>
      }
    >
      <ConversationError run={run} />
      {parts.length > 0 && <ConversationParts id={item.id} parts={parts} field="output" isModel />}
    </ConversationFold>
  );
}
