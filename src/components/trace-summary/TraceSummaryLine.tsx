'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceSummaryLine`. */
export interface TraceSummaryLineProps extends ComponentPropsWithRef<'div'> {}

/** Parts beside each other, below each other where there is no room. Renders a `<div>`. */
export const TraceSummaryLine: Part<TraceSummaryLineProps> = /* @__PURE__ */ part(function TraceSummaryLine(props: TraceSummaryLineProps): ReactElement {
  return <div {...mergeProps({ 'data-slot': 'trace-summary-line' }, props)} />;
});
