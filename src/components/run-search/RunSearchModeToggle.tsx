'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { useRunSearchContext } from './RunSearchContext.ts';
import { RunSearchIcon } from './RunSearchIcon.tsx';

/** Props of `RunSearchModeToggle`. */
export interface RunSearchModeToggleProps extends ComponentPropsWithRef<'button'> {}

/** Whether only matches and the runs around them are on show, or all runs with the matches among them. Renders a `<button>`. */
export const RunSearchModeToggle: Part<RunSearchModeToggleProps> = /* @__PURE__ */ part(function RunSearchModeToggle(props: RunSearchModeToggleProps): ReactElement {
  const { search, messages } = useRunSearchContext('RunSearchModeToggle');
  const isFilter = search.mode === 'filter';
  const own = {
    'data-slot': 'run-search-mode',
    type: 'button' as const,
    'aria-pressed': isFilter,
    'aria-label': messages.onlyMatches,
    title: messages.onlyMatches,
    onClick: () => search.setMode(isFilter ? 'highlight' : 'filter'),
    children: <><RunSearchIcon name="filter" /><span data-slot="run-search-label">{messages.onlyMatches}</span></>,
  };
  return <button {...mergeProps(own, props)} />;
});
