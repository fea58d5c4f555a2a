'use client';
import { useState } from 'react';

/** A list of which so many are shown. */
export interface Shown<T> {
  readonly items: readonly T[];
  /** The place of the first item in the whole list. */
  readonly from: number;
  /** How many are not shown. */
  readonly left: number;
  readonly step: number;
  readonly showMore: () => void;
}

/** Shows a long list in steps, from its beginning or from its end: what is listed at once stays small. */
export function useShown<T>(list: readonly T[], step: number, from: 'start' | 'end' = 'start'): Shown<T> {
  const [count, setCount] = useState(step);
  const first = from === 'start' ? 0 : Math.max(0, list.length - count);
  const items = list.slice(first, first + count);
  return { items, from: first, left: list.length - items.length, step, showMore: () => setCount(count + step) };
}
