'use client';
import { useCallback, useMemo } from 'react';
import { traceSummary, type TraceSummaryData } from '../core/analysis/trace-summary.ts';
import type { Run } from '../core/model/run.ts';
import type { Trace } from '../core/model/trace.ts';
import type { SelectedChangeDetails } from './trace-tree-state.ts';
import { useCriticalPath } from './useCriticalPath.ts';
import { useControllableState } from './useControllableState.ts';
import { useLatest } from './useLatest.ts';

/** What `useTraceSummary` takes. */
export interface UseTraceSummaryOptions {
  readonly trace: Trace;
  /** The present in epoch ms, by which a running trace has lasted so long; without it that is not told. */
  readonly now?: number | undefined;
  /** Asks to show a run: where the failure began, what took longest. Without it, runs are named and lead nowhere. */
  readonly onSelectedChange?: ((selected: string, details: SelectedChangeDetails) => void) | undefined;
  /** Whether the details are on show. */
  readonly open?: boolean | undefined;
  /** @default false */
  readonly defaultOpen?: boolean | undefined;
  readonly onOpenChange?: ((open: boolean, details: object) => void) | undefined;
}

/** What a trace adds up to, and what a person can do with it. */
export interface TraceSummaryState {
  readonly summary: TraceSummaryData;
  readonly isOpen: boolean;
  readonly setOpen: (open: boolean) => void;
  /** Null where the host shows no runs. */
  readonly select: ((run: Run, reason: SelectedChangeDetails['reason']) => void) | null;
}

const NO_DETAILS = {};

/**
 * The state of a trace's summary, without markup.
 *
 * @example
 * const { summary } = useTraceSummary({ trace });
 * <p>{summary.llmCalls} calls, {summary.usage?.total ?? '–'} tokens</p>
 */
export function useTraceSummary(options: UseTraceSummaryOptions): TraceSummaryState {
  const { trace, onSelectedChange } = options;
  const [isOpen, changeOpen] = useControllableState<boolean, object>({ value: options.open, defaultValue: options.defaultOpen ?? false, onChange: options.onOpenChange });
  // What has ended is the same at any time.
  const now = trace.status === 'running' ? options.now : undefined;
  const path = useCriticalPath(trace, true, now);
  const summary = useMemo(() => traceSummary(trace, { now, path }), [trace, now, path]);
  const latest = useLatest(onSelectedChange);
  const hasRuns = onSelectedChange !== undefined;
  const setOpen = useCallback((open: boolean) => changeOpen(open, NO_DETAILS), [changeOpen]);
  return useMemo(
    () => ({ summary, isOpen, setOpen, select: hasRuns ? (run, reason) => latest.current?.(run.id, { reason, run }) : null }),
    [summary, isOpen, setOpen, hasRuns, latest],
  );
}
