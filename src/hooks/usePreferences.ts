'use client';
import { useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import { useLatest } from './useLatest.ts';

/** Where preferences are kept: `localStorage`, or whatever has these two. */
export interface PreferenceStorage {
  readonly getItem: (key: string) => string | null;
  readonly setItem: (key: string, value: string) => void;
}

/** What `usePreferences` takes. */
export interface UsePreferencesOptions<T extends object> {
  /** Without one, preferences last as long as the component. */
  readonly storage: PreferenceStorage | undefined;
  readonly storageKey: string;
  /** Makes preferences of what was kept, which may be of any shape: it must not throw. Keep its identity. */
  readonly read: (kept: unknown) => T;
}

const subscribe = (): (() => void) => () => {};
const none = (): null => null;

/**
 * How a person has set up a view. It is remembered only in a storage that is given; one that is full, forbidden or
 * holds something else does no harm. On a server, and until hydration, there is nothing kept.
 */
export function usePreferences<T extends object>({ storage, storageKey, read }: UsePreferencesOptions<T>): [preferences: T, change: (changed: Partial<T>) => void] {
  const kept = useSyncExternalStore(subscribe, () => textIn(storage, storageKey), none);
  const first = useMemo(() => read(parsed(kept)), [read, kept]);
  const [own, setOwn] = useState<Partial<T>>({});
  const preferences = useMemo(() => ({ ...first, ...own }), [first, own]);
  const latestRef = useLatest({ preferences, storage, storageKey });
  const change = useCallback((changed: Partial<T>) => {
    const next = { ...latestRef.current.preferences, ...changed };
    latestRef.current = { ...latestRef.current, preferences: next };
    keep(latestRef.current.storage, latestRef.current.storageKey, next);
    setOwn(next);
  }, [latestRef]);
  return [preferences, change];
}

function textIn(storage: PreferenceStorage | undefined, key: string): string | null {
  try {
    return storage?.getItem(key) ?? null;
  } catch {
    return null;
  }
}

function keep(storage: PreferenceStorage | undefined, key: string, value: object): void {
  try {
    storage?.setItem(key, JSON.stringify(value));
  } catch {
    // They are kept as long as the component then.
  }
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
