'use client';
import { useInsertionEffect, useRef, type RefObject } from 'react';

/**
 * The value of the last render, for handlers that live longer than the render that made them. Rows are not rendered
 * again when others change, so what they hold must never be out of date.
 */
export function useLatest<T>(value: T): RefObject<T> {
  const latest = useRef(value);
  useInsertionEffect(() => {
    latest.current = value;
  });
  return latest;
}
