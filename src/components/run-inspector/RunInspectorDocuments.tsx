'use client';
import { memo, useMemo, type NamedExoticComponent, type ReactElement } from 'react';
import type { Document } from '../../core/model/content/content.ts';
import { JsonView } from '../primitives/JsonView.tsx';
import { formatNumber } from '../primitives/quantity.ts';
import { CurrentMarkContext } from '../primitives/search-marks.ts';
import { promptSearch, type ReachedPrompt } from './reached-prompts.ts';
import { useRunInspectorContext, useRunInspectorTarget } from './RunInspectorContext.ts';
import { RunInspectorFold } from './RunInspectorFold.tsx';
import { RunInspectorModes } from './RunInspectorModes.tsx';
import { RunInspectorMore } from './RunInspectorMore.tsx';
import { RunInspectorSection } from './RunInspectorSection.tsx';
import { RunInspectorWords } from './RunInspectorWords.tsx';
import { useShown } from './useShown.ts';

const STEP = 25;
/** Characters of a document that tell which it is. */
const FIRST = 700;
const MODES = ['auto', 'markdown'] as const;

/** What was found, with its score, and whether a model was told of it. Renders a section. */
export function RunInspectorDocuments(): ReactElement {
  const { reading, messages } = useRunInspectorContext('RunInspectorDocuments');
  const title = messages.sections.documents;
  return (
    <RunInspectorSection name="documents" title={title} count={reading.documents.length} actions={<span data-slot="run-inspector-actions"><RunInspectorModes modes={MODES} label={title} /></span>}>
      <Documents />
    </RunInspectorSection>
  );
}

/** Read only while the section is open. */
function Documents(): ReactElement {
  const { trace, run, reading } = useRunInspectorContext('RunInspectorDocuments');
  const target = useRunInspectorTarget('documents');
  const shown = useShown(reading.documents, STEP, 'start', target?.item ?? null, target);
  const reachedOf = useMemo(() => promptSearch(trace, run), [trace, run]);
  return (
    <>
      <RunInspectorMore shown={shown} at="start" />
      <ol data-slot="run-inspector-documents">
        {shown.items.map((document, nth) => <DocumentItem key={shown.from + nth} document={document} place={shown.from + nth} reached={reachedOf(document)} />)}
      </ol>
      <RunInspectorMore shown={shown} at="end" />
    </>
  );
}

interface DocumentItemProps {
  readonly document: Document;
  readonly place: number;
  readonly reached: ReachedPrompt;
}

const DocumentItem: NamedExoticComponent<DocumentItemProps> = memo(function DocumentItem({ document, place, reached: { run: caller, isSure } }: DocumentItemProps): ReactElement {
  const { marks: all, messages, locale, onRunChange } = useRunInspectorContext('RunInspectorDocuments');
  const { score, content, metadata, id } = document;
  const marks = all.of('output');
  const target = useRunInspectorTarget('documents', place);
  const source = [metadata['source'], metadata['title'], metadata['url'], id].find((word) => typeof word === 'string' && word !== '') as string | undefined;
  return (
    <li data-slot="run-inspector-document">
      <div data-slot="run-inspector-document-head">
        {score !== null && <span data-slot="run-inspector-score" title={`${messages.score}: ${score}`}><span data-slot="visually-hidden">{messages.score} </span>{formatNumber(Number(score.toPrecision(3)), locale)}</span>}
        <span data-slot="run-inspector-place" title={source?.slice(0, 2_000)}>{source?.slice(0, 300) ?? ''}</span>
        {caller !== null && (onRunChange === undefined
          ? <span data-slot="run-inspector-reached" title={messages.inPromptOf(caller.name)}>{messages.inPrompt}</span>
          : <button type="button" data-slot="run-inspector-reached" title={messages.inPromptOf(caller.name)} onClick={() => onRunChange(caller.id)}>{messages.inPrompt}</button>)}
        {caller === null && isSure && <span data-slot="run-inspector-size">{messages.notInPrompt}</span>}
      </div>
      <CurrentMarkContext.Provider value={target}>
        {content === '' ? <p data-slot="run-inspector-none">{messages.noContent}</p> : <RunInspectorWords text={content} first={FIRST} field="output" />}
        {Object.keys(metadata).length > 0 && (
          <RunInspectorFold title={messages.documentMetadata} matches={marks?.countInside?.(metadata)} holds={({ root }) => root === metadata}>
            <JsonView value={metadata} label={messages.documentMetadata} marks={marks} messages={messages} />
          </RunInspectorFold>
        )}
      </CurrentMarkContext.Provider>
    </li>
  );
});
