'use client';
import { createContext, useContext, type Context, type ReactNode, type RefObject } from 'react';
import type { Trace } from '../../core/model/trace.ts';
import type { TraceViewerState } from '../../hooks/useTraceViewer.ts';
import type { TraceViewerMessages } from './messages.ts';
import type { TraceViewerPreferences } from './preferences.ts';
import type { TraceViewerView } from './views.ts';

/** What the parts of a viewer share: all that a part of one's own needs. */
export interface TraceViewerShared {
  readonly trace: Trace;
  /** All turns of the conversation that the trace belongs to; the trace alone if no others are known. */
  readonly thread: readonly Trace[];
  readonly viewer: TraceViewerState;
  readonly views: readonly TraceViewerView[];
  readonly preferences: TraceViewerPreferences;
  readonly setPreferences: (changed: Partial<TraceViewerPreferences>) => void;
  readonly messages: TraceViewerMessages;
  readonly locale: string | undefined;
  readonly now: number | undefined;
  readonly density: 'normal' | 'compact';
  readonly renderMarkdown: ((text: string) => ReactNode) | undefined;
  /** Whether there is room for one thing only. */
  readonly isNarrow: boolean;
  /** The width of the viewer in px; 0 until it is known. */
  readonly width: number;
  /** The field of the search, for the key `/`. */
  readonly searchRef: RefObject<HTMLInputElement | null>;
  /** Shows no run, and gives the focus back to where it was opened. */
  readonly closeInspector: () => void;
  readonly isHelpOpen: boolean;
  readonly setHelpOpen: (open: boolean) => void;
  readonly onThreadChange: ((trace: Trace, selected: string | null) => void) | undefined;
}

export const TraceViewerContext: Context<TraceViewerShared | null> = createContext<TraceViewerShared | null>(null);

/** The viewer around a part. */
export function useTraceViewerContext(part = 'A part'): TraceViewerShared {
  const shared = useContext(TraceViewerContext);
  if (shared === null) throw new Error(`<${part}> has nothing to show: it is used outside of <TraceViewerRoot>. Put it inside of one.`);
  return shared;
}
