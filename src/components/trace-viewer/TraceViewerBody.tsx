'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceViewerBody`. */
export interface TraceViewerBodyProps extends ComponentPropsWithRef<'div'> {}

/** The views, and the inspector beside them. Renders a `<div>`. */
export const TraceViewerBody: Part<TraceViewerBodyProps> = /* @__PURE__ */ part(function TraceViewerBody(props: TraceViewerBodyProps): ReactElement {
  return <div {...mergeProps({ 'data-slot': 'trace-viewer-body' }, props)} />;
});
