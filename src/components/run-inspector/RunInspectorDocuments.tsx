'use client';
import { useMemo, type ReactElement } from 'react';
import type { Document } from '../../core/model/content/content.ts';
import type { Run } from '../../core/model/run.ts';
import { JsonView } from '../primitives/JsonView.tsx';
import { formatNumber } from '../primitives/quantity.ts';
import { TextBlock } from '../primitives/TextBlock.tsx';
import { reachedPrompts } from './reached-prompts.ts';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorFold } from './RunInspectorFold.tsx';
import { RunInspectorSection } from './RunInspectorSection.tsx';
import { useShown } from './useShown.ts';

const STEP = 25;
/** Characters of a document that tell which it is. */
const FIRST = 700;

/** What was found, with its score, and whether a model was told of it. Renders a section. */
export function RunInspectorDocuments(): ReactElement {
  const { reading, messages } = useRunInspectorContext('RunInspectorDocuments');
  return (
    <RunInspectorSection name="documents" title={messages.sections.documents} count={reading.documents.length}>
      <Documents />
    </RunInspectorSection>
  );
}

/** Read only while the section is open. */
function Documents(): ReactElement {
  const { trace, run, reading, messages } = useRunInspectorContext('RunInspectorDocuments');
  const shown = useShown(reading.documents, STEP);
  const { length } = shown.items;
  const reached = useMemo(() => reachedPrompts(trace, run, reading.documents.slice(0, length)), [trace, run, reading, length]);
  return (
    <>
      <ol data-slot="run-inspector-documents">
        {shown.items.map((document, nth) => <DocumentItem key={nth} document={document} reached={reached.runs[nth] ?? null} isSure={reached.isSure} />)}
      </ol>
      {shown.left > 0 && <button type="button" data-slot="inspect-button" onClick={shown.showMore}>{messages.more(shown.step, shown.left)}</button>}
    </>
  );
}

interface DocumentItemProps {
  readonly document: Document;
  readonly reached: Run | null;
  readonly isSure: boolean;
}

function DocumentItem({ document, reached, isSure }: DocumentItemProps): ReactElement {
  const { state, messages, locale, onRunChange } = useRunInspectorContext('RunInspectorDocuments');
  const { score, content, metadata, id } = document;
  const place = [metadata['source'], metadata['title'], metadata['url'], id].find((word) => typeof word === 'string' && word !== '') as string | undefined;
  return (
    <li data-slot="run-inspector-document">
      <div data-slot="run-inspector-document-head">
        {score !== null && <span data-slot="run-inspector-score" title={`${messages.score}: ${score}`}><span data-slot="visually-hidden">{messages.score} </span>{formatNumber(Number(score.toPrecision(3)), locale)}</span>}
        <span data-slot="run-inspector-place" title={place?.slice(0, 2_000)}>{place?.slice(0, 300) ?? ''}</span>
        {reached !== null && (onRunChange === undefined
          ? <span data-slot="run-inspector-reached" title={messages.inPromptOf(reached.name)}>{messages.inPrompt}</span>
          : <button type="button" data-slot="run-inspector-reached" title={messages.inPromptOf(reached.name)} onClick={() => onRunChange(reached.id)}>{messages.inPrompt}</button>)}
        {reached === null && isSure && <span data-slot="run-inspector-size">{messages.notInPrompt}</span>}
      </div>
      {content === '' ? <p data-slot="run-inspector-none">{messages.noContent}</p> : <TextBlock text={content} first={FIRST} wrap={state.wrap} messages={messages} />}
      {Object.keys(metadata).length > 0 && (
        <RunInspectorFold title={messages.documentMetadata}><JsonView value={metadata} label={messages.documentMetadata} messages={messages} /></RunInspectorFold>
      )}
    </li>
  );
}
