'use client';
import type { ComponentPropsWithRef, CSSProperties, KeyboardEvent, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { TraceTreeGrid } from '../trace-tree/TraceTreeGrid.tsx';
import { useTraceTreeContext } from '../trace-tree/TraceTreeContext.ts';
import { gridLines } from './grid-lines.ts';
import { PointingContext, useTraceWaterfallContext } from './TraceWaterfallContext.ts';
import { useLanePointer } from './useLanePointer.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceWaterfallGrid`. */
export interface TraceWaterfallGridProps extends ComponentPropsWithRef<'div'> {}

/** How much a key zooms and moves. */
const KEY_ZOOM = 0.7;
const KEY_PAN = 0.2;

/** The treegrid with a timeline: it takes the keys and the pointer of the time too. Renders a `<div>`. */
export const TraceWaterfallGrid: Part<TraceWaterfallGridProps> = /* @__PURE__ */ part(function TraceWaterfallGrid(props: TraceWaterfallGridProps): ReactElement {
  const { timeline } = useTraceWaterfallContext('TraceWaterfallGrid');
  const { tree } = useTraceTreeContext('TraceWaterfallGrid');
  const { pointing, ref, handlers } = useLanePointer(timeline);
  const { range, x } = pointing;
  const style = {
    '--runlens-grid-lines': gridLines(timeline.scale),
    ...(x === null ? {} : { '--runlens-crosshair': `${x}px` }),
    ...(range === null ? {} : { '--runlens-range-start': `${Math.min(range.from, range.to)}px`, '--runlens-range-size': `${Math.abs(range.to - range.from)}px` }),
  } as CSSProperties;

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest('input, textarea, select') !== null) return;
    const active = tree.activeIndex === -1 ? undefined : tree.getRow(tree.activeIndex).run;
    switch (event.key) {
      case 'w': timeline.zoomBy(KEY_ZOOM); break;
      case 's': timeline.zoomBy(1 / KEY_ZOOM); break;
      case 'a': timeline.panBy(-KEY_PAN); break;
      case 'd': timeline.panBy(KEY_PAN); break;
      case 'f': if (active !== undefined) timeline.fitRun(active); break;
      case 'F': timeline.fitAll(); break;
      default: return;
    }
    event.preventDefault();
  }

  const own = {
    ...handlers,
    ref,
    onKeyDown,
    style,
    'data-pointing': x === null ? undefined : '',
    'data-dragging': range === null ? undefined : '',
  };
  return (
    <PointingContext.Provider value={pointing}>
      <TraceTreeGrid {...mergeProps(own, props)} />
    </PointingContext.Provider>
  );
});
