import { readSavedExpansion, type SavedExpansion } from '../core/analysis/saved-expansion.ts';
import type { TimeWindow } from '../core/analysis/timeline/time-window.ts';
import type { RunSearchMode } from './run-search-state.ts';

/**
 * What of a trace a person sees, and how: plain JSON, fit for a link. What is as it is at first is left out, so a viewer
 * that nobody has touched is `{}`.
 */
export interface TraceViewerValue {
  /** The id of the selected run. @default null: none */
  readonly selected?: string | null | undefined;
  /** @default 'all' */
  readonly expanded?: SavedExpansion | undefined;
  /** The name of the view. @default the first */
  readonly view?: string | undefined;
  /** The stretch of time in sight, in ms after the trace's start. @default null: all of it */
  readonly window?: TimeWindow | null | undefined;
  /** Whether stretches in which nothing is at work are drawn short. @default false */
  readonly shortenIdle?: boolean | undefined;
  /** The search. @default '' */
  readonly query?: string | undefined;
  /** @default 'highlight' */
  readonly mode?: RunSearchMode | undefined;
  /** The id of the match at which the person is. @default null: none */
  readonly match?: string | null | undefined;
  /** Whether plumbing is on show. @default false */
  readonly showHidden?: boolean | undefined;
}

/** A value with nothing left out. */
export type CompleteViewerValue = { readonly [Key in keyof TraceViewerValue]-?: Exclude<TraceViewerValue[Key], undefined> };

const INITIAL: CompleteViewerValue = {
  selected: null, expanded: 'all', view: '', window: null, shortenIdle: false, query: '', mode: 'highlight', match: null, showHidden: false,
};

/** The value with some of it changed, without what is as it is at first. */
export function withViewerValue(value: TraceViewerValue, changed: TraceViewerValue): TraceViewerValue {
  const entries = Object.entries({ ...value, ...changed }).filter(([key, each]) => each !== undefined && each !== INITIAL[key as keyof TraceViewerValue]);
  return Object.fromEntries(entries);
}

/** The value with all that it leaves out. */
export function completeViewerValue(value: TraceViewerValue): CompleteViewerValue {
  const known = Object.entries(value).filter(([, each]) => each !== undefined);
  return { ...INITIAL, ...Object.fromEntries(known) };
}

/**
 * Reads a value of unknown origin, such as a link's, and leaves out what it can't be. Never throws.
 *
 * @example
 * readViewerValue(JSON.parse(new URLSearchParams(location.search).get('trace') ?? '{}'))
 */
export function readViewerValue(value: unknown): TraceViewerValue {
  if (typeof value !== 'object' || value === null) return {};
  const given = value as Readonly<Record<keyof TraceViewerValue, unknown>>;
  return withViewerValue({}, {
    selected: textOf(given.selected),
    expanded: readSavedExpansion(given.expanded),
    view: textOf(given.view),
    window: windowOf(given.window),
    shortenIdle: given.shortenIdle === true,
    query: textOf(given.query),
    mode: given.mode === 'filter' ? 'filter' : undefined,
    match: textOf(given.match),
    showHidden: given.showHidden === true,
  });
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function windowOf(value: unknown): TimeWindow | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { start, end } = value as { readonly start?: unknown; readonly end?: unknown };
  return typeof start === 'number' && typeof end === 'number' && Number.isFinite(start) && Number.isFinite(end) && start < end ? { start, end } : undefined;
}
