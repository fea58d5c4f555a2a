'use client';
import { useMemo, useState, type CSSProperties, type ReactElement } from 'react';
import { useTimeline, type UseTimelineOptions } from '../../hooks/useTimeline.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { TraceTreeRoot, type TraceTreeRootProps } from '../trace-tree/TraceTreeRoot.tsx';
import { ENGLISH, type TraceWaterfallMessages } from './messages.ts';
import { TraceWaterfallContext } from './TraceWaterfallContext.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceWaterfallRoot`. */
export interface TraceWaterfallRootProps extends TraceTreeRootProps, Omit<UseTimelineOptions, 'trace' | 'now'> {
  /** Texts of the timeline in place of the English ones. */
  readonly timelineMessages?: Partial<TraceWaterfallMessages> | undefined;
}

/** Holds the state of a tree and of its timeline for the parts inside. Renders a `<div>`. */
export const TraceWaterfallRoot: Part<TraceWaterfallRootProps> = /* @__PURE__ */ part(function TraceWaterfallRoot(props: TraceWaterfallRootProps): ReactElement {
  const {
    window, defaultWindow, onWindowChange, shortenIdle, defaultShortenIdle, onShortenIdleChange,
    timelineMessages, children, ...tree
  } = props;
  const { trace, now, locale } = tree;
  const timeline = useTimeline({ trace, now, window, defaultWindow, onWindowChange, shortenIdle, defaultShortenIdle, onShortenIdleChange });
  const [nameWidth, setNameWidth] = useState<number | undefined>(undefined);
  const messages = useMemo<TraceWaterfallMessages>(() => ({ ...ENGLISH, ...timelineMessages }), [timelineMessages]);
  const own = {
    'data-waterfall': '',
    ...(nameWidth === undefined ? {} : { style: { '--runlens-name-width': `${nameWidth}px` } as CSSProperties }),
  };
  return (
    <TraceWaterfallContext.Provider value={{ timeline, messages, locale, nameWidth, setNameWidth }}>
      <TraceTreeRoot {...mergeProps(own, tree)}>{children}</TraceTreeRoot>
    </TraceWaterfallContext.Provider>
  );
});
