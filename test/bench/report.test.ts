import { expect, test } from 'vitest';
import { summaryOf } from '../../bench/browser/summary.js';
import { median, percentile } from '../../bench/lib/statistics.js';
import { tableOf } from '../../bench/lib/table.js';

test('median and percentile interpolate, and leave their input alone', () => {
  const values = [9, 1, 4, 2];
  expect(median(values)).toBe(3);
  expect(percentile(values, 1)).toBe(9);
  expect(percentile([0, 10], 0.95)).toBeCloseTo(9.5);
  expect(median([])).toBeNaN();
  expect(values).toEqual([9, 1, 4, 2]);
});

test('a table sets its first column left and its figures right', () => {
  expect(tableOf('Title', ['what', 'ms'], [['a', '1'], ['longer', '100']])).toBe(
    ['Title', '', 'what     ms', '──────  ───', 'a         1', 'longer  100', ''].join('\n'),
  );
});

test('a change that one page did not show counts as never shown', () => {
  const page = (shown: number | null) => ({
    runs: 10,
    prepare: 1,
    mount: { paint: 30, longest: 20, elements: 100 },
    again: null,
    interactions: { toggle: { frame: 8, shown, longest: 5 }, missing: null },
    scrolls: { wheel: { intervals: [16.7, 16.7, 33.3, 16.7], blank: 1, longest: 7 } },
    heap: 1e6,
  });
  const { interactions, scrolls, again } = summaryOf('tree', [page(12), page(14)]);
  expect(interactions).toEqual({ toggle: { shown: 13, longest: 5 }, missing: null });
  expect(scrolls?.['wheel']).toMatchObject({ inTime: 0.75, max: 33.3, blank: 0.25 });
  expect(again).toBeNull();
  expect(summaryOf('tree', [page(12), page(null)]).interactions?.['toggle']?.shown).toBeNull();
});
