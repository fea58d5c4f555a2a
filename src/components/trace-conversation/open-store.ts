import type { TraceConversationState } from '../../hooks/trace-conversation-state.ts';

/** What of a conversation's state single items follow: so an item that opens does not render all others again. */
export interface OpenStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => TraceConversationState;
  readonly set: (state: TraceConversationState) => void;
}

/** Holds the latest state for those who follow a part of it. */
export function createOpenStore(initial: TraceConversationState): OpenStore {
  let current = initial;
  const listeners = new Set<() => void>();
  return {
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    get: () => current,
    set: (state) => {
      if (state === current) return;
      current = state;
      for (const listener of listeners) listener();
    },
  };
}
