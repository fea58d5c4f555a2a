'use client';
import * as Collapsible from '@radix-ui/react-collapsible';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { TraceSummaryModels } from './TraceSummaryModels.tsx';
import { TraceSummaryRecord } from './TraceSummaryRecord.tsx';
import { TraceSummaryWait } from './TraceSummaryWait.tsx';

/** Props of `TraceSummaryDetail`. */
export interface TraceSummaryDetailProps extends Omit<ComponentPropsWithRef<'div'>, 'dir'> {}

/** What is behind the button: models, the wait, what was recorded; or what it is given. Renders a `<div>`, empty while it is closed. */
export const TraceSummaryDetail: Part<TraceSummaryDetailProps> = /* @__PURE__ */ part(function TraceSummaryDetail({ children, ...rest }: TraceSummaryDetailProps): ReactElement {
  return (
    <Collapsible.Content {...mergeProps({ 'data-slot': 'trace-summary-detail' }, rest)}>
      {children ?? (
        <>
          <TraceSummaryModels />
          <TraceSummaryWait />
          <TraceSummaryRecord />
        </>
      )}
    </Collapsible.Content>
  );
});
