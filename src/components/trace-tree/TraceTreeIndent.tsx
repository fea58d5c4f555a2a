'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { useTraceTreeRow } from './TraceTreeContext.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceTreeIndent`. */
export interface TraceTreeIndentProps extends ComponentPropsWithRef<'span'> {}

/** The room in front of a run, with a guide for each level, however many there are. Renders a `<span>`. */
export const TraceTreeIndent: Part<TraceTreeIndentProps> = /* @__PURE__ */ part(function TraceTreeIndent(props: TraceTreeIndentProps): ReactElement {
  const { row } = useTraceTreeRow('TraceTreeIndent');
  return <span {...mergeProps({ 'data-slot': 'trace-tree-indent', 'data-depth': row.depth, 'aria-hidden': true }, props)} />;
});
