'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import type { RunBar } from '../../hooks/run-bar.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { formatDuration } from '../primitives/quantity.ts';
import { useTraceTreeRow, useTraceTreeSettings } from '../trace-tree/TraceTreeContext.ts';
import { pathLine } from './path-line.ts';
import { placeLabel } from './place-label.ts';
import { selfSegments } from './self-segments.ts';
import { TraceWaterfallMarks } from './TraceWaterfallMarks.tsx';
import { useTraceWaterfallContext } from './TraceWaterfallContext.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceWaterfallLane`. */
export interface TraceWaterfallLaneProps extends ComponentPropsWithRef<'span'> {}

/**
 * One run's time as a bar: waiting for the first token is hatched, streaming solid; what holds other runs is thin, and
 * solid only where none of them is at work. Renders a `<span>`.
 */
export const TraceWaterfallLane: Part<TraceWaterfallLaneProps> = /* @__PURE__ */ part(function TraceWaterfallLane(props: TraceWaterfallLaneProps): ReactElement {
  const { row } = useTraceTreeRow('TraceWaterfallLane');
  const { trace, columns, locale } = useTraceTreeSettings('TraceWaterfallLane');
  const { timeline, messages, layout, path } = useTraceWaterfallContext('TraceWaterfallLane');
  const { run } = row;
  const { scale } = timeline;
  const bar = timeline.barOf(run);

  const start = text(run.start, locale);
  const duration = run.end === null ? null : text(run.end - run.start, locale);
  const wait = run.firstToken === null ? null : messages.firstToken(text(run.firstToken - run.start, locale));
  const length = wait ?? (columns.includes('duration') && layout === 'split' ? null : duration);
  // Where time has all of the width, the bars bear the names.
  const label = layout === 'split' ? length : [shortened(run.name), ...(length === null ? [] : [length])].join(' · ');
  const says = duration === null ? messages.runningBar(start) : messages.bar(start, duration);
  const line = path === null ? null : pathLine(path, row, scale);
  const share = path === null ? '' : percent(row.isExpanded ? path.share(row.position) : path.subtreeShare(row.position), locale);
  const own = {
    'data-slot': 'trace-waterfall-lane',
    role: 'gridcell',
    'aria-label': [says, ...(wait === null ? [] : [wait]), ...(line === null ? [] : [messages.onCriticalPath(share)])].join(', '),
  };
  if (scale.width === 0 || bar.isOutside) return <span {...mergeProps(own, props)} />;
  const place = label === null ? null : placeLabel(label, bar, scale.width);
  const segments = row.isExpandable ? selfSegments(trace, run, scale, bar.x, bar.x + bar.width) : [];
  return (
    <span {...mergeProps(own, props)}>
      {bar.outlivedX !== null && (
        <span data-slot="trace-waterfall-outlived" style={{ insetInlineStart: bar.x + bar.width, inlineSize: Math.max(0, bar.outlivedX - bar.x - bar.width) }} />
      )}
      <span data-slot="trace-waterfall-bar" {...barAttributes(bar, row.isExpandable, run)} style={{ insetInlineStart: bar.x, inlineSize: bar.width }}>
        {bar.firstTokenX !== null && bar.firstTokenX > bar.x && (
          <span data-slot="trace-waterfall-wait" style={{ inlineSize: bar.firstTokenX - bar.x }} />
        )}
      </span>
      {segments.map(({ x, width }) => (
        <span key={x} data-slot="trace-waterfall-self" data-kind={run.kind} data-status={run.status} style={{ insetInlineStart: x, inlineSize: width }} />
      ))}
      {line !== null && <span data-slot="trace-waterfall-path" style={{ insetInlineStart: line.x, inlineSize: line.width }} />}
      <TraceWaterfallMarks run={run} scale={scale} />
      {place !== null && <span data-slot="trace-waterfall-label" data-place={place.side} style={{ insetInlineStart: place.x }}>{label}</span>}
    </span>
  );
});

function barAttributes(bar: RunBar, holdsRuns: boolean, run: { readonly kind: string; readonly status: string }): Record<string, string | undefined> {
  return {
    'data-kind': run.kind,
    'data-status': run.status,
    'data-parent': holdsRuns ? '' : undefined,
    'data-running': bar.isRunning ? '' : undefined,
    'data-cut-start': bar.isCutAtStart ? '' : undefined,
    'data-cut-end': bar.isCutAtEnd ? '' : undefined,
  };
}

function percent(share: number, locale: string | undefined): string {
  return new Intl.NumberFormat(locale, { style: 'percent', maximumSignificantDigits: 2 }).format(share);
}

/** The most letters of a name beside its bar. */
const LONGEST = 48;

function shortened(name: string): string {
  return name.length <= LONGEST ? name : `${name.slice(0, LONGEST)}…`;
}

function text(ms: number, locale: string | undefined): string {
  const { figure, unit } = formatDuration(Math.max(0, ms), locale);
  return `${figure} ${unit}`;
}
