'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { useTraceTreeContext, useTraceTreeSettings } from './TraceTreeContext.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceTreeGrid`. */
export interface TraceTreeGridProps extends ComponentPropsWithRef<'div'> {}

/** The treegrid: it names the tree and takes its keys. Renders a `<div>`. */
export const TraceTreeGrid: Part<TraceTreeGridProps> = /* @__PURE__ */ part(function TraceTreeGrid(props: TraceTreeGridProps): ReactElement {
  const { tree } = useTraceTreeContext('TraceTreeGrid');
  const { trace, messages } = useTraceTreeSettings('TraceTreeGrid');
  const own = { 'data-slot': 'trace-tree-grid', 'aria-label': messages.label(trace.name), ...tree.getGridProps() };
  return <div {...mergeProps(own, props)} />;
});
