import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idleStretches } from '../../../../src/core/analysis/timeline/idle-stretches.ts';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';

function traceOf(leaves: readonly (readonly [number, number | null])[], length: number) {
  const [trace] = buildTraces([
    { id: 'root', name: 'root', traceId: 't', startTime: 0, endTime: length },
    ...leaves.map(([start, end], nth) => ({ id: `l${nth}`, parentId: 'root', traceId: 't', name: 'leaf', startTime: start, ...(end === null ? {} : { endTime: end }) })),
  ]);
  return trace!;
}

test('what holds other runs is not at work by itself', () => {
  expect(idleStretches(traceOf([[0, 100], [900, 1000]], 1000), { start: 0, end: 1000 })).toEqual([{ start: 100, end: 900 }]);
  expect(idleStretches(traceOf([[200, 300]], 1000), { start: 0, end: 1000 })).toEqual([{ start: 0, end: 200 }, { start: 300, end: 1000 }]);
});

test('short stretches and overlapping leaves are none', () => {
  expect(idleStretches(traceOf([[0, 500], [540, 1000]], 1000), { start: 0, end: 1000 })).toEqual([]);
  expect(idleStretches(traceOf([[0, 900], [100, 200], [910, 1000]], 1000), { start: 0, end: 1000 })).toEqual([]);
  expect(idleStretches(traceOf([[100, null]], 1000), { start: 0, end: 1000 }, 0.2)).toEqual([]);
});

test('agrees with a look at every millisecond', () => {
  const leaf = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 1, max: 30 })).map(([start, span]) => [start, Math.min(100, start + span)] as const);
  fc.assert(fc.property(fc.array(leaf, { minLength: 1, maxLength: 12 }), (leaves) => {
    const found = idleStretches(traceOf(leaves, 100), { start: 0, end: 100 }, 0.05);
    for (let ms = 0; ms < 100; ms++) {
      const isBusy = leaves.some(([start, end]) => ms >= start && ms < end);
      if (found.some(({ start, end }) => ms >= start && ms < end)) expect(isBusy).toBe(false);
    }
    const idle = Array.from({ length: 100 }, (_, ms) => !leaves.some(([start, end]) => ms >= start && ms < end));
    const runs = idle.map((isIdle) => (isIdle ? '1' : '0')).join('').split('0').filter((run) => run.length >= 5);
    expect(found.map(({ start, end }) => end - start)).toEqual(runs.map((run) => run.length));
  }));
});
