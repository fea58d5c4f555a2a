'use client';
import { useMemo, type ComponentPropsWithRef, type ReactElement } from 'react';
import type { ToolItem } from '../../core/analysis/conversation/conversation.ts';
import { toolCallsOf } from '../../core/model/content/tool-calls-of.ts';
import { KindIcon } from '../primitives/KindIcon.tsx';
import { part, type Part } from '../primitives/part.ts';
import { ConversationError } from './ConversationError.tsx';
import { ConversationFold } from './ConversationFold.tsx';
import { ConversationInside } from './ConversationInside.tsx';
import { ConversationMarked } from './ConversationMarked.tsx';
import { ConversationValue } from './ConversationValue.tsx';
import { useConversationTrace, useTraceConversationContext } from './TraceConversationContext.ts';
import { TraceConversationRun } from './TraceConversationRun.tsx';
import { firstLineOf, previewOf, sizeOf } from './value-facts.ts';

/** Props of `TraceConversationTool`. */
export interface TraceConversationToolProps extends Omit<ComponentPropsWithRef<'div'>, 'title'> {
  readonly item: ToolItem;
}

/** A tool in a line: with what it was called, how much it answered; behind it both, and what went on inside. Renders a `<div>`. */
export const TraceConversationTool: Part<TraceConversationToolProps> = /* @__PURE__ */ part(function TraceConversationTool({ item, ...rest }: TraceConversationToolProps): ReactElement {
  const { messages } = useTraceConversationContext('TraceConversationTool');
  const trace = useConversationTrace('TraceConversationTool');
  const { call, toolRun, hasInside } = item;
  const carriedOut = useMemo(() => (toolRun === null ? undefined : toolCallsOf(toolRun)[0]), [toolRun]);
  const given = call?.arguments ?? carriedOut?.arguments;
  const result = item.result ?? carriedOut?.result;
  const preview = useMemo(() => previewOf(given), [given]);
  const name = item.name === '' ? messages.noName : item.name;
  const totals = toolRun === null || !hasInside ? null : trace.totalsOf(toolRun);
  // The tool itself is one of its calls.
  const inside = totals === null ? '' : messages.calls(totals.llmCalls, totals.toolCalls - 1);
  const error = toolRun?.status === 'error' ? firstLineOf(toolRun.error?.message ?? '') : null;
  return (
    <ConversationFold
      {...rest}
      id={item.id}
      data-status={toolRun?.status}
      end={<TraceConversationRun run={item.run} tells="figures" />}
      title={
        <>
          <KindIcon kind={totals !== null && totals.llmCalls > 0 ? 'agent' : 'tool'} />
          <span data-slot="trace-conversation-title"><ConversationMarked text={name} field="name" /></span>
          <span data-slot="trace-conversation-preview"><ConversationMarked text={preview} field="input" /></span>
          {error !== null && <span data-slot="trace-conversation-note" data-status="error">{error}</span>}
          {error === null && inside !== '' && <span data-slot="trace-conversation-note">{inside}</span>}
          {error === null && inside === '' && <Size value={result} />}
        </>
      }
    >
      {toolRun === null && <p data-slot="trace-conversation-none">{messages.notCarriedOut}</p>}
      <div data-slot="trace-conversation-field">
        <p data-slot="trace-conversation-label">{messages.arguments}</p>
        <ConversationValue value={given} label={`${messages.arguments}: ${name}`} field="input" none={messages.noArguments} />
      </div>
      {toolRun !== null && hasInside && (
        <div data-slot="trace-conversation-field">
          <p data-slot="trace-conversation-label">{messages.inside}</p>
          <ConversationInside run={toolRun} />
        </div>
      )}
      {toolRun !== null && <ConversationError run={toolRun} />}
      {(result !== undefined || toolRun?.error == null) && (
        <div data-slot="trace-conversation-field">
          <p data-slot="trace-conversation-label">{messages.result}</p>
          <ConversationValue value={result} label={`${messages.result}: ${name}`} field="output" none={messages.noResult} />
        </div>
      )}
    </ConversationFold>
  );
});

/** How much a tool answered. */
function Size({ value }: { readonly value: unknown }): ReactElement | null {
  const { messages } = useTraceConversationContext('TraceConversationTool');
  const size = sizeOf(value);
  if (size === null) return null;
  return <span data-slot="trace-conversation-note">{size.of === 'text' ? messages.characters(size.count) : messages.entries(size.count, size.of)}</span>;
}
