'use client';
import { useMemo, useRef, type ComponentPropsWithRef, type KeyboardEvent, type PointerEvent, type ReactElement } from 'react';
import { overviewMatches } from '../../core/analysis/timeline/overview-matches.ts';
import { criticalPathPieces } from '../../core/analysis/timeline/critical-path-pieces.ts';
import { traceOverview, type Overview, type OverviewPiece } from '../../core/analysis/timeline/overview.ts';
import { panWindow, type TimeWindow } from '../../core/analysis/timeline/time-window.ts';
import type { RunSearchState } from '../../hooks/run-search-state.ts';
import { useCriticalPath } from '../../hooks/useCriticalPath.ts';
import { useTimeline, type UseTimelineOptions } from '../../hooks/useTimeline.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { formatDuration } from '../primitives/quantity.ts';
import { ENGLISH, type TraceMinimapMessages } from './messages.ts';
import { overviewPath } from './overview-path.ts';
import { part, type Part } from '../primitives/part.ts';

/** Props of `TraceMinimap`. */
export interface TraceMinimapProps
  extends Pick<UseTimelineOptions, 'trace' | 'window' | 'defaultWindow' | 'onWindowChange' | 'now'>,
    Omit<ComponentPropsWithRef<'div'>, 'children'> {
  /** A search through the same trace, whose matches are marked. */
  readonly search?: RunSearchState | undefined;
  /** Whether the runs that determined how long the trace took are underlined. @default true */
  readonly showCriticalPath?: boolean | undefined;
  /** A BCP 47 tag for numbers. @default that of the browser */
  readonly locale?: string | undefined;
  /** Texts in place of the English ones. */
  readonly messages?: Partial<TraceMinimapMessages> | undefined;
}

const HEIGHT = 44;
const MARGIN = 5;
/** The height of the strip of errors at the foot. */
const STRIP = 4;
const MOST_LANES = 12;
/** Px that a press may wander and still be a click. */
const STILL = 3;
const KEY_STEP = 0.02;

type Grip = 'start' | 'end' | 'window' | 'range';

/**
 * The whole trace in 44 px, with the window that another view shows: drag a range to zoom, the window to move it, its
 * handles (sliders for the keyboard) to resize it. Renders a `<div>`.
 *
 * @example
 * <TraceMinimap trace={trace} window={window} onWindowChange={setWindow} />
 * <TraceWaterfall trace={trace} window={window} onWindowChange={setWindow} />
 */
export const TraceMinimap: Part<TraceMinimapProps> = /* @__PURE__ */ part(function TraceMinimap(props: TraceMinimapProps): ReactElement {
  const { trace, window, defaultWindow, onWindowChange, now, search, showCriticalPath = true, locale, messages: given, ...rest } = props;
  const timeline = useTimeline({ trace, window, defaultWindow, onWindowChange, now });
  const messages = useMemo<TraceMinimapMessages>(() => ({ ...ENGLISH, ...given }), [given]);
  const { scale, whole, isWhole, setWindow, fitAll } = timeline;
  const { window: seen, width } = scale;
  const columns = Math.max(1, Math.round(width));

  const drawing = useMemo(() => {
    if (width === 0) return null;
    const overview = traceOverview(trace, whole, columns, MOST_LANES, now);
    const height = (HEIGHT - 2 * MARGIN) / overview.lanes;
    const lanes = { height, drawn: Math.max(1, Math.min(4, height - 1)) };
    return {
      lanes: overview.lanes,
      kinds: [...overview.pieces].map(([kind, pieces]) => ({ kind, path: overviewPath(pieces, lanes, MARGIN) })),
      errors: errorPath(overview.errors),
    };
  }, [trace, whole, columns, width, now]);

  const found = search?.trace === trace && search.isActive ? search : undefined;
  const critical = useCriticalPath(trace, showCriticalPath, now);
  const pathLine = useMemo(
    () => (critical === null || drawing === null ? '' : pathDrawing(criticalPathPieces(trace, critical.segments, whole, columns, drawing.lanes), (HEIGHT - 2 * MARGIN) / drawing.lanes)),
    [trace, critical, drawing, whole, columns],
  );
  const matches = useMemo(
    () => (found === undefined || width === 0 ? '' : ticksPath(overviewMatches(trace, found.positions, whole, columns))),
    [trace, found, whole, columns, width],
  );
  const current = found?.current ?? null;

  const span = whole.end - whole.start;
  const toX = (time: number): number => ((time - whole.start) / span) * width;
  const toTime = (x: number): number => whole.start + (Math.min(width, Math.max(0, x)) / Math.max(1, width)) * span;
  const press = useRef<{ readonly grip: Grip; readonly x: number; readonly window: TimeWindow; hasMoved: boolean } | null>(null);

  function resize(grip: Grip, from: TimeWindow, x: number, startX: number): void {
    const time = toTime(x);
    if (grip === 'start') setWindow({ start: Math.min(time, from.end), end: from.end });
    else if (grip === 'end') setWindow({ start: from.start, end: Math.max(time, from.start) });
    else if (grip === 'window') setWindow(panWindow(from, time - toTime(startX), whole));
    else setWindow({ start: Math.min(time, toTime(startX)), end: Math.max(time, toTime(startX)) });
  }

  const own = {
    'data-slot': 'trace-minimap',
    role: 'group',
    'aria-label': messages.label(trace.name),
    ref: timeline.laneRef,
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      const x = placeIn(event);
      const grip = gripAt(event.target) ?? (isWhole ? 'range' : x >= toX(seen.start) && x <= toX(seen.end) ? 'window' : 'range');
      press.current = { grip, x, window: seen, hasMoved: false };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const held = press.current;
      if (held === null) return;
      const x = placeIn(event);
      held.hasMoved ||= Math.abs(x - held.x) > STILL;
      if (held.hasMoved) resize(held.grip, held.window, x, held.x);
    },
    onPointerUp: () => {
      press.current = null;
    },
    onDoubleClick: fitAll,
  };

  return (
    <div {...mergeProps(own, rest)}>
      {drawing !== null && (
        <svg aria-hidden data-slot="trace-minimap-drawing" width={columns} height={HEIGHT} viewBox={`0 0 ${columns} ${HEIGHT}`}>
          {drawing.kinds.map(({ kind, path }) => <path key={kind} data-kind={kind} d={path} />)}
          {pathLine !== '' && <path data-slot="trace-minimap-path" d={pathLine} />}
          <path data-slot="trace-minimap-errors" d={drawing.errors} />
          {matches !== '' && <path data-slot="trace-minimap-matches" d={matches} />}
          {current !== null && <path data-slot="trace-minimap-current" d={ticksPath([Math.floor(toX(current.start))])} />}
        </svg>
      )}
      {width > 0 && (
        <>
          <span data-slot="trace-minimap-shade" style={{ insetInlineStart: 0, inlineSize: toX(seen.start) }} />
          <span data-slot="trace-minimap-shade" style={{ insetInlineEnd: 0, inlineSize: Math.max(0, width - toX(seen.end)) }} />
          <Handle grip="start" label={messages.start} time={seen.start} least={whole.start} most={seen.end} x={toX(seen.start)} locale={locale} onMove={(time) => resize('start', seen, toX(time), 0)} />
          <Handle grip="end" label={messages.end} time={seen.end} least={seen.start} most={whole.end} x={toX(seen.end)} locale={locale} onMove={(time) => resize('end', seen, toX(time), 0)} />
        </>
      )}
    </div>
  );
});

