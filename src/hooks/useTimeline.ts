'use client';
import { useCallback, useMemo, type RefCallback } from 'react';
import { idleStretches } from '../core/analysis/timeline/idle-stretches.ts';
import {
  clampWindow,
  endOf,
  panWindow,
  wholeWindow,
  windowAround,
  zoomWindow,
  type TimeWindow,
} from '../core/analysis/timeline/time-window.ts';
import type { Run } from '../core/model/run.ts';
import type { Trace } from '../core/model/trace.ts';
import { runBar, type RunBar } from './run-bar.ts';
import { createTimeScale, type TimeScale } from './time-scale.ts';
import { useControllableState } from './useControllableState.ts';
import { useElementWidth } from './useElementWidth.ts';
import { useLatest } from './useLatest.ts';

/** Why the window changed. */
export interface WindowChangeDetails {
  readonly reason: 'zoom' | 'pan' | 'range' | 'fit';
}

/** What `useTimeline` takes. */
export interface UseTimelineOptions {
  readonly trace: Trace;
  /** The stretch in sight, in ms after the trace's start; null for all of it. */
  readonly window?: TimeWindow | null | undefined;
  /** @default null */
  readonly defaultWindow?: TimeWindow | null | undefined;
  readonly onWindowChange?: ((window: TimeWindow | null, details: WindowChangeDetails) => void) | undefined;
  /** Whether stretches in which nothing is at work are drawn short. */
  readonly shortenIdle?: boolean | undefined;
  /** @default false */
  readonly defaultShortenIdle?: boolean | undefined;
  readonly onShortenIdleChange?: ((shortenIdle: boolean, details: object) => void) | undefined;
  /** The present in epoch ms: running runs reach to it. */
  readonly now?: number | undefined;
}

/** The time of a trace on the screen, without markup. */
export interface TimelineState {
  readonly trace: Trace;
  /** Goes on the element whose width the axis has. */
  readonly laneRef: RefCallback<HTMLElement>;
  readonly scale: TimeScale;
  /** All of the trace's time. */
  readonly whole: TimeWindow;
  readonly isWhole: boolean;
  /** The stretches that can be drawn short, whether they are or not. */
  readonly idle: readonly TimeWindow[];
  readonly shortenIdle: boolean;
  readonly setShortenIdle: (shorten: boolean) => void;
  /** Zooms in (factor < 1) or out around a place on the axis in px, the middle by default. */
  readonly zoomBy: (factor: number, x?: number) => void;
  /** Moves the window by a share of its length. */
  readonly panBy: (share: number) => void;
  readonly setWindow: (window: TimeWindow) => void;
  readonly fitAll: () => void;
  readonly fitRun: (run: Run) => void;
  /** Where a run is drawn. */
  readonly barOf: (run: Run) => RunBar;
}

const NO_STRETCHES: readonly TimeWindow[] = [];
const NO_DETAILS = {};

/**
 * State and behaviour of a time axis over a trace: the window that is in sight, a d3 scale for it, and where each run's
 * bar lies. It renders nothing; it measures the element that `laneRef` is put on.
 */
export function useTimeline(options: UseTimelineOptions): TimelineState {
  const { trace, now } = options;
  const [given, setGiven] = useControllableState<TimeWindow | null, WindowChangeDetails>({
    value: options.window,
    defaultValue: options.defaultWindow ?? null,
    onChange: options.onWindowChange,
  });
  const [shortenIdle, setShorten] = useControllableState<boolean, object>({
    value: options.shortenIdle,
    defaultValue: options.defaultShortenIdle ?? false,
    onChange: options.onShortenIdleChange,
  });
  const [width, laneRef] = useElementWidth();

  const whole = useMemo(() => wholeWindow(trace, now), [trace, now]);
  const idle = useMemo(() => idleStretches(trace, whole), [trace, whole]);
  const window = useMemo(() => (given === null ? whole : clampWindow(given, whole)), [given, whole]);
  const scale = useMemo(
    () => createTimeScale(window, width, shortenIdle ? idle : NO_STRETCHES),
    [window, width, shortenIdle, idle],
  );

  const latest = useLatest({ window, whole, scale, trace, now });
  const actions = useMemo(() => {
    function change(next: TimeWindow, reason: WindowChangeDetails['reason']): void {
      const { whole: all } = latest.current;
      const isAll = next.start <= all.start && next.end >= all.end;
      setGiven(isAll ? null : next, { reason });
    }
    return {
      zoomBy: (factor: number, x?: number): void => {
        const { window: seen, whole: all, scale: current } = latest.current;
        const around = x === undefined ? (seen.start + seen.end) / 2 : current.toTime(x);
        change(zoomWindow(seen, factor, around, all), 'zoom');
      },
      panBy: (share: number): void => {
        const { window: seen, whole: all } = latest.current;
        change(panWindow(seen, (seen.end - seen.start) * share, all), 'pan');
      },
      setWindow: (next: TimeWindow): void => change(clampWindow(next, latest.current.whole), 'range'),
      fitAll: (): void => setGiven(null, { reason: 'fit' }),
      fitRun: (run: Run): void => {
        const { trace: current, whole: all, now: present } = latest.current;
        change(windowAround({ start: run.start, end: endOf(current, run, all, present) }, all), 'fit');
      },
      setShortenIdle: (shorten: boolean): void => setShorten(shorten, NO_DETAILS),
    };
  }, [latest, setGiven, setShorten]);

  return {
    trace,
    laneRef,
    scale,
    whole,
    isWhole: given === null,
    idle,
    shortenIdle,
    ...actions,
    barOf: useCallback((run: Run) => runBar(trace, run, scale, endOf(trace, run, whole, now)), [trace, scale, whole, now]),
  };
}
