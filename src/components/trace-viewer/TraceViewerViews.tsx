'use client';
import * as Tabs from '@radix-ui/react-tabs';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { ErrorBoundary } from '../primitives/ErrorBoundary.tsx';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { useTraceViewerContext } from './TraceViewerContext.ts';
import { viewerFailure } from './TraceViewerFailure.tsx';

/** Props of `TraceViewerViews`. */
export interface TraceViewerViewsProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {}

/** The view that is chosen. Renders a `<div>`. */
export const TraceViewerViews: Part<TraceViewerViewsProps> = /* @__PURE__ */ part(function TraceViewerViews(props: TraceViewerViewsProps): ReactElement {
  const { trace, views, viewer, isNarrow } = useTraceViewerContext('TraceViewerViews');
  return (
    // Where the inspector has taken its place, the view keeps its size, so that it is as it was when it comes back.
    <div {...mergeProps({ 'data-slot': 'trace-viewer-views', 'data-covered': isNarrow && viewer.run !== null ? '' : undefined }, props)}>
      {views.map(({ id, component: View }) => (
        // A panel that holds what takes the focus is no stop by itself.
        <Tabs.Content key={id} value={id} tabIndex={-1} data-slot="trace-viewer-view"><ErrorBoundary of={trace} fallback={viewerFailure}><View /></ErrorBoundary></Tabs.Content>
      ))}
    </div>
  );
});
