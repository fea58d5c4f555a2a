'use client';
import { useContext, type ComponentPropsWithRef, type ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { RunInspectorMatchesContext, RunInspectorTargetContext, useRunInspectorContext } from './RunInspectorContext.ts';

/** Props of `RunInspectorMatches`. */
export interface RunInspectorMatchesProps extends ComponentPropsWithRef<'div'> {}

/** How much a search found in the run, and the way from one find to the next. Renders a `<div>`; nothing without a search. */
export const RunInspectorMatches: Part<RunInspectorMatchesProps> = /* @__PURE__ */ part(function RunInspectorMatches(props: RunInspectorMatchesProps): ReactElement | null {
  const { messages } = useRunInspectorContext('RunInspectorMatches');
  const found = useContext(RunInspectorMatchesContext);
  const target = useContext(RunInspectorTargetContext);
  if (found === null || found.query === null) return null;
  const { matches, isSearching, isMore, current, next, previous } = found;
  const section = current === null || target === null || target.section === 'header' ? null : target.section === 'error' ? messages.statuses.error : messages.sections[target.section];
  return (
    <div {...mergeProps({ 'data-slot': 'run-inspector-matches', role: 'group', 'aria-label': messages.nextMatch }, props)}>
      <span role="status">
        {isSearching ? messages.searching : matches.length === 0 ? messages.noMatch : messages.matchOf(current, matches.length, isMore)}
        {section !== null && <span data-slot="run-inspector-size"> {section}</span>}
      </span>
      {matches.length > 0 && (
        <>
          <button type="button" data-slot="inspect-button" aria-label={messages.previousMatch} title={messages.previousMatch} aria-keyshortcuts="Shift+N" onClick={previous}><Arrow isUp /></button>
          <button type="button" data-slot="inspect-button" aria-label={messages.nextMatch} title={messages.nextMatch} aria-keyshortcuts="N" onClick={next}><Arrow /></button>
        </>
      )}
    </div>
  );
});

function Arrow({ isUp = false }: { readonly isUp?: boolean }): ReactElement {
  return (
    <svg aria-hidden viewBox="0 0 14 14" width={14} height={14} fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round">
      <path d={isUp ? 'M3.5 8.5 7 5l3.5 3.5' : 'M3.5 5.5 7 9l3.5-3.5'} />
    </svg>
  );
}
