'use client';
import { memo, type NamedExoticComponent, type ReactElement } from 'react';
import type { RunEvent } from '../../core/model/run.ts';
import { jsonText } from '../primitives/json-text.ts';
import { JsonView } from '../primitives/JsonView.tsx';
import { ABSENT, formatDuration } from '../primitives/quantity.ts';
import { SearchMarked } from '../primitives/SearchMarked.tsx';
import { useRunInspectorContext, useRunInspectorTarget } from './RunInspectorContext.ts';
import { RunInspectorFold } from './RunInspectorFold.tsx';
import { RunInspectorMore } from './RunInspectorMore.tsx';
import { RunInspectorSection } from './RunInspectorSection.tsx';
import { useShown } from './useShown.ts';

/** Streams have an event a token. */
const STEP = 50;
const PREVIEW = 120;

/** What happened while the run ran. Renders a section. */
export function RunInspectorEvents(): ReactElement {
  const { reading, messages } = useRunInspectorContext('RunInspectorEvents');
  const target = useRunInspectorTarget('events');
  const shown = useShown(reading.events, STEP, 'start', target?.item ?? null, target);
  return (
    <RunInspectorSection name="events" title={messages.sections.events} count={reading.events.length}>
      <RunInspectorMore shown={shown} at="start" />
      <ol data-slot="run-inspector-list">
        {shown.items.map((event, nth) => <li key={shown.from + nth} data-slot="run-inspector-event"><EventItem event={event} place={shown.from + nth} /></li>)}
      </ol>
      <RunInspectorMore shown={shown} at="end" />
    </RunInspectorSection>
  );
}

interface EventItemProps {
  readonly event: RunEvent;
  readonly place: number;
}

const EventItem: NamedExoticComponent<EventItemProps> = memo(function EventItem({ event, place }: EventItemProps): ReactElement {
  const { run, marks: all, messages, locale } = useRunInspectorContext('RunInspectorEvents');
  const marks = all.of('event');
  const after = event.time === null ? null : formatDuration(event.time - run.start, locale);
  const name = event.name.slice(0, 200);
  const head = (
    <>
      <span data-slot="run-inspector-time" title={after?.full}>{after === null ? ABSENT : `${after.figure} ${after.unit}`}</span>
      <span data-slot="run-inspector-role">{marks === null ? name : <SearchMarked text={event.name} ranges={marks.rangesIn(event.name)} to={name.length} />}</span>
    </>
  );
  if (Object.keys(event.attributes).length === 0) return <div data-slot="run-inspector-bare-event">{head}</div>;
  return (
    <RunInspectorFold
      title={<>{head}<span data-slot="run-inspector-preview">{jsonText(event.attributes, PREVIEW).replace(/\s+/g, ' ')}</span></>}
      matches={all.countIn('events', place)}
      holds={({ root }) => root === event.attributes}
    >
      <JsonView value={event.attributes} label={name} marks={marks} messages={messages} />
    </RunInspectorFold>
  );
});
