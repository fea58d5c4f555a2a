import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { untracedGaps, type UntracedGaps } from '../../../../src/core/analysis/time/untraced-gaps.ts';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';
import type { Trace } from '../../../../src/core/model/trace.ts';
import { chain, fan } from '../plants.ts';
import { EPOCH, placed, spans, timed, traceOf } from './timed.ts';

const ALL = { least: 0, leastShare: 0 };

function said(trace: Trace, { position, start, end }: UntracedGaps): string[] {
  return Array.from(position, (at, nth) => `${trace.runs[at]!.name} ${start[nth]}-${end[nth]}`);
}

describe('gaps', () => {
  const trace = timed(`
    r 0-1000
      before 0-0
      a 100-300
        x 100-150
        y 152-300
      b 250-400
      mark 500-500
      c 600-990
  `);

  test('are told for each run that has children, in reading order', () => {
    const gaps = untracedGaps(trace, ALL);
    expect(said(trace, gaps)).toEqual(['r 0-100', 'r 400-600', 'r 990-1000', 'a 150-152']);
    expect(Array.from(gaps.first)).toEqual([0, 3, 3, 4, 4, 4, 4, 4, 4]);
    expect(Array.from(gaps.total)).toEqual([310, 0, 2, 0, 0, 0, 0, 0]);
  });

  test('that are short in ms or beside their run are left out of the list, not of the sum', () => {
    const share = untracedGaps(trace, { leastShare: 0.02 });
    expect(said(trace, share)).toEqual(['r 0-100', 'r 400-600']);
    expect(share.total[0]).toBe(310);
    expect(said(trace, untracedGaps(trace, { least: 3, leastShare: 0 }))).toEqual(['r 0-100', 'r 400-600', 'r 990-1000']);
    expect(said(trace, untracedGaps(trace))).toEqual(['r 0-100', 'r 400-600', 'r 990-1000', 'a 150-152']);
  });

  test('children count only inside of their parent', () => {
    const outside = timed(`
      all 0-100
        r 20-60
          early 0-30
          late 50-90
          after 70-95
    `);
    expect(said(outside, untracedGaps(outside, ALL))).toEqual(['all 0-20', 'all 60-100', 'r 30-50']);
  });

  test('a child without an end may still be at work; a running parent reaches to the present', () => {
    const running = timed(`
      r 0-
        a 10-40
    `);
    expect(said(running, untracedGaps(running, { ...ALL, now: EPOCH + 90 }))).toEqual(['r 0-10', 'r 40-90']);
    expect(said(running, untracedGaps(running, ALL))).toEqual(['r 0-10']);
    const open = timed(`
      r 0-100
        a 10-20
        b 50-
    `);
    expect(said(open, untracedGaps(open, ALL))).toEqual(['r 0-10', 'r 20-50']);
  });

  test('of a run whose length nobody knows are not known', () => {
    const [lost] = buildTraces([
      { id: 'r', name: 'r', startTime: EPOCH, status: 'error' },
      { id: 'a', name: 'a', parentId: 'r', startTime: EPOCH + 10, endTime: EPOCH + 20 },
    ]);
    const { total, position } = untracedGaps(lost!, ALL);
    expect([...total]).toEqual([Number.NaN, 0]);
    expect(position).toHaveLength(0);
  });
});

test('any trace: as counted ms by ms, and in sum the self time of runs with children', () => {
  fc.assert(
    fc.property(spans(18), fc.nat(3), (given, least) => {
      const trace = traceOf(given);
      const all = placed(trace);
      const { position, start, end, first, total } = untracedGaps(trace, { least, leastShare: 0 });
      for (let at = 0; at < all.length; at++) {
        const children = all.filter(({ under }) => under === at);
        const free: string = children.length === 0 ? '' : Array.from({ length: 60 }, (_, ms) => (ms >= all[at]!.start && ms < all[at]!.end && !children.some((child) => child.start <= ms && child.end > ms) ? '1' : ' ')).join('');
        const stretches = [...free.matchAll(/1+/g)].map((match) => [match.index, match.index + match[0].length]).filter(([from, to]) => to! - from! >= least);
        const found = Array.from(position.subarray(first[at], first[at + 1]), (_, nth) => [start[first[at]! + nth], end[first[at]! + nth]]);
        expect(found).toEqual(stretches);
        expect(position.slice(first[at], first[at + 1]).every((run) => run === at)).toBe(true);
        expect(total[at]).toBe(children.length === 0 ? 0 : trace.columns.selfTime[at]);
      }
    }),
    { numRuns: 700 },
  );
});

test('a chain of 100,000 and 200,000 siblings', () => {
  // Each waits 1 ms for the next: a hundredth of those that take up to 100 ms, of which the last has nothing inside.
  expect(untracedGaps(chain(100_000)).position).toHaveLength(99);
  const deep = untracedGaps(chain(100_000), ALL);
  expect(deep.total.reduce((sum, ms) => sum + ms, 0)).toBe(99_999);
  expect(untracedGaps(fan(200_000), ALL).position).toHaveLength(1);
});
