'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { useRunSearchContext } from './RunSearchContext.ts';

/** Props of `RunSearchProgress`. */
export interface RunSearchProgressProps extends ComponentPropsWithRef<'progress'> {}

/** How much of a large trace was looked at, as a thin bar at the foot of the frame. Renders a `<progress>` during a search. */
export const RunSearchProgress: Part<RunSearchProgressProps> = /* @__PURE__ */ part(function RunSearchProgress(props: RunSearchProgressProps): ReactElement | null {
  const { search, messages } = useRunSearchContext('RunSearchProgress');
  if (!search.isSearching) return null;
  return <progress {...mergeProps({ 'data-slot': 'run-search-progress', 'aria-label': messages.searching, max: 1, value: search.progress }, props)} />;
});
