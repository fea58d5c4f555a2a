import { renderHook } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Cost, Usage } from '../../src/core/model/usage.ts';
import { useTokenUsage, type UseTokenUsageOptions } from '../../src/hooks/useTokenUsage.ts';

const usage = (input: number, output: number, cacheRead?: number): Usage => ({
  input, output, total: input + output, inputDetails: cacheRead === undefined ? {} : { cacheRead }, outputDetails: {},
});
const cost = (total: number): Cost => ({ input: null, output: null, total, currency: 'USD' });
const stateOf = (initialProps: UseTokenUsageOptions) => renderHook(useTokenUsage, { initialProps }).result.current;
const scopes = (options: UseTokenUsageOptions) => {
  const { counts, isScopeTold } = stateOf(options);
  return [...counts.map(({ scope }) => scope), isScopeTold];
};

test('a run without others has its own tokens, and nothing to tell apart', () => {
  const { counts, isScopeTold } = stateOf({ usage: usage(8, 2), cost: cost(1), contextWindow: 40 });
  expect(isScopeTold).toBe(false);
  expect(counts).toMatchObject([{ scope: 'own', tokens: { total: 10 }, cost: { total: 1 }, context: { window: 40, used: 10, share: 0.25 } }]);
  expect(scopes({ usage: usage(8, 2), total: usage(8, 2) })).toEqual(['own', false]);
  expect(scopes({ usage: null, total: null })).toEqual(['own', false]);
});

test('a total that is another is told apart, if only by its parts or its cost', () => {
  expect(scopes({ usage: usage(8, 2), total: usage(20, 5) })).toEqual(['total', 'own', true]);
  expect(scopes({ usage: usage(8, 2), total: usage(8, 2, 4) })).toEqual(['total', 'own', true]);
  expect(scopes({ usage: usage(8, 2), total: usage(8, 2), cost: cost(1), totalCost: cost(3) })).toEqual(['total', 'own', true]);
  expect(scopes({ usage: usage(8, 2), total: usage(8, 2), cost: cost(1), totalCost: cost(1) })).toEqual(['own', false]);
});

test('own is left out where nothing of it is known', () => {
  expect(scopes({ usage: null, total: usage(20, 5), cost: null })).toEqual(['total', true]);
  expect(scopes({ usage: null, total: usage(20, 5), cost: cost(1) })).toEqual(['total', 'own', true]);
});

test('a total is not measured by a window: it may be that of many calls', () => {
  const { counts } = stateOf({ usage: usage(8, 2), total: usage(20, 5), contextWindow: 100 });
  expect(counts.map(({ context }) => context?.share ?? null)).toEqual([null, 0.1]);
});

test('the state stays while nothing changes', () => {
  const options = { usage: usage(8, 2) };
  const { result, rerender } = renderHook(() => useTokenUsage(options));
  const first = result.current;
  rerender();
  expect(result.current).toBe(first);
});
