'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { formatDuration } from '../primitives/quantity.ts';
import { useTraceTreeContext } from '../trace-tree/TraceTreeContext.ts';
import { useTraceWaterfallContext } from './TraceWaterfallContext.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceWaterfallToolbar`. */
export interface TraceWaterfallToolbarProps extends ComponentPropsWithRef<'div'> {}

/** How much a press of a button zooms. */
const ZOOM = 0.5;

/** Zooming, fitting, and shortening idle time by button, and how much is in sight. Renders a `<div>`. */
export const TraceWaterfallToolbar: Part<TraceWaterfallToolbarProps> = /* @__PURE__ */ part(function TraceWaterfallToolbar(props: TraceWaterfallToolbarProps): ReactElement {
  const { timeline, messages, locale } = useTraceWaterfallContext('TraceWaterfallToolbar');
  const { tree } = useTraceTreeContext('TraceWaterfallToolbar');
  const { scale, whole, isWhole, idle, shortenIdle } = timeline;
  const selected = tree.selected === null ? undefined : tree.trace.get(tree.selected);
  const length = ({ start, end }: { readonly start: number; readonly end: number }): string => {
    const { figure, unit } = formatDuration(end - start, locale);
    return `${figure} ${unit}`;
  };
  return (
    <div {...mergeProps({ 'data-slot': 'trace-waterfall-toolbar', role: 'toolbar', 'aria-label': messages.timeline }, props)}>
      {idle.length > 0 && (
        <button type="button" data-slot="trace-tree-button" aria-pressed={shortenIdle} onClick={() => timeline.setShortenIdle(!shortenIdle)}>{messages.shortenIdle}</button>
      )}
      <span data-slot="trace-tree-gap" />
      <span data-slot="trace-waterfall-showing">{isWhole ? length(whole) : messages.showing(length(scale.window), length(whole))}</span>
      <ToolButton label={messages.zoomOut} drawing="M3 7h8" onClick={() => timeline.zoomBy(1 / ZOOM)} isDisabled={isWhole} />
      <ToolButton label={messages.zoomIn} drawing="M3 7h8M7 3v8" onClick={() => timeline.zoomBy(ZOOM)} />
      <ToolButton label={messages.fitSelection} drawing="M2 4V2.5h2M12 4V2.5h-2M2 10v1.5h2M12 10v1.5h-2M5 7h4" onClick={() => selected !== undefined && timeline.fitRun(selected)} isDisabled={selected === undefined} />
      <ToolButton label={messages.fitAll} drawing="M2 3v8M12 3v8M4.5 7h5M6 5.5 4.5 7 6 8.5M8 5.5 9.5 7 8 8.5" onClick={timeline.fitAll} isDisabled={isWhole} />
    </div>
  );
});

interface ToolButtonProps {
  readonly label: string;
  readonly drawing: string;
  readonly onClick: () => void;
  readonly isDisabled?: boolean;
}

function ToolButton({ label, drawing, onClick, isDisabled = false }: ToolButtonProps): ReactElement {
  return (
    <button type="button" data-slot="trace-waterfall-tool" aria-label={label} title={label} disabled={isDisabled} onClick={onClick}>
      <svg aria-hidden viewBox="0 0 14 14" width={14} height={14} fill="none" stroke="currentColor" strokeWidth={1.4} strokeLinecap="round" strokeLinejoin="round"><path d={drawing} /></svg>
    </button>
  );
}
