'use client';
import { useCallback, useState } from 'react';
import { useLatest } from './useLatest.ts';

/** A state that its owner holds (`value`), or that lives here and begins as `defaultValue`. */
export interface ControllableStateOptions<T, Details> {
  readonly value: T | undefined;
  readonly defaultValue: T;
  readonly onChange: ((value: T, details: Details) => void) | undefined;
}

/** The value, and the way to ask for another. The setter's identity never changes. */
export function useControllableState<T, Details>(
  options: ControllableStateOptions<T, Details>,
): [value: T, change: (value: T, details: Details) => void] {
  const [own, setOwn] = useState({ value: options.defaultValue });
  const current = options.value === undefined ? own.value : options.value;
  const latestRef = useLatest({ current, onChange: options.onChange });
  const change = useCallback(
    (next: T, details: Details) => {
      const { current: before, onChange } = latestRef.current;
      if (Object.is(next, before)) return;
      // The next change in the same handler starts from this one. A new object renders even if the owner refuses, and
      // with that render it is the owner's value again.
      latestRef.current = { current: next, onChange };
      setOwn({ value: next });
      onChange?.(next, details);
    },
    [latestRef],
  );
  return [current, change];
}
