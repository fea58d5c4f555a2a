'use client';
import type { ReactElement } from 'react';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { RunInspectorMore } from './RunInspectorMore.tsx';
import { RunInspectorSection } from './RunInspectorSection.tsx';
import { useShown } from './useShown.ts';

const STEP = 50;

/** What was odd in the record of the run, and what was done about it. Renders a section. */
export function RunInspectorIssues(): ReactElement {
  const { reading, messages } = useRunInspectorContext('RunInspectorIssues');
  const shown = useShown(reading.issues, STEP);
  return (
    <RunInspectorSection name="issues" title={messages.sections.issues} count={reading.issues.length}>
      <ul data-slot="run-inspector-list">
        {shown.items.map((issue, nth) => (
          <li key={nth} data-slot="run-inspector-issue" data-severity={issue.severity}>{issue.what} <span data-slot="run-inspector-description">{issue.done}</span></li>
        ))}
      </ul>
      <RunInspectorMore shown={shown} at="end" />
    </RunInspectorSection>
  );
}
