'use client';
import * as Tabs from '@radix-ui/react-tabs';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { useTraceViewerContext } from './TraceViewerContext.ts';

/** Props of `TraceViewerTabs`. */
export interface TraceViewerTabsProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {}

/** The choice between the views. Renders a `<div>`; nothing where there is only one. */
export const TraceViewerTabs: Part<TraceViewerTabsProps> = /* @__PURE__ */ part(function TraceViewerTabs(props: TraceViewerTabsProps): ReactElement | null {
  const { views, messages } = useTraceViewerContext('TraceViewerTabs');
  if (views.length < 2) return null;
  return (
    <Tabs.List {...mergeProps({ 'data-slot': 'trace-viewer-tabs', 'aria-label': messages.view }, props)}>
      {views.map(({ id, label }) => (
        <Tabs.Trigger key={id} value={id} data-slot="trace-viewer-tab">{typeof label === 'string' ? label : label(messages)}</Tabs.Trigger>
      ))}
    </Tabs.List>
  );
});
