import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clampWindow, endOf, panWindow, wholeWindow, windowAround, zoomWindow } from '../../../../src/core/analysis/timeline/time-window.ts';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';

const BOUNDS = { start: 0, end: 1000 };
const window = fc.tuple(fc.double({ min: 0, max: 999, noNaN: true }), fc.double({ min: 1e-5, max: 1000, noNaN: true })).map(([start, span]) => clampWindow({ start, end: start + span }, BOUNDS));

function expectInside({ start, end }: { start: number; end: number }): void {
  expect(start).toBeGreaterThanOrEqual(BOUNDS.start);
  expect(end).toBeLessThanOrEqual(BOUNDS.end + 1e-9);
  expect(end).toBeGreaterThan(start);
}

describe('the whole', () => {
  const [trace] = buildTraces([
    { id: 'a', name: 'a', startTime: 5_000, traceId: 't' },
    { id: 'b', name: 'b', startTime: 5_100, endTime: 5_400, parentId: 'a', traceId: 't' },
  ]);

  test('reaches to the last moment that is known, and with the present to it', () => {
    expect(wholeWindow(trace!)).toEqual({ start: 0, end: 400 });
    expect(wholeWindow(trace!, 7_000)).toEqual({ start: 0, end: 2_000 });
    expect(wholeWindow(trace!, 5_100)).toEqual({ start: 0, end: 400 });
  });

  test('has a length even where the trace has none', () => {
    const [still] = buildTraces([{ id: 'a', name: 'a', startTime: 1, endTime: 1 }]);
    expect(wholeWindow(still!).end).toBeGreaterThan(0);
  });

  test('the end of a run that runs', () => {
    const run = trace!.get('a')!;
    expect(endOf(trace!, run, { start: 0, end: 400 })).toBe(400);
    expect(endOf(trace!, run, { start: 0, end: 400 }, 5_900)).toBe(900);
    expect(endOf(trace!, trace!.get('b')!, { start: 0, end: 400 }, 5_900)).toBe(400);
  });
});

test('zooming keeps the moment under the pointer in its place, and stays inside', () => {
  fc.assert(fc.property(window, fc.double({ min: 0.05, max: 20, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (before, factor, share) => {
    const around = before.start + (before.end - before.start) * share;
    const after = zoomWindow(before, factor, around, BOUNDS);
    expectInside(after);
    const isFree = after.start > BOUNDS.start && after.end < BOUNDS.end;
    if (isFree) expect((around - after.start) / (after.end - after.start)).toBeCloseTo(share, 5);
  }));
});

test('moving keeps the length, and stops at the ends', () => {
  fc.assert(fc.property(window, fc.double({ min: -5000, max: 5000, noNaN: true }), (before, by) => {
    const after = panWindow(before, by, BOUNDS);
    expectInside(after);
    expect(after.end - after.start).toBeCloseTo(before.end - before.start, 6);
  }));
  expect(panWindow({ start: 100, end: 200 }, 50, BOUNDS)).toEqual({ start: 150, end: 250 });
  expect(panWindow({ start: 100, end: 200 }, 5_000, BOUNDS)).toEqual({ start: 900, end: 1000 });
});

test('the window around a stretch has room at its sides', () => {
  expect(windowAround({ start: 400, end: 500 }, BOUNDS)).toEqual({ start: 394, end: 506 });
  expect(windowAround({ start: 0, end: 1000 }, BOUNDS)).toEqual(BOUNDS);
  const moment = windowAround({ start: 500, end: 500 }, BOUNDS);
  expect(moment.end).toBeGreaterThan(moment.start);
});