/** Failures as a strip at the foot, each at least so wide that it is seen; over all of the height they would hide the rest. */
function errorPath(errors: Overview['errors']): string {
  let path = '';
  for (const { from, to } of errors) {
    const width = Math.max(2, to - from);
    path += `M${from} ${HEIGHT - STRIP}h${width}v${STRIP}h${-width}z`;
  }
  return path;
}

/** A line at the foot of the lanes, where the runs on the path are. */
function pathDrawing(pieces: readonly OverviewPiece[], lane: number): string {
  let path = '';
  for (const { lane: at, from, to } of pieces) path += `M${from} ${(MARGIN + at * lane + Math.min(5, lane)).toFixed(1)}h${to - from}v1.5h${from - to}z`;
  return path;
}

/** Ticks along the top, where nothing else is drawn. */
function ticksPath(columns: readonly number[]): string {
  let path = '';
  for (const column of columns) path += `M${column} 0h2v${MARGIN}h-2z`;
  return path;
}

interface HandleProps {
  readonly grip: 'start' | 'end';
  readonly label: string;
  readonly time: number;
  readonly least: number;
  readonly most: number;
  readonly x: number;
  readonly locale: string | undefined;
  readonly onMove: (time: number) => void;
}

function Handle({ grip, label, time, least, most, x, locale, onMove }: HandleProps): ReactElement {
  const { figure, unit } = formatDuration(time, locale);
  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const forward = getComputedStyle(event.currentTarget).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const step = (most - least) * KEY_STEP;
    const next: Record<string, number> = { ArrowUp: time + step, ArrowDown: time - step, ArrowLeft: time - step, ArrowRight: time - step, Home: least, End: most, [forward]: time + step };
    const moved = Object.hasOwn(next, event.key) ? next[event.key] : undefined;
    if (moved === undefined) return;
    event.preventDefault();
    onMove(Math.min(most, Math.max(least, moved)));
  }
  return (
    <span
      data-slot="trace-minimap-handle"
      data-grip={grip}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={least}
      aria-valuemax={most}
      aria-valuenow={time}
      aria-valuetext={`${figure} ${unit}`}
      style={{ insetInlineStart: x }}
      onKeyDown={onKeyDown}
    />
  );
}

function gripAt(target: EventTarget): Grip | undefined {
  const grip = target instanceof Element ? target.closest('[data-grip]')?.getAttribute('data-grip') : undefined;
  return grip === 'start' || grip === 'end' ? grip : undefined;
}

function placeIn({ currentTarget, clientX }: PointerEvent<HTMLElement>): number {
  const box = currentTarget.getBoundingClientRect();
  return getComputedStyle(currentTarget).direction === 'rtl' ? box.right - clientX : clientX - box.left;
}
