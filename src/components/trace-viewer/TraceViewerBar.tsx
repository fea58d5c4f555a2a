'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceViewerBar`. */
export interface TraceViewerBarProps extends ComponentPropsWithRef<'div'> {}

/** What is above the views: what the trace adds up to, the choice of the view, the search. Renders a `<div>`. */
export const TraceViewerBar: Part<TraceViewerBarProps> = /* @__PURE__ */ part(function TraceViewerBar(props: TraceViewerBarProps): ReactElement {
  return <div {...mergeProps({ 'data-slot': 'trace-viewer-bar' }, props)} />;
});
