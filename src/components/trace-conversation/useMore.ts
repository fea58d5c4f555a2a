'use client';
import { useState } from 'react';

/** The beginning of a list, of which a person can ask for more. */
export interface More<T> {
  readonly items: readonly T[];
  /** How many are not shown. */
  readonly left: number;
  readonly showMore: () => void;
}

/** Shows a long list in steps, so that what is rendered at once stays small. */
export function useMore<T>(list: readonly T[], step: number): More<T> {
  const [count, setCount] = useState(step);
  return { items: list.length <= count ? list : list.slice(0, count), left: Math.max(0, list.length - count), showMore: () => setCount(count + step) };
}
