'use client';
import { useContext, type ComponentPropsWithRef, type ReactElement } from 'react';
import { UNIT_MS } from '../../hooks/time-ticks.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { formatDuration, formatNumber } from '../primitives/quantity.ts';
import { PointingContext, useTraceWaterfallContext } from './TraceWaterfallContext.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceWaterfallAxis`. */
export interface TraceWaterfallAxisProps extends ComponentPropsWithRef<'span'> {}

/** Px that the name of a tick takes at most: one that would be cut off is left out. */
const LABEL_ROOM = 48;

/** The heading of the lanes: times, the moment under the pointer, the length of what is dragged over. Renders a `<span>`. */
export const TraceWaterfallAxis: Part<TraceWaterfallAxisProps> = /* @__PURE__ */ part(function TraceWaterfallAxis(props: TraceWaterfallAxisProps): ReactElement {
  const { timeline, messages, locale } = useTraceWaterfallContext('TraceWaterfallAxis');
  const { ticks, breaks, unit, base, width: room } = timeline.scale;
  const own = { 'data-slot': 'trace-waterfall-axis', role: 'columnheader', ref: timeline.laneRef };
  return (
    <span {...mergeProps(own, props)}>
      <span data-slot="visually-hidden">{messages.timeline}</span>
      {ticks.map(({ x, time, value }) => (
        <span key={time} data-slot="trace-waterfall-tick" aria-hidden style={{ insetInlineStart: x }}>
          {x < room - LABEL_ROOM && `${base > 0 ? '+' : ''}${formatNumber(value / UNIT_MS[unit], locale)} ${unit}`}
        </span>
      ))}
      {breaks.map(({ x, width, start, end }) => (
        <span
          key={start}
          data-slot="trace-waterfall-break"
          role="img"
          aria-label={messages.idleBreak(formatLength(end - start, locale))}
          title={messages.idleBreak(formatLength(end - start, locale))}
          style={{ insetInlineStart: x, inlineSize: width }}
        />
      ))}
      <PointerTime />
    </span>
  );
});

/** Apart from the axis, which must not be rendered for every move of the pointer. */
function PointerTime(): ReactElement | null {
  const { timeline, locale } = useTraceWaterfallContext('TraceWaterfallAxis');
  const { x, range } = useContext(PointingContext);
  if (x === null || timeline.scale.width === 0) return null;
  const { toTime, width } = timeline.scale;
  const text = range === null ? formatLength(toTime(x), locale) : formatLength(Math.abs(toTime(range.to) - toTime(range.from)), locale);
  const side = x > width / 2 ? { insetInlineEnd: width - x } : { insetInlineStart: x };
  return <span data-slot="trace-waterfall-pointer-time" aria-hidden style={side}>{text}</span>;
}

function formatLength(ms: number, locale: string | undefined): string {
  const { figure, unit } = formatDuration(Math.max(0, ms), locale);
  return `${figure} ${unit}`;
}
