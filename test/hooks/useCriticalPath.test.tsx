import { act, renderHook } from '@testing-library/react';
import { StrictMode } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { criticalPath } from '../../src/core/analysis/time/critical-path.ts';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import type { Trace } from '../../src/core/model/trace.ts';
import { useCriticalPath } from '../../src/hooks/useCriticalPath.ts';

beforeEach(() => void vi.useFakeTimers());

const traceOf = (count: number, endTime: number | null = 100): Trace =>
  buildTraces(Array.from({ length: count }, (_, at) => ({ id: `r${at}`, name: 'step', traceId: 't', parentId: at === 0 ? null : 'r0', startTime: at === 0 ? 0 : 5, endTime: at === 0 ? endTime : 50 })))[0]!;
const pathOf = (trace: Trace, isWanted = true, now?: number) => renderHook((props: { trace: Trace; isWanted: boolean; now?: number }) => useCriticalPath(props.trace, props.isWanted, props.now), { initialProps: { trace, isWanted, ...(now !== undefined && { now }) }, wrapper: StrictMode });

test('a short trace has its path at once, a long one after it was painted', () => {
  expect(pathOf(traceOf(10)).result.current?.length).toBe(100);
  const long = traceOf(6_000);
  const { result } = pathOf(long);
  expect(result.current).toBeNull();
  act(() => vi.runAllTimers());
  expect(Array.from(result.current!.duration)).toEqual(Array.from(criticalPath(long).duration));
});

test('what is known of a trace is the same for all who ask', () => {
  const long = traceOf(6_000);
  const { result } = pathOf(long);
  act(() => vi.runAllTimers());
  expect(pathOf(long).result.current).toBe(result.current);
});

test('nothing is worked out while it is not wanted, and that of another trace is never given', () => {
  const { result, rerender } = pathOf(traceOf(6_000), false);
  act(() => vi.runAllTimers());
  expect(result.current).toBeNull();
  rerender({ trace: traceOf(6_000), isWanted: true });
  act(() => vi.runAllTimers());
  expect(result.current).not.toBeNull();
  rerender({ trace: traceOf(7_000), isWanted: true });
  expect(result.current).toBeNull();
});

test('that of a running trace follows the present', () => {
  const trace = traceOf(3, null);
  const { result, rerender } = pathOf(trace, true, trace.startTime + 200);
  expect(result.current?.length).toBe(200);
  rerender({ trace, isWanted: true, now: trace.startTime + 300 });
  expect(result.current?.length).toBe(300);
});
