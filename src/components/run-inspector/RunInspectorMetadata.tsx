'use client';
import type { ReactElement } from 'react';
import { CopyButton } from '../primitives/CopyButton.tsx';
import { jsonPieces } from '../primitives/json-text.ts';
import { JsonView } from '../primitives/JsonView.tsx';
import { SearchMarked } from '../primitives/SearchMarked.tsx';
import { useRunInspectorContext, useRunInspectorTarget } from './RunInspectorContext.ts';
import { RunInspectorMore } from './RunInspectorMore.tsx';
import { RunInspectorSection } from './RunInspectorSection.tsx';
import { useShown } from './useShown.ts';

const STEP = 60;

/** What the tracer noted beside the payloads. Renders a section. */
export function RunInspectorMetadata(): ReactElement {
  const { run, reading, marks, messages } = useRunInspectorContext('RunInspectorMetadata');
  const { metadata } = reading;
  const target = useRunInspectorTarget('metadata');
  const tags = useShown(run.tags, STEP, 'start', target?.item ?? null, target);
  const ofTag = marks.of('tag');
  const title = messages.sections.metadata;
  return (
    <RunInspectorSection name="metadata" title={title} actions={<CopyButton text={() => jsonPieces(metadata)} messages={messages} label={title} />}>
      {run.tags.length > 0 && (
        <>
          <RunInspectorMore shown={tags} at="start" />
          <ul data-slot="run-inspector-tags" aria-label={messages.tags}>
            {tags.items.map((tag, nth) => (
              <li key={tags.from + nth} data-slot="run-inspector-tag" title={tag.slice(0, 2_000)}>
                {ofTag === null ? tag.slice(0, 200) : <SearchMarked text={tag} ranges={ofTag.rangesIn(tag)} to={Math.min(200, tag.length)} />}
              </li>
            ))}
          </ul>
          <RunInspectorMore shown={tags} at="end" />
        </>
      )}
      {Object.keys(metadata).length > 0 && <JsonView value={metadata} label={title} marks={marks.of('metadata')} messages={messages} />}
    </RunInspectorSection>
  );
}
