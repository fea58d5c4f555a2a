'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { KindIcon } from '../primitives/KindIcon.tsx';
import { mergeProps } from '../primitives/mergeProps.ts';
import { StatusIcon } from '../primitives/StatusIcon.tsx';
import { useRunInspectorContext } from './RunInspectorContext.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `RunInspectorHeader`. */
export interface RunInspectorHeaderProps extends ComponentPropsWithRef<'div'> {}

/** LangChain numbers the tries of a step in its tags. */
const ATTEMPT = /^retry:attempt:(\d+)$/;

/** What the run is, which model it called, and how it ended. Renders a `<div>` that stays above the rest. */
export const RunInspectorHeader: Part<RunInspectorHeaderProps> = /* @__PURE__ */ part(function RunInspectorHeader({ children, ...rest }: RunInspectorHeaderProps): ReactElement {
  const { run, messages } = useRunInspectorContext('RunInspectorHeader');
  const attempts = run.tags.flatMap((tag) => ATTEMPT.exec(tag)?.[1] ?? []);
  const { name = null, provider = null } = run.model ?? {};
  return (
    <div {...mergeProps({ 'data-slot': 'run-inspector-header' }, rest)}>
      {children ?? (
        <>
          <KindIcon kind={run.kind} label={messages.kinds[run.kind]} />
          <h2 data-slot="run-inspector-name" title={run.name}>{run.name}</h2>
          <span data-slot="run-inspector-state" data-status={run.status}><StatusIcon status={run.status} /><span>{messages.statuses[run.status]}</span></span>
          {attempts.slice(0, 1).map((number) => <span key={number} data-slot="run-inspector-tag">{messages.attempt(number)}</span>)}
          {(name !== null || provider !== null) && (
            <span data-slot="run-inspector-model" title={[name, provider].filter((word) => word !== null).join(' · ')}>
              {name !== null && <span>{name}</span>}
              {provider !== null && <span data-slot="run-inspector-provider">{provider}</span>}
            </span>
          )}
        </>
      )}
    </div>
  );
});
