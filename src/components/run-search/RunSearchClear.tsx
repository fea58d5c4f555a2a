'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { useRunSearchContext } from './RunSearchContext.ts';
import { RunSearchIcon } from './RunSearchIcon.tsx';

/** Props of `RunSearchClear`. */
export interface RunSearchClearProps extends ComponentPropsWithRef<'button'> {}

/** Empties the field and goes there. Renders a `<button>` while there is something in the field. */
export const RunSearchClear: Part<RunSearchClearProps> = /* @__PURE__ */ part(function RunSearchClear(props: RunSearchClearProps): ReactElement | null {
  const { search, field, messages } = useRunSearchContext('RunSearchClear');
  if (search.text === '') return null;
  const own = {
    'data-slot': 'run-search-button',
    type: 'button' as const,
    'aria-label': messages.clear,
    title: messages.clear,
    onClick: field.clear,
    children: <RunSearchIcon name="clear" />,
  };
  return <button {...mergeProps(own, props)} />;
});
