'use client';
import { useSyncExternalStore } from 'react';

/**
 * Whether the page is drawn by the browser by now. False on the server and while the browser takes over what the server
 * drew: what only a browser knows, such as its time zone, must not be used before.
 */
export function useHydrated(): boolean {
  return useSyncExternalStore(subscribe, yes, no);
}

const subscribe = () => () => {};
const yes = () => true;
const no = () => false;
