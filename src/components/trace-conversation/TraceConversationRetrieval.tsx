'use client';
import { useMemo, type ComponentPropsWithRef, type ReactElement } from 'react';
import type { RetrievalItem } from '../../core/analysis/conversation/conversation.ts';
import { payloadWords } from '../../core/analysis/conversation/payload-words.ts';
import type { Document } from '../../core/model/content/content.ts';
import { documentsOf } from '../../core/model/content/documents-of.ts';
import { KindIcon } from '../primitives/KindIcon.tsx';
import { part, type Part } from '../primitives/part.ts';
import { formatNumber } from '../primitives/quantity.ts';
import { TextBlock } from '../primitives/TextBlock.tsx';
import { ConversationError } from './ConversationError.tsx';
import { ConversationFold } from './ConversationFold.tsx';
import { ConversationInside } from './ConversationInside.tsx';
import { ConversationMarked } from './ConversationMarked.tsx';
import { useTraceConversationContext } from './TraceConversationContext.ts';
import { TraceConversationRun } from './TraceConversationRun.tsx';
import { useMore } from './useMore.ts';
import { firstLineOf, previewOf } from './value-facts.ts';

/** Props of `TraceConversationRetrieval`. */
export interface TraceConversationRetrievalProps extends Omit<ComponentPropsWithRef<'div'>, 'title'> {
  readonly item: RetrievalItem;
}

const STEP = 10;
const FIRST = 600;

/** What was looked for and how much was found; behind it the documents. Renders a `<div>`. */
export const TraceConversationRetrieval: Part<TraceConversationRetrievalProps> = /* @__PURE__ */ part(function TraceConversationRetrieval({ item, ...rest }: TraceConversationRetrievalProps): ReactElement {
  const { messages } = useTraceConversationContext('TraceConversationRetrieval');
  const { run } = item;
  const documents = documentsOf(run);
  const query = useMemo(() => payloadWords(run.inputs, 'input')?.text ?? previewOf(run.inputs), [run]);
  const shown = useMore(documents, STEP);
  const isFailed = run.status === 'error';
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
          <span data-slot="trace-conversation-preview"><ConversationMarked text={firstLineOf(query)} field="input" /></span>
          {isFailed
            ? <span data-slot="trace-conversation-note" data-status="error">{firstLineOf(run.error?.message ?? messages.statuses.error)}</span>
            : <span data-slot="trace-conversation-note">{messages.documents(documents.length)}</span>}
        </>
      }
    >
      <ConversationError run={run} />
      <ol data-slot="trace-conversation-documents">{shown.items.map((document, nth) => <DocumentItem key={nth} document={document} />)}</ol>
      {shown.left > 0 && <button type="button" data-slot="inspect-button" onClick={shown.showMore}>{messages.moreSteps(STEP, shown.left)}</button>}
      {item.hasInside && <ConversationInside run={run} />}
    </ConversationFold>
  );
});

function DocumentItem({ document }: { readonly document: Document }): ReactElement {
  const { messages, marks, locale } = useTraceConversationContext('TraceConversationRetrieval');
  const { content, score, metadata, id } = document;
  const place = [metadata['source'], metadata['title'], metadata['url'], id].find((word) => typeof word === 'string' && word !== '') as string | undefined;
  return (
    <li data-slot="trace-conversation-document">
      <p data-slot="trace-conversation-label">
        {score !== null && <span data-slot="trace-conversation-score">{formatNumber(Number(score.toPrecision(3)), locale)}</span>}
        {place?.slice(0, 300)}
      </p>
      <TextBlock text={content} first={FIRST} marks={marks?.output ?? null} messages={messages} />
    </li>
  );
}
