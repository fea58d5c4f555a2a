import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createTimeScale } from '../../src/hooks/time-scale.ts';
import { tickStep, timeUnit } from '../../src/hooks/time-ticks.ts';

describe('a scale', () => {
  test('places moments in proportion', () => {
    const scale = createTimeScale({ start: 0, end: 1000 }, 500);
    expect([0, 250, 1000, 1100].map(scale.toX)).toEqual([0, 125, 500, 550]);
    expect(scale.toTime(125)).toBe(250);
    expect(scale.ticks.map(({ value }) => value)).toEqual([0, 200, 400, 600, 800, 1000]);
  });

  test('translates there and back, with and without stretches drawn short', () => {
    const stretches = [{ start: 100, end: 300 }, { start: 500, end: 900 }];
    fc.assert(fc.property(fc.double({ min: 0, max: 1000, noNaN: true }), fc.boolean(), (time, isShort) => {
      const scale = createTimeScale({ start: 0, end: 1000 }, 640, isShort ? stretches : []);
      expect(scale.toTime(scale.toX(time))).toBeCloseTo(time, 6);
      expect(scale.toX(time)).toBeGreaterThanOrEqual(0);
      expect(scale.toX(time)).toBeLessThanOrEqual(640 + 1e-9);
    }));
  });

  test('gives the room of idle stretches to the others', () => {
    const scale = createTimeScale({ start: 0, end: 1000 }, 426, [{ start: 100, end: 900 }]);
    expect(scale.breaks).toEqual([{ start: 100, end: 900, x: 200, width: 26 }]);
    expect([50, 100, 900, 950].map(scale.toX)).toEqual([100, 200, 226, 326]);
    expect(scale.ticks.every(({ time }) => time <= 100 || time >= 900)).toBe(true);
    expect(scale.ticks.length).toBeGreaterThan(2);
  });

  test('a stretch that fills the window, or begins before it', () => {
    expect(createTimeScale({ start: 200, end: 300 }, 100, [{ start: 0, end: 1000 }]).toX(300)).toBeGreaterThan(0);
    const cut = createTimeScale({ start: 200, end: 400 }, 126, [{ start: 0, end: 300 }]);
    expect([200, 300, 400].map(cut.toX)).toEqual([0, 26, 126]);
  });

  test('is exact at nanoseconds within hours', () => {
    const start = 3_600_000;
    const scale = createTimeScale({ start, end: start + 1e-4 }, 1000);
    expect(scale.toX(start + 5e-5)).toBeCloseTo(500, 0);
    expect(scale.base).toBe(start);
    expect(scale.unit).toBe('ns');
    expect(scale.ticks.map(({ value }) => Math.round(value * 1e6))).toContain(50);
  });

  test('has ticks at hours, and none without width', () => {
    const scale = createTimeScale({ start: 0, end: 5 * 3_600_000 }, 500);
    expect(scale.unit).toBe('h');
    expect(scale.ticks.map(({ time }) => time / 3_600_000)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(createTimeScale({ start: 0, end: 1e-5 }, 0).ticks.length).toBeLessThan(5);
  });
});

test.each([
  [1e-3, 'ns'], [1, 'µs'], [800, 'ms'], [1_999, 'ms'], [2_000, 's'], [90_000, 's'], [600_000, 'min'], [8 * 3_600_000, 'h'],
] as const)('%d ms are read in %s', (span, unit) => {
  expect(timeUnit(span)).toBe(unit);
});

test.each([[600_000, 6, 120_000], [600_000, 10, 60_000], [3_600_000 * 30, 6, 21_600_000], [1000, 5, 200], [864e5 * 30, 6, 864e5 * 5]])('%d ms in %d steps of %d', (span, count, step) => {
  expect(tickStep(span, count, timeUnit(span))).toBe(step);
});
