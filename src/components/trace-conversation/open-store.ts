/** What single items follow a part of: so one that opens does not render all others again. */
export interface OpenStore<T> {
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => T;
  readonly set: (state: T) => void;
}

/** Holds the latest state for those who follow a part of it. */
export function createOpenStore<T>(initial: T): OpenStore<T> {
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
