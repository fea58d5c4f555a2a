'use client';
import { useState } from 'react';

/**
 * Does something when another value comes than the one before, null aside: while the component renders, so that nothing is
 * shown in between. It may change the component's own state, and nothing else.
 */
export function useArrival<T extends object>(value: T | null, arrive: (value: T) => void): void {
  const [last, setLast] = useState<T | null>(null);
  if (value === last) return;
  setLast(value);
  if (value !== null) arrive(value);
}
