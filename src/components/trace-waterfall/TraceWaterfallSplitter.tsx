'use client';
import type { ComponentPropsWithRef, KeyboardEvent, PointerEvent, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { useTraceWaterfallContext } from './TraceWaterfallContext.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceWaterfallSplitter`. */
export interface TraceWaterfallSplitterProps extends ComponentPropsWithRef<'span'> {}

const NARROWEST = 90;
const KEY_STEP = 16;
/** Room that the lanes keep, in px. */
const LANES = 120;

/** Between the names and the rest: drag it, or move it with the arrow keys. Renders a `<span>` that is a separator. */
export const TraceWaterfallSplitter: Part<TraceWaterfallSplitterProps> = /* @__PURE__ */ part(function TraceWaterfallSplitter(props: TraceWaterfallSplitterProps): ReactElement {
  const { messages, nameWidth, setNameWidth, timeline } = useTraceWaterfallContext('TraceWaterfallSplitter');

  /** The width that the names have now; by the style sheet until someone has set one. */
  const current = (element: Element): number => nameWidth ?? element.parentElement?.getBoundingClientRect().width ?? NARROWEST;
  const most = (element: Element): number => current(element) + timeline.scale.width - LANES;
  const resize = (element: Element, width: number): void => setNameWidth(Math.round(Math.max(NARROWEST, Math.min(width, most(element)))));
  const sign = (element: Element): number => (getComputedStyle(element).direction === 'rtl' ? -1 : 1);

  const own = {
    'data-slot': 'trace-waterfall-splitter',
    role: 'separator',
    'aria-orientation': 'vertical' as const,
    'aria-label': messages.resizeNames,
    'aria-valuemin': NARROWEST,
    'aria-valuenow': nameWidth ?? NARROWEST,
    tabIndex: 0,
    onPointerDown: (event: PointerEvent) => {
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      const { currentTarget, pointerId, clientX } = event;
      const names = currentTarget.parentElement?.getBoundingClientRect();
      if (names === undefined || !currentTarget.hasPointerCapture(pointerId)) return;
      resize(currentTarget, sign(currentTarget) === 1 ? clientX - names.left : names.right - clientX);
    },
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return;
      const step = (event.key === 'ArrowRight' ? KEY_STEP : -KEY_STEP) * sign(event.currentTarget);
      resize(event.currentTarget, current(event.currentTarget) + step);
      // The tree must not take it for opening and closing.
      event.preventDefault();
      event.stopPropagation();
    },
  };
  return <span {...mergeProps(own, props)} />;
});
