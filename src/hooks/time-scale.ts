import { scaleLinear } from 'd3-scale';
import type { TimeWindow } from '../core/analysis/timeline/time-window.ts';
import { tickStep, timeUnit, type TimeUnit } from './time-ticks.ts';

/** A mark on the time axis. */
export interface TimeTick {
  /** Px from the start of the axis. */
  readonly x: number;
  /** Ms after the trace's start. */
  readonly time: number;
  /** What the mark is called, in the axis' unit: the time itself, or the time since `TimeScale.base`. */
  readonly value: number;
}

/** A stretch of time that is drawn shorter than it was. */
export interface TimeBreak extends TimeWindow {
  /** Px from the start of the axis. */
  readonly x: number;
  /** Px. */
  readonly width: number;
}

/** Translates between moments and places on the screen. */
export interface TimeScale {
  readonly window: TimeWindow;
  /** Px. */
  readonly width: number;
  /** Ms after the trace's start → px from the start of the axis; beyond the window too. */
  readonly toX: (time: number) => number;
  readonly toTime: (x: number) => number;
  readonly unit: TimeUnit;
  /** What ticks count from, in ms after the trace's start: 0, until the window is so short that full times would all read alike. */
  readonly base: number;
  readonly ticks: readonly TimeTick[];
  readonly breaks: readonly TimeBreak[];
}

/** Px between ticks, about. */
const TICK_ROOM = 88;
/** Ticks on an axis at most, whatever its width. */
const MOST_TICKS = 200;
/** Px of a stretch that is drawn shorter. */
const BREAK_WIDTH = 26;
/** Below this share of the time since the trace began, ticks count from the start of the window. */
const RELATIVE = 1e-3;

/**
 * A scale for a window of a trace's time.
 *
 * @param width px
 * @param shortened stretches to be drawn as narrow breaks, in order and apart from each other
 */
export function createTimeScale(window: TimeWindow, width: number, shortened: readonly TimeWindow[] = []): TimeScale {
  const span = window.end - window.start;
  const inside = shortened.filter((stretch) => stretch.end > window.start && stretch.start < window.end);
  const room = Math.min(BREAK_WIDTH, width / (2 * Math.max(1, inside.length)));
  let quiet = 0;
  for (const stretch of inside) quiet += Math.min(stretch.end, window.end) - Math.max(stretch.start, window.start);
  const density = (width - room * inside.length) / Math.max(span - quiet, Number.MIN_VALUE);

  const domain = [window.start];
  const range = [0];
  const breaks: TimeBreak[] = [];
  let x = 0;
  let at = window.start;
  for (const stretch of inside) {
    const start = Math.max(stretch.start, window.start);
    const end = Math.min(stretch.end, window.end);
    if (start > at) {
      x += (start - at) * density;
      push(domain, range, start, x);
    }
    breaks.push({ start, end, x, width: room });
    x += room;
    push(domain, range, end, x);
    at = end;
  }
  if (at < window.end) push(domain, range, window.end, width);
  const scale = scaleLinear().domain(domain).range(range);

  const shown = Math.max(span - quiet, Number.MIN_VALUE);
  const unit = timeUnit(shown);
  const step = tickStep(shown, Math.max(1, width / TICK_ROOM), unit);
  const isRelative = window.start > 0 && span < window.end * RELATIVE;
  const base = isRelative ? window.start : 0;
  const ticks: TimeTick[] = [];
  for (const stretch of between(window, inside)) {
    const last = Math.floor((stretch.end - base) / step);
    for (let nth = Math.ceil((stretch.start - base) / step); nth <= last && ticks.length < MOST_TICKS; nth++) {
      const time = base + nth * step;
      ticks.push({ x: scale(time), time, value: nth * step });
    }
  }
  return { window, width, toX: (time) => scale(time), toTime: (place) => scale.invert(place), unit, base, ticks, breaks };
}

/** The parts of the window that are drawn at full length. */
function between(window: TimeWindow, shortened: readonly TimeWindow[]): TimeWindow[] {
  const parts: TimeWindow[] = [];
  let start = window.start;
  for (const stretch of shortened) {
    if (stretch.start > start) parts.push({ start, end: stretch.start });
    start = Math.max(start, stretch.end);
  }
  if (window.end > start || parts.length === 0) parts.push({ start, end: window.end });
  return parts;
}

function push(domain: number[], range: number[], time: number, x: number): void {
  domain.push(time);
  range.push(x);
}
