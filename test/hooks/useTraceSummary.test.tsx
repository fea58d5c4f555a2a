import { act, renderHook } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import { useHydrated } from '../../src/hooks/useHydrated.ts';
import { useTraceSummary, type UseTraceSummaryOptions } from '../../src/hooks/useTraceSummary.ts';

const START = 1_700_000_000_000;
const ended = buildTraces([{ id: '1', name: 'r', startTime: START, endTime: START + 10 }])[0]!;
const running = buildTraces([{ id: '1', name: 'r', startTime: START }])[0]!;

test('the summary is worked out again for another trace, and for another present while the trace runs', () => {
  const { result, rerender } = renderHook((options: UseTraceSummaryOptions) => useTraceSummary(options), { initialProps: { trace: ended, now: START + 20 } });
  const first = result.current.summary;
  expect(first.duration).toBe(10);
  rerender({ trace: ended, now: START + 30 });
  expect(result.current.summary).toBe(first);
  rerender({ trace: running, now: START + 30 });
  expect(result.current.summary.duration).toBe(30);
  rerender({ trace: running, now: START + 40 });
  expect(result.current.summary.duration).toBe(40);
});

test('a run can be asked for where the host shows runs; the last handler hears of it', () => {
  const { result, rerender } = renderHook((options: UseTraceSummaryOptions) => useTraceSummary(options), { initialProps: { trace: ended } as UseTraceSummaryOptions });
  expect(result.current.select).toBeNull();
  const before = vi.fn<NonNullable<UseTraceSummaryOptions['onSelectedChange']>>();
  const after = vi.fn<NonNullable<UseTraceSummaryOptions['onSelectedChange']>>();
  rerender({ trace: ended, onSelectedChange: before });
  const { select } = result.current;
  rerender({ trace: ended, onSelectedChange: after });
  expect(result.current.select).toBe(select);
  select?.(ended.runs[0]!, 'api');
  expect(before).not.toHaveBeenCalled();
  expect(after).toHaveBeenCalledWith('1', { reason: 'api', run: ended.runs[0] });
});

test('is opened by itself or by its owner', () => {
  const onOpenChange = vi.fn<NonNullable<UseTraceSummaryOptions['onOpenChange']>>();
  const { result, rerender } = renderHook((options: UseTraceSummaryOptions) => useTraceSummary(options), { initialProps: { trace: ended, onOpenChange } as UseTraceSummaryOptions });
  expect(result.current.isOpen).toBe(false);
  act(() => result.current.setOpen(true));
  expect(result.current.isOpen).toBe(true);
  expect(onOpenChange).toHaveBeenLastCalledWith(true, {});
  rerender({ trace: ended, onOpenChange, open: false });
  act(() => result.current.setOpen(true));
  expect(result.current.isOpen).toBe(false);
});

test('a browser draws by itself', () => {
  expect(renderHook(() => useHydrated()).result.current).toBe(true);
});
