'use client';
import { useMemo } from 'react';
import { findConversationItem } from '../core/analysis/conversation/find-item.ts';
import type { Run } from '../core/model/run.ts';
import { Trace } from '../core/model/trace.ts';
import type { ConversationSelectedChangeDetails, OpenItemsChangeDetails, TraceConversationState, UseTraceConversationOptions } from './trace-conversation-state.ts';
import type { SelectedChangeDetails } from './trace-tree-state.ts';
import { useControllableState } from './useControllableState.ts';
import { useConversationReading } from './useConversationReading.ts';
import { useLatest } from './useLatest.ts';

const NONE: readonly string[] = [];

/**
 * State and behaviour of a trace, or of a thread of traces, that is read as chat: its turns, what is open, and which run
 * is selected. It renders nothing.
 *
 * @example
 * const { turns } = useTraceConversation({ traces: trace });
 * <ol>{turns.map((turn) => <li key={turn.id}>{turn.items.length}</li>)}</ol>
 */
export function useTraceConversation(options: UseTraceConversationOptions): TraceConversationState {
  const { traces } = options;
  const { conversation, isDone, progress } = useConversationReading(traces);
  const [place, setPlace] = useControllableState<SelectedPlace, ConversationSelectedChangeDetails>({
    value: undefined,
    defaultValue: { run: options.defaultSelected ?? null, trace: null },
    onChange: ({ run }, details) => options.onSelectedChange?.(run, details),
  });
  const [openItems, setOpenItems] = useControllableState<readonly string[], OpenItemsChangeDetails>({
    value: options.openItems,
    defaultValue: options.defaultOpenItems ?? NONE,
    onChange: options.onOpenItemsChange,
  });
  const runId = options.selected === undefined ? place.run : options.selected;
  // Of runs with one id in several traces, the one that was chosen here.
  const traceId = options.selectedTrace ?? (place.run === runId ? place.trace : null);

  const [selectedTrace, selected] = useMemo(() => find(traces, traceId, runId), [traces, traceId, runId]);
  const current = useMemo(() => (selectedTrace === null || selected === null ? null : findConversationItem(conversation, selectedTrace, selected)), [conversation, selectedTrace, selected]);
  const open = useMemo(() => new Set(openItems), [openItems]);

  const latestRef = useLatest({ openItems, selected, selectedTrace });
  const actions = useMemo(
    () => ({
      select: (trace: Trace | null, run: Run | null, reason: SelectedChangeDetails['reason'] = 'api'): void => {
        const { selected: before, selectedTrace: traceBefore } = latestRef.current;
        // A place is an object: the same one would be another.
        if (run?.id === before?.id && trace?.id === traceBefore?.id) return;
        setPlace({ run: run?.id ?? null, trace: run === null ? null : (trace?.id ?? null) }, { reason, run, trace: run === null ? null : trace });
      },
      setOpen: (item: string, isOpen: boolean): void => {
        const others = latestRef.current.openItems.filter((id) => id !== item);
        const next = isOpen ? [...others, item] : others;
        latestRef.current = { ...latestRef.current, openItems: next };
        setOpenItems(next, { item, isOpen });
      },
    }),
    [latestRef, setPlace, setOpenItems],
  );

  return useMemo(
    () => ({
      turns: conversation.turns,
      isReading: !isDone,
      progress,
      selected,
      selectedTrace,
      current,
      isSelected: (trace, run) => run.id === selected?.id && trace.id === selectedTrace?.id,
      isOpen: (item) => open.has(item),
      ...actions,
    }),
    [conversation, isDone, progress, selected, selectedTrace, current, open, actions],
  );
}

interface SelectedPlace {
  readonly run: string | null;
  readonly trace: string | null;
}

/** The first of the traces that has the run. */
function find(traces: Trace | readonly Trace[], traceId: string | null, runId: string | null): [Trace, Run] | [null, null] {
  if (runId === null) return [null, null];
  for (const trace of traces instanceof Trace ? [traces] : traces) {
    const run = traceId === null || trace.id === traceId ? trace.get(runId) : undefined;
    if (run !== undefined) return [trace, run];
  }
  return [null, null];
}
