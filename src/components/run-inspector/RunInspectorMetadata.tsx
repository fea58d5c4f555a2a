'use client';
import type { ReactElement } from 'react';
import { CopyButton } from '../primitives/CopyButton.tsx';
import { wholeJsonText } from '../primitives/json-text.ts';
import { JsonView } from '../primitives/JsonView.tsx';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorSection } from './RunInspectorSection.tsx';
import { useShown } from './useShown.ts';

const STEP = 60;

/** What the tracer noted beside the payloads. Renders a section. */
export function RunInspectorMetadata(): ReactElement {
  const { run, reading, messages } = useRunInspectorContext('RunInspectorMetadata');
  const { metadata } = reading;
  const tags = useShown(run.tags, STEP);
  const title = messages.sections.metadata;
  return (
    <RunInspectorSection name="metadata" title={title} actions={<CopyButton text={() => wholeJsonText(metadata)} messages={messages} label={title} />}>
      {run.tags.length > 0 && (
        <ul data-slot="run-inspector-tags" aria-label={messages.tags}>
          {tags.items.map((tag, nth) => <li key={nth} data-slot="run-inspector-tag" title={tag.slice(0, 2_000)}>{tag.slice(0, 200)}</li>)}
          {tags.left > 0 && <li><button type="button" data-slot="inspect-button" onClick={tags.showMore}>{messages.more(tags.step, tags.left)}</button></li>}
        </ul>
      )}
      {Object.keys(metadata).length > 0 && <JsonView value={metadata} label={title} messages={messages} />}
    </RunInspectorSection>
  );
}
