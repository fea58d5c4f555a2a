'use client';
import type { ReactElement } from 'react';
import type { RunLink } from '../../core/model/run.ts';
import { CopyButton } from '../primitives/CopyButton.tsx';
import { JsonView } from '../primitives/JsonView.tsx';
import { KindIcon } from '../primitives/KindIcon.tsx';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorFold } from './RunInspectorFold.tsx';
import { RunInspectorMore } from './RunInspectorMore.tsx';
import { RunInspectorSection } from './RunInspectorSection.tsx';
import { useShown } from './useShown.ts';

const STEP = 30;

/** The runs that this one points to: the way to those of its trace, the ids of all others. Renders a section. */
export function RunInspectorLinks(): ReactElement {
  const { reading, messages } = useRunInspectorContext('RunInspectorLinks');
  const shown = useShown(reading.links, STEP);
  return (
    <RunInspectorSection name="links" title={messages.sections.links} count={reading.links.length}>
      <ul data-slot="run-inspector-list">
        {shown.items.map((link, nth) => <LinkItem key={nth} link={link} />)}
      </ul>
      <RunInspectorMore shown={shown} at="end" />
    </RunInspectorSection>
  );
}

function LinkItem({ link }: { readonly link: RunLink }): ReactElement {
  const { trace, run, messages, onRunChange } = useRunInspectorContext('RunInspectorLinks');
  const { traceId, runId, attributes } = link;
  const isHere = traceId === null || traceId === run.traceId;
  const linked = isHere && runId !== null ? trace.get(runId) : undefined;
  return (
    <li data-slot="run-inspector-link">
      {linked === undefined ? (
        <>
          <p data-slot="run-inspector-description">{isHere ? messages.linkUnknown : messages.linkElsewhere}</p>
          <dl data-slot="run-inspector-ids">
            {runId !== null && <LinkId name={messages.link('run')} id={runId} />}
            {traceId !== null && <LinkId name={messages.link('trace')} id={traceId} />}
          </dl>
        </>
      ) : (
        <div data-slot="run-inspector-call-head">
          <KindIcon kind={linked.kind} label={messages.kinds[linked.kind]} />
          <span data-slot="run-inspector-call-name">{linked.name}</span>
          {onRunChange !== undefined && <button type="button" data-slot="inspect-button" aria-label={`${messages.openRun}: ${linked.name}`} onClick={() => onRunChange(linked.id)}>{messages.openRun}</button>}
        </div>
      )}
      {Object.keys(attributes).length > 0 && <RunInspectorFold title={messages.documentMetadata}><JsonView value={attributes} label={messages.documentMetadata} messages={messages} /></RunInspectorFold>}
    </li>
  );
}

function LinkId({ name, id }: { readonly name: string; readonly id: string }): ReactElement {
  const { messages } = useRunInspectorContext('RunInspectorLinks');
  return (
    <div data-slot="run-inspector-id">
      <dt>{name}</dt>
      <dd><code title={id.slice(0, 2_000)}>{id.slice(0, 200)}</code> <CopyButton text={() => id} messages={messages} label={name} /></dd>
    </div>
  );
}
