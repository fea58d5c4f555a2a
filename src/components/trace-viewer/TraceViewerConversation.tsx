'use client';
import type { ReactElement } from 'react';
import { TraceConversation } from '../trace-conversation/TraceConversation.tsx';
import { useTraceViewerContext } from './TraceViewerContext.ts';

/** The trace, or the thread that it is a turn of, read as chat. */
export function TraceViewerConversation(): ReactElement {
  const { thread, trace, viewer, messages, locale, now, renderMarkdown, onThreadChange } = useTraceViewerContext('TraceViewerConversation');
  return (
    <TraceConversation
      trace={trace}
      traces={thread}
      selected={viewer.value.selected}
      selectedTrace={trace.id}
      onSelectedChange={(selected, { trace: turn }) => {
        // What other turns were made of is in traces of their own, which the host may show.
        if (turn !== null && turn.id !== trace.id) onThreadChange?.(turn, selected);
        else viewer.select(selected);
      }}
      query={viewer.search.isActive ? viewer.search.query : undefined}
      renderMarkdown={renderMarkdown}
      messages={messages.parts.conversation}
      locale={locale}
      now={now}
    />
  );
}
