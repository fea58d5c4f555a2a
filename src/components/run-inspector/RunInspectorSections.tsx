'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { RunInspectorBoundary } from './RunInspectorBoundary.tsx';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorDocuments } from './RunInspectorDocuments.tsx';
import { RunInspectorEvents } from './RunInspectorEvents.tsx';
import { RunInspectorFeedback } from './RunInspectorFeedback.tsx';
import { RunInspectorIssues } from './RunInspectorIssues.tsx';
import { RunInspectorLinks } from './RunInspectorLinks.tsx';
import { RunInspectorMessageList } from './RunInspectorMessageList.tsx';
import { RunInspectorMetadata } from './RunInspectorMetadata.tsx';
import { RunInspectorPayload } from './RunInspectorPayload.tsx';
import { RunInspectorShape } from './RunInspectorShape.tsx';
import { RunInspectorTemplate } from './RunInspectorTemplate.tsx';
import { RunInspectorTools } from './RunInspectorTools.tsx';
import type { RunInspectorSectionName } from './sections.ts';

/** Props of `RunInspectorSections`. */
export interface RunInspectorSectionsProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {
  /** The sections to show, in this order. @default those that hold anything, what the run's kind needs most first */
  readonly sections?: readonly RunInspectorSectionName[] | undefined;
}

/** All that is known of the run, section by section; one that cannot be read says so alone. Renders a `<div>`. */
export const RunInspectorSections: Part<RunInspectorSectionsProps> = /* @__PURE__ */ part(function RunInspectorSections({ sections, ...rest }: RunInspectorSectionsProps): ReactElement {
  const { reading, sections: own } = useRunInspectorContext('RunInspectorSections');
  return (
    <div {...mergeProps({ 'data-slot': 'run-inspector-sections' }, rest)}>
      {(sections ?? own).map((name) => <RunInspectorBoundary key={name} name={name} of={reading}><Section name={name} /></RunInspectorBoundary>)}
    </div>
  );
});

function Section({ name }: { readonly name: RunInspectorSectionName }): ReactElement {
  const { run, reading } = useRunInspectorContext('RunInspectorSections');
  switch (name) {
    case 'messages': return <RunInspectorMessageList key={run.id} />;
    case 'documents': return <RunInspectorDocuments key={run.id} />;
    case 'template': return <RunInspectorTemplate key={run.id} />;
    case 'tools': return <RunInspectorTools />;
    case 'shape': return <RunInspectorShape />;
    case 'metadata': return <RunInspectorMetadata />;
    case 'links': return <RunInspectorLinks key={run.id} />;
    case 'events': return <RunInspectorEvents key={run.id} />;
    case 'feedback': return <RunInspectorFeedback />;
    case 'issues': return <RunInspectorIssues />;
    case 'parameters': return <RunInspectorPayload name={name} value={reading.parameters} />;
    case 'query':
    case 'input':
    case 'request': return <RunInspectorPayload name={name} value={reading.inputs} field="input" />;
    case 'output':
    case 'response': return <RunInspectorPayload name={name} value={reading.outputs} field="output" />;
    case 'arguments': return <RunInspectorPayload name={name} value={reading.arguments} field="input" />;
    case 'result': return <RunInspectorPayload name={name} value={reading.result} field="output" />;
    case 'raw': return <RunInspectorPayload name={name} value={run.source} />;
    default: return name satisfies never;
  }
}
