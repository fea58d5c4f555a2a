'use client';
import { useMemo, type ComponentPropsWithRef, type ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorDocuments } from './RunInspectorDocuments.tsx';
import { RunInspectorEvents } from './RunInspectorEvents.tsx';
import { RunInspectorFeedback } from './RunInspectorFeedback.tsx';
import { RunInspectorIssues } from './RunInspectorIssues.tsx';
import { RunInspectorMessageList } from './RunInspectorMessageList.tsx';
import { RunInspectorMetadata } from './RunInspectorMetadata.tsx';
import { RunInspectorPayload } from './RunInspectorPayload.tsx';
import { RunInspectorTools } from './RunInspectorTools.tsx';
import { sectionsOf, type RunInspectorSectionName } from './sections.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `RunInspectorSections`. */
export interface RunInspectorSectionsProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {
  /** The sections to show, in this order. @default those that hold anything, what the run's kind needs most first */
  readonly sections?: readonly RunInspectorSectionName[] | undefined;
}

/** All that is known of the run, section by section. Renders a `<div>`. */
export const RunInspectorSections: Part<RunInspectorSectionsProps> = /* @__PURE__ */ part(function RunInspectorSections({ sections, ...rest }: RunInspectorSectionsProps): ReactElement {
  const { run, reading } = useRunInspectorContext('RunInspectorSections');
  const names = useMemo(() => sections ?? sectionsOf(run, reading), [sections, run, reading]);
  return (
    <div {...mergeProps({ 'data-slot': 'run-inspector-sections' }, rest)}>
      {names.map((name) => <Section key={name} name={name} />)}
    </div>
  );
});

function Section({ name }: { readonly name: RunInspectorSectionName }): ReactElement {
  const { run, reading } = useRunInspectorContext('RunInspectorSections');
  switch (name) {
    case 'messages': return <RunInspectorMessageList key={run.id} />;
    case 'documents': return <RunInspectorDocuments key={run.id} />;
    case 'tools': return <RunInspectorTools />;
    case 'metadata': return <RunInspectorMetadata />;
    case 'events': return <RunInspectorEvents key={run.id} />;
    case 'feedback': return <RunInspectorFeedback />;
    case 'issues': return <RunInspectorIssues />;
    case 'parameters': return <RunInspectorPayload name={name} value={reading.parameters} />;
    case 'query':
    case 'input':
    case 'request': return <RunInspectorPayload name={name} value={reading.inputs} />;
    case 'output':
    case 'response': return <RunInspectorPayload name={name} value={reading.outputs} />;
    case 'arguments': return <RunInspectorPayload name={name} value={reading.arguments} />;
    case 'result': return <RunInspectorPayload name={name} value={reading.result} />;
    case 'raw': return <RunInspectorPayload name={name} value={run.source} />;
    default: return name satisfies never;
  }
}
