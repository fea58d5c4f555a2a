'use client';
import * as Collapsible from '@radix-ui/react-collapsible';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { useTraceSummaryContext } from './TraceSummaryContext.ts';

/** Props of `TraceSummaryToggle`. */
export interface TraceSummaryToggleProps extends ComponentPropsWithRef<'button'> {}

/** Opens and closes the details. Renders a `<button>`. */
export const TraceSummaryToggle: Part<TraceSummaryToggleProps> = /* @__PURE__ */ part(function TraceSummaryToggle({ children, ...rest }: TraceSummaryToggleProps): ReactElement {
  const { messages } = useTraceSummaryContext('TraceSummaryToggle');
  return (
    <Collapsible.Trigger {...mergeProps({ 'data-slot': 'trace-summary-toggle' }, rest)}>
      {children ?? messages.details}
      <svg data-slot="trace-summary-chevron" aria-hidden viewBox="0 0 12 12" width={12} height={12} fill="none" stroke="currentColor" strokeWidth={1.5} strokeLinecap="round" strokeLinejoin="round">
        <path d="M3 4.5l3 3 3-3" />
      </svg>
    </Collapsible.Trigger>
  );
});
