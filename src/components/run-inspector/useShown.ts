'use client';
import { useState } from 'react';
import { useArrival } from '../../hooks/useArrival.ts';

/** A list of which a part is shown. */
export interface Shown<T> {
  readonly items: readonly T[];
  /** The place of the first item in the whole list. */
  readonly from: number;
  /** How many are not shown, before and after those that are. */
  readonly before: number;
  readonly after: number;
  readonly step: number;
  readonly showBefore: () => void;
  readonly showAfter: () => void;
}

/**
 * Shows a long list in steps, from its beginning or from its end: what is listed at once stays small, and all that is
 * listed can be found by the browser's search and read by a screen reader.
 *
 * @param reach the place of an item that is to be shown: what is around it takes the place of what was shown, unless it
 * is near
 * @param turn a new object each time that somebody asks for it
 */
export function useShown<T>(list: readonly T[], step: number, from: 'start' | 'end' = 'start', reach: number | null = null, turn: object | null = null): Shown<T> {
  const { length } = list;
  const [asked, setAsked] = useState<Part | null>(null);
  const part = clamped(asked ?? (from === 'start' ? { first: 0, end: step } : { first: length - step, end: Number.POSITIVE_INFINITY }), length);
  useArrival(reach === null ? null : turn, () => setAsked(partWith(part, reach ?? 0, step)));
  return {
    items: list.slice(part.first, part.end),
    from: part.first,
    before: part.first,
    after: length - part.end,
    step,
    showBefore: () => setAsked({ first: part.first - step, end: part.end === length ? Number.POSITIVE_INFINITY : part.end }),
    showAfter: () => setAsked({ first: part.first, end: part.end + step }),
  };
}

interface Part {
  readonly first: number;
  /** Infinity shows whatever comes later, too. */
  readonly end: number;
}

function clamped({ first, end }: Part, length: number): Part {
  const last = Math.min(length, end);
  return { first: Math.max(0, Math.min(first, last)), end: last };
}

function partWith(part: Part, place: number, step: number): Part {
  if (place >= part.first && place < part.end) return part;
  if (place < part.first && part.first - place <= step) return { first: part.first - step, end: part.end };
  if (place >= part.end && place - part.end < step) return { first: part.first, end: part.end + step };
  const first = Math.max(0, place - Math.floor(step / 2));
  return { first, end: first + step };
}
