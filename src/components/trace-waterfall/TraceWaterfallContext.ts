'use client';
import { createContext, useContext, type Context } from 'react';
import type { CriticalPath } from '../../core/analysis/time/critical-path.ts';
import type { TimelineState } from '../../hooks/useTimeline.ts';
import type { TraceWaterfallLayout } from './layouts.ts';
import type { TraceWaterfallMessages } from './messages.ts';

/** What the parts of a waterfall share, beside what they share with the tree. */
export interface TraceWaterfallShared {
  readonly timeline: TimelineState;
  readonly messages: TraceWaterfallMessages;
  readonly locale: string | undefined;
  /** The width of the names in px; undefined for that of the style sheet. */
  readonly nameWidth: number | undefined;
  readonly setNameWidth: (width: number) => void;
  readonly layout: TraceWaterfallLayout;
  readonly showCriticalPath: boolean;
  readonly setShowCriticalPath: (show: boolean) => void;
  /** Null while it is not wanted, and until it is worked out. */
  readonly path: CriticalPath | null;
  readonly setLayout: (layout: TraceWaterfallLayout) => void;
}

/** Where the pointer is on the axis in px, and what it drags over. */
export interface Pointing {
  readonly x: number | null;
  readonly range: { readonly from: number; readonly to: number } | null;
}

export const NOT_POINTING: Pointing = { x: null, range: null };

export const TraceWaterfallContext: Context<TraceWaterfallShared | null> = createContext<TraceWaterfallShared | null>(null);
/** It changes with every move of the pointer: only what shows the place itself reads it. */
export const PointingContext: Context<Pointing> = createContext<Pointing>(NOT_POINTING);

/** The waterfall around a part. */
export function useTraceWaterfallContext(part: string): TraceWaterfallShared {
  const shared = useContext(TraceWaterfallContext);
  if (shared === null) throw new Error(`<${part}> has nothing to show: it is used outside of <TraceWaterfallRoot>. Put it inside of one.`);
  return shared;
}
