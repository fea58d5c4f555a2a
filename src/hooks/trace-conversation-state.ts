import type { ConversationTurn } from '../core/analysis/conversation/conversation.ts';
import type { ItemPlace } from '../core/analysis/conversation/find-item.ts';
import type { Run } from '../core/model/run.ts';
import type { Trace } from '../core/model/trace.ts';
import type { SelectedChangeDetails } from './trace-tree-state.ts';

/** Why the selection of a conversation changed. */
export interface ConversationSelectedChangeDetails extends SelectedChangeDetails {
  /** The trace of the run that is selected now; null if none is. */
  readonly trace: Trace | null;
}

/** What was opened or closed. */
export interface OpenItemsChangeDetails {
  readonly item: string;
  readonly isOpen: boolean;
}

/** What `useTraceConversation` takes. Every state can be held by the caller (`selected`, `openItems`) or begins at a default. */
export interface UseTraceConversationOptions {
  /** One trace, or the traces of a thread in any order. The list may be a new one each time. */
  readonly traces: Trace | readonly Trace[];
  /** The id of the selected run; null for none. */
  readonly selected?: string | null | undefined;
  /**
   * The id of the trace that the selected run is of, where `selected` is held. Ids of runs are unique within a trace; most
   * tracers' are in all of them, so without it the first trace that has such a run is meant.
   */
  readonly selectedTrace?: string | null | undefined;
  /** @default null */
  readonly defaultSelected?: string | null | undefined;
  readonly onSelectedChange?: ((selected: string | null, details: ConversationSelectedChangeDetails) => void) | undefined;
  /** The ids of what is open: calls, prompts, agents, reasoning. */
  readonly openItems?: readonly string[] | undefined;
  /** @default [] */
  readonly defaultOpenItems?: readonly string[] | undefined;
  readonly onOpenItemsChange?: ((openItems: readonly string[], details: OpenItemsChangeDetails) => void) | undefined;
}

/** A conversation, without markup. */
export interface TraceConversationState {
  /** The turns that were read up to now. A turn in which nothing changed is the same object. */
  readonly turns: readonly ConversationTurn[];
  /** Whether runs are still to be read. */
  readonly isReading: boolean;
  /** How much was read, 0 to 1. */
  readonly progress: number;
  /** The run that is selected; null for none, and for one that no trace has. */
  readonly selected: Run | null;
  readonly selectedTrace: Trace | null;
  /** Where the selected run is told, or what is nearest to it; null if there is none. */
  readonly current: ItemPlace | null;
  readonly isSelected: (trace: Trace, run: Run) => boolean;
  /** Selects a run; null for none. */
  readonly select: (trace: Trace | null, run: Run | null, reason?: SelectedChangeDetails['reason']) => void;
  readonly isOpen: (item: string) => boolean;
  readonly setOpen: (item: string, isOpen: boolean) => void;
}
