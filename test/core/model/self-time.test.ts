import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTraces } from '../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../src/core/model/record.ts';

interface Span {
  readonly start: number;
  readonly end: number | null;
  readonly under: number;
}

/** The whole milliseconds of a run during which none of its children is at work, counted one by one. */
function countFree(spans: readonly Span[], at: number): number | null {
  const { start, end } = spans[at]!;
  if (end === null) return null;
  let free = 0;
  for (let ms = start; ms < end; ms++) {
    if (!spans.some((child) => child.under === at && child.start <= ms && (child.end ?? Infinity) > ms)) free++;
  }
  return free;
}

function selfTimes(spans: readonly Span[]): (number | null)[] {
  const records = spans.map(({ start, end, under }, at): RunRecord => ({
    id: `${at}`, name: 'step', traceId: 't', startTime: start, endTime: end, parentId: under === -1 ? null : `${under}`,
  }));
  const [trace] = buildTraces(records);
  return spans.map((_, at) => trace!.totalsOf({ id: `${at}` }).selfTime);
}

describe('self time', () => {
  test.each([
    ['no children', [], 100],
    ['one child', [[10, 30]], 80],
    ['children one after the other', [[10, 30], [30, 40]], 70],
    ['children with a gap', [[0, 10], [90, 100]], 80],
    ['overlapping children count once', [[10, 50], [30, 60]], 50],
    ['a child inside the time of another', [[10, 60], [20, 30], [55, 65]], 45],
    ['a child that covers everything', [[0, 100], [20, 30]], 0],
    ['a child beyond the end', [[90, 150]], 90],
    ['a child after the end', [[120, 150]], 100],
    ['a running child covers to the end', [[40, null]], 40],
    ['a child without length', [[40, 40]], 100],
    ['given late first', [[70, 80], [10, 20]], 80],
  ] as const)('%s', (_, children, expected) => {
    const spans = [{ start: 0, end: 100, under: -1 }, ...children.map(([start, end]) => ({ start, end, under: 0 }))];
    expect(selfTimes(spans)[0]).toBe(expected);
  });

  test('a child that began before its parent covers from the start', () => {
    expect(selfTimes([{ start: 50, end: 100, under: -1 }, { start: 0, end: 70, under: 0 }])).toEqual([30, 70]);
    expect(selfTimes([{ start: 50, end: 100, under: -1 }, { start: 0, end: 40, under: 0 }])).toEqual([50, 40]);
  });

  test('a running run has none yet', () => {
    expect(selfTimes([{ start: 0, end: null, under: -1 }, { start: 1, end: 2, under: 0 }])).toEqual([null, 1]);
  });

  test('grandchildren do not count', () => {
    expect(selfTimes([{ start: 0, end: 100, under: -1 }, { start: 0, end: 10, under: 0 }, { start: 20, end: 90, under: 1 }])[0]).toBe(90);
  });

  test('any tree: as counted millisecond by millisecond', () => {
    const trees = fc.array(
      fc.record({ start: fc.nat(30), length: fc.option(fc.nat(30), { freq: 8 }), under: fc.nat() }),
      { minLength: 1, maxLength: 25 },
    ).map((nodes): Span[] => nodes.map(({ start, length, under }, at) => ({ start, end: length === null ? null : start + length, under: at === 0 ? -1 : (under % (at + 1)) - 1 })));
    fc.assert(
      fc.property(trees, (spans) => {
        expect(selfTimes(spans)).toEqual(spans.map((_, at) => countFree(spans, at)));
      }),
      { numRuns: 500 },
    );
  });
});
