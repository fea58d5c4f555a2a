'use client';
import type { ReactElement } from 'react';
import type { RunEvent } from '../../core/model/run.ts';
import { jsonText } from '../primitives/json-text.ts';
import { JsonView } from '../primitives/JsonView.tsx';
import { ABSENT, formatDuration } from '../primitives/quantity.ts';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorFold } from './RunInspectorFold.tsx';
import { RunInspectorSection } from './RunInspectorSection.tsx';
import { useShown } from './useShown.ts';

/** Streams have an event a token. */
const STEP = 50;
const PREVIEW = 120;

/** What happened while the run ran. Renders a section. */
export function RunInspectorEvents(): ReactElement {
  const { reading, messages } = useRunInspectorContext('RunInspectorEvents');
  const shown = useShown(reading.events, STEP);
  return (
    <RunInspectorSection name="events" title={messages.sections.events} count={reading.events.length}>
      <ol data-slot="run-inspector-list">
        {shown.items.map((event, nth) => <li key={nth} data-slot="run-inspector-event"><EventItem event={event} /></li>)}
      </ol>
      {shown.left > 0 && <button type="button" data-slot="inspect-button" onClick={shown.showMore}>{messages.more(shown.step, shown.left)}</button>}
    </RunInspectorSection>
  );
}

function EventItem({ event }: { readonly event: RunEvent }): ReactElement {
  const { run, messages, locale } = useRunInspectorContext('RunInspectorEvents');
  const after = event.time === null ? null : formatDuration(event.time - run.start, locale);
  const head = (
    <>
      <span data-slot="run-inspector-time" title={after?.full}>{after === null ? ABSENT : `${after.figure} ${after.unit}`}</span>
      <span data-slot="run-inspector-role">{event.name.slice(0, 200)}</span>
    </>
  );
  if (Object.keys(event.attributes).length === 0) return <div data-slot="run-inspector-bare-event">{head}</div>;
  return (
    <RunInspectorFold title={<>{head}<span data-slot="run-inspector-preview">{jsonText(event.attributes, PREVIEW).replace(/\s+/g, ' ')}</span></>}>
      <JsonView value={event.attributes} label={event.name.slice(0, 200)} messages={messages} />
    </RunInspectorFold>
  );
}
