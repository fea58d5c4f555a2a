'use client';
import { useMemo, type ComponentPropsWithRef, type ReactElement } from 'react';
import type { CheckItem } from '../../core/analysis/conversation/conversation.ts';
import { KindIcon } from '../primitives/KindIcon.tsx';
import { part, type Part } from '../primitives/part.ts';
import { ConversationError } from './ConversationError.tsx';
import { ConversationFold } from './ConversationFold.tsx';
import { ConversationInside } from './ConversationInside.tsx';
import { ConversationMarked } from './ConversationMarked.tsx';
import { ConversationValue } from './ConversationValue.tsx';
import { useTraceConversationContext } from './TraceConversationContext.ts';
import { TraceConversationRun } from './TraceConversationRun.tsx';
import { previewOf } from './value-facts.ts';

/** Props of `TraceConversationCheck`. */
export interface TraceConversationCheckProps extends Omit<ComponentPropsWithRef<'div'>, 'title'> {
  readonly item: CheckItem;
}

/** A guardrail or an evaluator: what it found. Renders a `<div>`. */
export const TraceConversationCheck: Part<TraceConversationCheckProps> = /* @__PURE__ */ part(function TraceConversationCheck({ item, ...rest }: TraceConversationCheckProps): ReactElement {
  const { messages } = useTraceConversationContext('TraceConversationCheck');
  const { run } = item;
  const outputs = useMemo(() => run.outputs, [run]);
  const preview = useMemo(() => previewOf(outputs), [outputs]);
  return (
    <ConversationFold
      {...rest}
      id={item.id}
      data-status={run.status}
      end={<TraceConversationRun run={run} tells="figures" />}
      title={
        <>
          <KindIcon kind={run.kind} />
          <span data-slot="trace-conversation-title"><ConversationMarked text={run.name} field="name" /></span>
          <span data-slot="trace-conversation-preview"><ConversationMarked text={preview} field="output" /></span>
        </>
      }
    >
      <ConversationError run={run} />
      {item.hasInside && <ConversationInside run={run} />}
      <div data-slot="trace-conversation-field">
        <p data-slot="trace-conversation-label">{messages.result}</p>
        <ConversationValue value={outputs} label={`${messages.result}: ${run.name}`} field="output" none={messages.noResult} />
      </div>
    </ConversationFold>
  );
});
