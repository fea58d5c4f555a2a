'use client';
import { useMemo, type CSSProperties, type ReactElement } from 'react';
import { useTimeline, type UseTimelineOptions } from '../../hooks/useTimeline.ts';
import { useCriticalPath } from '../../hooks/useCriticalPath.ts';
import { useControllableState } from '../../hooks/useControllableState.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { ENGLISH as ENGLISH_TREE } from '../trace-tree/messages.ts';
import { TraceTreeRoot, type TraceTreeRootProps } from '../trace-tree/TraceTreeRoot.tsx';
import { ENGLISH, type TraceWaterfallMessages } from './messages.ts';
import type { TraceWaterfallLayout } from './layouts.ts';
import { TraceWaterfallContext } from './TraceWaterfallContext.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceWaterfallRoot`. */
export interface TraceWaterfallRootProps extends TraceTreeRootProps, Omit<UseTimelineOptions, 'trace' | 'now'> {
  /** Tree and time side by side, or one of them over the whole width: with `time` the names stand at the bars. */
  readonly layout?: TraceWaterfallLayout | undefined;
  /** @default 'split' */
  readonly defaultLayout?: TraceWaterfallLayout | undefined;
  readonly onLayoutChange?: ((layout: TraceWaterfallLayout, details: object) => void) | undefined;
  /** Whether the runs that determined how long the trace took are underlined. */
  readonly showCriticalPath?: boolean | undefined;
  /** @default true */
  readonly defaultShowCriticalPath?: boolean | undefined;
  readonly onShowCriticalPathChange?: ((showCriticalPath: boolean, details: object) => void) | undefined;
  /** The width of the names in px, beside time. */
  readonly nameWidth?: number | undefined;
  /** @default 34 % of the width; 44 % where it is narrow */
  readonly defaultNameWidth?: number | undefined;
  readonly onNameWidthChange?: ((width: number, details: object) => void) | undefined;
  /** Texts of the timeline in place of the English ones. */
  readonly timelineMessages?: Partial<TraceWaterfallMessages> | undefined;
}

const NO_DETAILS = {};

/** Holds the state of a tree and of its timeline for the parts inside. Renders a `<div>`. */
export const TraceWaterfallRoot: Part<TraceWaterfallRootProps> = /* @__PURE__ */ part(function TraceWaterfallRoot(props: TraceWaterfallRootProps): ReactElement {
  const {
    window, defaultWindow, onWindowChange, shortenIdle, defaultShortenIdle, onShortenIdleChange,
    layout: givenLayout, defaultLayout, onLayoutChange,
    showCriticalPath: givenPath, defaultShowCriticalPath = true, onShowCriticalPathChange, nameWidth: givenWidth, defaultNameWidth, onNameWidthChange,
    timelineMessages, children, ...tree
  } = props;
  const { trace, now, locale } = tree;
  const timeline = useTimeline({ trace, now, window, defaultWindow, onWindowChange, shortenIdle, defaultShortenIdle, onShortenIdleChange });
  const [layout, changeLayout] = useControllableState<TraceWaterfallLayout, object>({ value: givenLayout, defaultValue: defaultLayout ?? 'split', onChange: onLayoutChange });
  const [nameWidth, changeWidth] = useControllableState<number | undefined, object>({
    value: givenWidth,
    defaultValue: defaultNameWidth,
    onChange: onNameWidthChange === undefined ? undefined : (width, details) => width !== undefined && onNameWidthChange(width, details),
  });
  const [showCriticalPath, changeShowPath] = useControllableState<boolean, object>({ value: givenPath, defaultValue: defaultShowCriticalPath, onChange: onShowCriticalPathChange });
  const path = useCriticalPath(trace, showCriticalPath && layout !== 'tree', now);
  const messages = useMemo<TraceWaterfallMessages>(() => ({ ...ENGLISH, ...timelineMessages }), [timelineMessages]);
  const { messages: treeMessages } = tree;
  // The help lists the keys of both.
  const allMessages = useMemo(
    () => ({ ...treeMessages, keyHelp: [...(treeMessages?.keyHelp ?? ENGLISH_TREE.keyHelp), ...messages.keyHelp] }),
    [treeMessages, messages],
  );
  const own = {
    'data-waterfall': layout,
    ...(nameWidth === undefined ? {} : { style: { '--runlens-name-width': `${nameWidth}px` } as CSSProperties }),
  };
  const shared = {
    timeline, messages, locale, nameWidth, layout, path, showCriticalPath,
    setNameWidth: (width: number) => changeWidth(width, NO_DETAILS),
    setLayout: (next: TraceWaterfallLayout) => changeLayout(next, NO_DETAILS),
    setShowCriticalPath: (show: boolean) => changeShowPath(show, NO_DETAILS),
  };
  return (
    <TraceWaterfallContext.Provider value={shared}>
      <TraceTreeRoot {...mergeProps(own, tree)} messages={allMessages}>{children}</TraceTreeRoot>
    </TraceWaterfallContext.Provider>
  );
});
