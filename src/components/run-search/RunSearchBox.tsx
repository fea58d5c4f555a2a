'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { useRunSearchContext } from './RunSearchContext.ts';
import { RunSearchIcon } from './RunSearchIcon.tsx';

/** Props of `RunSearchBox`. */
export interface RunSearchBoxProps extends ComponentPropsWithRef<'div'> {}

/** The frame around the field: what opens under the field is as wide as this. Renders a `<div>`. */
export const RunSearchBox: Part<RunSearchBoxProps> = /* @__PURE__ */ part(function RunSearchBox({ children, ...rest }: RunSearchBoxProps): ReactElement {
  const { field, search, shortcut } = useRunSearchContext('RunSearchBox');
  const own = { 'data-slot': 'run-search-box', 'data-invalid': field.errors.length > 0 ? '' : undefined };
  return (
    <div {...mergeProps(own, rest)}>
      <RunSearchIcon name="search" />
      {children}
      {shortcut !== null && search.text === '' && <kbd data-slot="run-search-shortcut" aria-hidden>{shortcut}</kbd>}
    </div>
  );
});
