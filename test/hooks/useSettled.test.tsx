import { act, renderHook } from '@testing-library/react';
import { afterEach, expect, test, vi } from 'vitest';
import { useSettled } from '../../src/hooks/useSettled.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('a value is told once it has stayed for a while, and only the last one', () => {
  vi.useFakeTimers();
  const told: string[] = [];
  const { rerender } = renderHook(({ value }) => told.push(useSettled(value, 100)), { initialProps: { value: 'a' } });
  const wait = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));
  for (const value of ['b', 'c', 'd']) {
    rerender({ value });
    wait(60);
  }
  expect(new Set(told)).toEqual(new Set(['a']));
  wait(60);
  expect(told.at(-1)).toBe('d');
  expect(new Set(told)).toEqual(new Set(['a', 'd']));
  rerender({ value: 'e' });
  rerender({ value: 'd' });
  wait(500);
  expect(new Set(told)).toEqual(new Set(['a', 'd']));
});
