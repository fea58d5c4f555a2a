'use client';
import { useRef, type ComponentPropsWithRef, type ReactElement } from 'react';
import { useSplitter } from '../../hooks/useSplitter.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { useTraceWaterfallContext } from './TraceWaterfallContext.ts';

/** Props of `TraceWaterfallSplitter`. */
export interface TraceWaterfallSplitterProps extends ComponentPropsWithRef<'span'> {}

const NARROWEST = 90;
/** Room that the lanes keep, in px. */
const LANES = 120;

/** Between the names and the rest: drag it, or move it with the arrow keys. Renders a `<span>` that is a separator. */
export const TraceWaterfallSplitter: Part<TraceWaterfallSplitterProps> = /* @__PURE__ */ part(function TraceWaterfallSplitter(props: TraceWaterfallSplitterProps): ReactElement {
  const { messages, nameWidth, setNameWidth, timeline } = useTraceWaterfallContext('TraceWaterfallSplitter');
  const element = useRef<HTMLSpanElement>(null);
  /** The width that the names have now; by the style sheet until someone has set one. */
  const size = (): number => nameWidth ?? element.current?.parentElement?.getBoundingClientRect().width ?? NARROWEST;
  const splitter = useSplitter({ size, least: NARROWEST, most: () => size() + timeline.scale.width - LANES, side: 'before', onSizeChange: setNameWidth });
  const own = {
    'data-slot': 'trace-waterfall-splitter',
    'aria-label': messages.resizeNames,
    'aria-valuemin': NARROWEST,
    'aria-valuenow': nameWidth ?? NARROWEST,
    ref: element,
    ...splitter,
  };
  return <span {...mergeProps(own, props)} />;
});
