'use client';
import * as Collapsible from '@radix-ui/react-collapsible';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import type { Issue } from '../../core/model/issue.ts';
import { useTraceTreeContext, useTraceTreeSettings } from './TraceTreeContext.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceTreeIssues`. */
export interface TraceTreeIssuesProps extends ComponentPropsWithRef<'div'> {}

/** Issues listed at most: thousands of the same kind tell no more. */
const MOST = 100;

/** What was odd in the input and what was done about it, behind a button. Renders a `<div>`; nothing if all was well. */
export const TraceTreeIssues: Part<TraceTreeIssuesProps> = /* @__PURE__ */ part(function TraceTreeIssues(props: TraceTreeIssuesProps): ReactElement | null {
  const { tree } = useTraceTreeContext('TraceTreeIssues');
  const { trace, messages } = useTraceTreeSettings('TraceTreeIssues');
  const { issues } = trace;
  if (issues.length === 0) return null;
  return (
    <Collapsible.Root data-slot="trace-tree-issues" {...props}>
      <Collapsible.Trigger data-slot="trace-tree-button">{messages.issues(issues.length)}</Collapsible.Trigger>
      <Collapsible.Content data-slot="trace-tree-panel">
        <ul data-slot="trace-tree-issue-list">
          {issues.slice(0, MOST).map((issue, nth) => (
            // Issues have no id, and their list never changes.
            <IssueItem key={nth} issue={issue} goTo={runNameOf(issue, trace.get.bind(trace))} label={messages.goToRun} onGo={tree.reveal} />
          ))}
        </ul>
        {issues.length > MOST && <p data-slot="trace-tree-more">{messages.moreIssues(issues.length - MOST)}</p>}
      </Collapsible.Content>
    </Collapsible.Root>
  );
});

interface IssueItemProps {
  readonly issue: Issue;
  readonly goTo: string | undefined;
  readonly label: string;
  readonly onGo: (id: string) => void;
}

function IssueItem({ issue, goTo, label, onGo }: IssueItemProps): ReactElement {
  const { runId } = issue;
  return (
    <li data-slot="trace-tree-issue" data-severity={issue.severity}>
      {goTo !== undefined && runId !== null && (
        <button type="button" data-slot="trace-tree-button" title={label} onClick={() => onGo(runId)}>{goTo}</button>
      )}
      <span>{issue.what}</span> <span data-slot="trace-tree-issue-done">{issue.done}</span>
    </li>
  );
}

function runNameOf(issue: Issue, get: (id: string) => { readonly name: string } | undefined): string | undefined {
  return issue.runId === null ? undefined : get(issue.runId)?.name;
}
