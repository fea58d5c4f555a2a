'use client';
import type { ComponentPropsWithRef, ReactElement, ReactNode } from 'react';
import { KindIcon } from '../primitives/KindIcon.tsx';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { CurrentMarkContext } from '../primitives/search-marks.ts';
import { SearchMarked } from '../primitives/SearchMarked.tsx';
import { StatusIcon } from '../primitives/StatusIcon.tsx';
import { useRunInspectorContext, useRunInspectorTarget } from './RunInspectorContext.ts';
import { RunInspectorMatches } from './RunInspectorMatches.tsx';

/** Props of `RunInspectorHeader`. */
export interface RunInspectorHeaderProps extends ComponentPropsWithRef<'div'> {}

/** LangChain numbers the tries of a step in its tags. */
const ATTEMPT = /^retry:attempt:(\d+)$/;

/** What the run is, which model it called, how it ended, and what a search found in it. Renders a `<div>` that stays above the rest. */
export const RunInspectorHeader: Part<RunInspectorHeaderProps> = /* @__PURE__ */ part(function RunInspectorHeader({ children, ...rest }: RunInspectorHeaderProps): ReactElement {
  const { run, marks, messages } = useRunInspectorContext('RunInspectorHeader');
  const target = useRunInspectorTarget('header');
  const attempts = run.tags.flatMap((tag) => ATTEMPT.exec(tag)?.[1] ?? []);
  const { name = null, provider = null } = run.model ?? {};
  const marked = (text: string, field: string): ReactNode => {
    const ranges = marks.of(field)?.rangesIn(text);
    return ranges === undefined ? text : <SearchMarked text={text} ranges={ranges} />;
  };
  return (
    <div {...mergeProps({ 'data-slot': 'run-inspector-header', 'data-searched': marks.of(null) === null ? undefined : '' }, rest)}>
      {children ?? (
        <CurrentMarkContext.Provider value={target}>
          <div data-slot="run-inspector-title">
            <KindIcon kind={run.kind} label={messages.kinds[run.kind]} />
            <h2 data-slot="run-inspector-name" title={run.name}>{marked(run.name, 'name')}</h2>
            <span data-slot="run-inspector-state" data-status={run.status}><StatusIcon status={run.status} /><span>{messages.statuses[run.status]}</span></span>
            {attempts.slice(0, 1).map((number) => <span key={number} data-slot="run-inspector-tag">{messages.attempt(number)}</span>)}
            {(name !== null || provider !== null) && (
              <span data-slot="run-inspector-model" title={[name, provider].filter((word) => word !== null).join(' · ')}>
                {name !== null && <span>{marked(name, 'model')}</span>}
                {provider !== null && <span data-slot="run-inspector-provider">{marked(provider, 'provider')}</span>}
              </span>
            )}
          </div>
          <RunInspectorMatches />
        </CurrentMarkContext.Provider>
      )}
    </div>
  );
});
