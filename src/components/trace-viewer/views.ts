import type { ComponentType } from 'react';
import type { TraceViewerMessages } from './messages.ts';

/** A way to look at a trace, behind a tab. */
export interface TraceViewerView {
  /** Its name in the viewer's value. */
  readonly id: string;
  /** What the tab says. */
  readonly label: string | ((messages: TraceViewerMessages) => string);
  /** What is shown: it finds the trace and what is selected by `useTraceViewerContext`. */
  readonly component: ComponentType;
}
