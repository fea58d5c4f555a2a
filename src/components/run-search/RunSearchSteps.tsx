'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { useRunSearchContext } from './RunSearchContext.ts';
import { RunSearchIcon } from './RunSearchIcon.tsx';

/** Props of `RunSearchSteps`. */
export interface RunSearchStepsProps extends ComponentPropsWithRef<'div'> {}

/** From match to match by button. Renders a `<div>`. */
export const RunSearchSteps: Part<RunSearchStepsProps> = /* @__PURE__ */ part(function RunSearchSteps(props: RunSearchStepsProps): ReactElement {
  const { search, messages } = useRunSearchContext('RunSearchSteps');
  const isDisabled = search.count === 0;
  return (
    <div {...mergeProps({ 'data-slot': 'run-search-steps', role: 'group', 'aria-label': messages.steps }, props)}>
      <button type="button" data-slot="run-search-button" aria-label={messages.previous} title={messages.previous} disabled={isDisabled} onClick={() => search.previous()}>
        <RunSearchIcon name="previous" />
      </button>
      <button type="button" data-slot="run-search-button" aria-label={messages.next} title={messages.next} disabled={isDisabled} onClick={() => search.next()}>
        <RunSearchIcon name="next" />
      </button>
    </div>
  );
});
