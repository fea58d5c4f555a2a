'use client';
import { useState } from 'react';

/** The beginning of a list, and a way to see more of it. */
export interface More<T> {
  readonly items: readonly T[];
  /** How many the next step adds; 0 if all are shown. */
  readonly next: number;
  readonly showMore: () => void;
}

/** Shows a long list in steps: what is listed at once stays small. */
export function useMore<T>(list: readonly T[], step: number): More<T> {
  const [count, setCount] = useState(step);
  return { items: list.slice(0, count), next: Math.max(0, Math.min(step, list.length - count)), showMore: () => setCount(count + step) };
}
