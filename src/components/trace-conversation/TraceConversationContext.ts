'use client';
import { createContext, useCallback, useContext, useSyncExternalStore, type Context, type ReactNode } from 'react';
import type { ConversationItem } from '../../core/analysis/conversation/conversation.ts';
import type { ToolGroup } from '../../core/analysis/conversation/group-items.ts';
import type { Run } from '../../core/model/run.ts';
import type { Trace } from '../../core/model/trace.ts';
import type { TraceConversationState } from '../../hooks/trace-conversation-state.ts';
import type { FieldMarks } from './search-fields.ts';
import type { TraceConversationMessages } from './messages.ts';
import type { OpenStore } from './open-store.ts';

/** What the parts of a conversation share, beside its turns. It stays the same while a person opens and selects. */
export interface TraceConversationShared {
  readonly store: OpenStore<TraceConversationShown>;
  readonly messages: TraceConversationMessages;
  readonly locale: string | undefined;
  readonly timeZone: string | undefined;
  readonly now: number | undefined;
  readonly marks: FieldMarks | null;
  readonly renderMarkdown: ((text: string) => ReactNode) | undefined;
  /** Renders what is inside of an item: it has items again, and no module can import itself. */
  readonly renderItems: (items: readonly ConversationItem[]) => ReactNode;
}

export const TraceConversationContext: Context<TraceConversationShared | null> = createContext<TraceConversationShared | null>(null);

/** The conversation around a part. */
export function useTraceConversationContext(part: string): TraceConversationShared {
  const shared = useContext(TraceConversationContext);
  if (shared === null) throw new Error(`<${part}> has nothing to show: it is used outside of <TraceConversationRoot>. Put it inside of one.`);
  return shared;
}

/** What the list of turns shows: it follows every change. */
export interface TraceConversationShown extends TraceConversationState {
  /** The place of the turn to begin at; null until it is known. */
  readonly begin: number | null;
  /** The id of the row in which the person is: an item, or the calls that it is one of; null for none. */
  readonly row: string | null;
}

export const TraceConversationStateContext: Context<TraceConversationShown | null> = createContext<TraceConversationShown | null>(null);

/** The state of the conversation around a part. */
export function useTraceConversationState(part: string): TraceConversationShown {
  const state = useContext(TraceConversationStateContext);
  if (state === null) throw new Error(`<${part}> has nothing to show: it is used outside of <TraceConversationRoot>. Put it inside of one.`);
  return state;
}

/** Whether something is open, and the way to open and close it. */
export function useOpen(id: string): [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const { store } = useTraceConversationContext('useOpen');
  const read = useCallback(() => store.get().isOpen(id), [store, id]);
  const isOpen = useSyncExternalStore(store.subscribe, read, read);
  const setOpen = useCallback((next: boolean) => store.get().setOpen(id, next), [store, id]);
  return [isOpen, setOpen];
}

/** Whether a run is the selected one. */
export function useIsSelected(trace: Trace, run: Run): boolean {
  const { store } = useTraceConversationContext('useIsSelected');
  const read = useCallback(() => store.get().isSelected(trace, run), [store, trace, run]);
  return useSyncExternalStore(store.subscribe, read, read);
}

/** Whether a run of any of the items is the selected one. */
export function useHasSelected(trace: Trace, items: readonly ConversationItem[]): boolean {
  const { store } = useTraceConversationContext('useHasSelected');
  const read = useCallback(() => items.some(({ run }) => store.get().isSelected(trace, run)), [store, trace, items]);
  return useSyncExternalStore(store.subscribe, read, read);
}

/** Whether a row is the one in which the person is: that of the selected run, or the nearest to it. */
export function useIsCurrent(row: string): boolean {
  const { store } = useTraceConversationContext('useIsCurrent');
  const read = useCallback(() => store.get().row === row, [store, row]);
  return useSyncExternalStore(store.subscribe, read, read);
}

/** The place of the row in which the person is; -1 if it is none of these. */
export function useCurrentRow(items: readonly ConversationItem[], rows: readonly (ConversationItem | ToolGroup)[]): number {
  const { store } = useTraceConversationContext('useCurrentRow');
  const read = useCallback(() => {
    const { current, row } = store.get();
    return current?.turn.items === items ? rows.findIndex(({ id }) => id === row) : -1;
  }, [store, items, rows]);
  return useSyncExternalStore(store.subscribe, read, read);
}

/** The trace of the turn around a part. */
export const ConversationTraceContext: Context<Trace | null> = createContext<Trace | null>(null);

/** The trace of the turn around a part. */
export function useConversationTrace(part: string): Trace {
  const trace = useContext(ConversationTraceContext);
  if (trace === null) throw new Error(`<${part}> belongs to no trace: it is used outside of <TraceConversationTurn>. Put it inside of one.`);
  return trace;
}
