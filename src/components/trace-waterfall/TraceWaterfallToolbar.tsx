'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import { mergeProps } from '../primitives/mergeProps.ts';
import { formatDuration } from '../primitives/quantity.ts';
import { useTraceTreeContext } from '../trace-tree/TraceTreeContext.ts';
import { LAYOUTS, type TraceWaterfallLayout } from './layouts.ts';
import { useTraceWaterfallContext } from './TraceWaterfallContext.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceWaterfallToolbar`. */
export interface TraceWaterfallToolbarProps extends ComponentPropsWithRef<'div'> {}

const DRAWINGS: Readonly<Record<TraceWaterfallLayout, string>> = {
  tree: 'M2 3h10M4 7h8M4 11h6',
  split: 'M2 3h3M3 7h3M3 11h3M8 3h4M8 7h2M9 11h3',
  time: 'M2 3h6M4 7h6M7 11h5',
};

/** How much a press of a button zooms. */
const ZOOM = 0.5;

/** Zooming, fitting, and shortening idle time by button, and how much is in sight. Renders a `<div>`. */
export const TraceWaterfallToolbar: Part<TraceWaterfallToolbarProps> = /* @__PURE__ */ part(function TraceWaterfallToolbar(props: TraceWaterfallToolbarProps): ReactElement {
  const { timeline: { idle, shortenIdle, setShortenIdle }, messages, layout, setLayout, showCriticalPath, setShowCriticalPath } = useTraceWaterfallContext('TraceWaterfallToolbar');
  return (
    <div {...mergeProps({ 'data-slot': 'trace-waterfall-toolbar', role: 'toolbar', 'aria-label': messages.timeline }, props)}>
      <span role="group" aria-label={messages.layout} data-slot="trace-waterfall-layouts">
        {LAYOUTS.map((each) => (
          <ToolButton key={each} label={messages.layouts[each]} drawing={DRAWINGS[each]} onClick={() => setLayout(each)} isPressed={each === layout} />
        ))}
      </span>
      {layout !== 'tree' && (
        <ToolButton isNamed label={messages.criticalPath} drawing="M2 4h4M5 8h4M8 12h4M2 5.6h4M5 9.6h4" onClick={() => setShowCriticalPath(!showCriticalPath)} isPressed={showCriticalPath} />
      )}
      {idle.length > 0 && layout !== 'tree' && (
        <ToolButton isNamed label={messages.shortenIdle} drawing="M1.5 7h3.5M3.5 5 5.5 7l-2 2M12.5 7H9M10.5 5l-2 2 2 2" onClick={() => setShortenIdle(!shortenIdle)} isPressed={shortenIdle} />
      )}
      <span data-slot="trace-tree-gap" />
      {layout !== 'tree' && <TimeTools />}
    </div>
  );
});

/** What zooms, and how much is in sight. */
function TimeTools(): ReactElement {
  const { timeline, messages, locale } = useTraceWaterfallContext('TraceWaterfallToolbar');
  const { tree } = useTraceTreeContext('TraceWaterfallToolbar');
  const { scale, whole, isWhole } = timeline;
  const selected = tree.selected === null ? undefined : tree.trace.get(tree.selected);
  const length = ({ start, end }: { readonly start: number; readonly end: number }): string => {
    const { figure, unit } = formatDuration(end - start, locale);
    return `${figure} ${unit}`;
  };
  return (
    <>
      <span data-slot="trace-waterfall-showing">{isWhole ? length(whole) : messages.showing(length(scale.window), length(whole))}</span>
      <ToolButton label={messages.zoomOut} drawing="M3 7h8" onClick={() => timeline.zoomBy(1 / ZOOM)} isDisabled={isWhole} />
      <ToolButton label={messages.zoomIn} drawing="M3 7h8M7 3v8" onClick={() => timeline.zoomBy(ZOOM)} />
      <ToolButton label={messages.fitSelection} drawing="M2 4V2.5h2M12 4V2.5h-2M2 10v1.5h2M12 10v1.5h-2M5 7h4" onClick={() => selected !== undefined && timeline.fitRun(selected)} isDisabled={selected === undefined} />
      <ToolButton label={messages.fitAll} drawing="M2 3v8M12 3v8M4.5 7h5M6 5.5 4.5 7 6 8.5M8 5.5 9.5 7 8 8.5" onClick={timeline.fitAll} isDisabled={isWhole} />
    </>
  );
}

interface ToolButtonProps {
  readonly label: string;
  readonly drawing: string;
  readonly onClick: () => void;
  readonly isDisabled?: boolean;
  /** Undefined for a button that does something once. */
  readonly isPressed?: boolean;
  /** Whether the label stands beside the drawing, where there is room. */
  readonly isNamed?: boolean;
}

function ToolButton({ label, drawing, onClick, isDisabled = false, isPressed, isNamed = false }: ToolButtonProps): ReactElement {
  return (
    <button type="button" data-slot="trace-waterfall-tool" aria-label={label} title={label} aria-pressed={isPressed} disabled={isDisabled} onClick={onClick}>
      <svg aria-hidden viewBox="0 0 14 14" width={14} height={14} fill="none" stroke="currentColor" strokeWidth={1.4} strokeLinecap="round" strokeLinejoin="round"><path d={drawing} /></svg>
      {isNamed && <span data-slot="trace-waterfall-tool-name">{label}</span>}
    </button>
  );
}
