import fc from 'fast-check';
import { expect, test } from 'vitest';
import { traceOverview } from '../../../../src/core/analysis/timeline/overview.ts';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';

const span = fc.tuple(fc.integer({ min: 0, max: 99 }), fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 5 }), fc.boolean())
  .map(([start, length, parent, isError]) => ({ start, end: Math.min(100, start + length), parent, isError }));

test('draws every column of a lane on which a run is, and none other, once', () => {
  fc.assert(fc.property(fc.array(span, { minLength: 1, maxLength: 14 }), fc.integer({ min: 1, max: 4 }), (spans, mostLanes) => {
    const [trace] = buildTraces([
      { id: '0', name: 'root', traceId: 't', startTime: 0, endTime: 100 },
      ...spans.map(({ start, end, parent, isError }, nth) => ({
        id: `${nth + 1}`, name: 's', traceId: 't', parentId: `${Math.min(parent, nth)}`, startTime: start, endTime: end, ...(isError ? { error: 'x' } : {}),
      })),
    ]);
    const { lanes, pieces, errors } = traceOverview(trace!, { start: 0, end: 100 }, 50, mostLanes);
    const deepest = Math.max(...trace!.runs.map((run) => trace!.depthOf(run)));
    expect(lanes).toBe(Math.min(mostLanes, deepest + 1));

    const columnsOf = (start: number, end: number) => Array.from({ length: 50 }, (_, at) => at).filter((at) => at >= Math.min(49, Math.floor(start / 2)) && at < Math.max(Math.min(49, Math.floor(start / 2)) + 1, Math.ceil(end / 2)));
    const expected = Array.from({ length: lanes }, () => new Set<number>());
    for (const run of trace!.runs) for (const at of columnsOf(run.start, run.end!)) expected[Math.min(lanes - 1, trace!.depthOf(run))]!.add(at);
    const drawn = Array.from({ length: lanes }, (): number[] => []);
    for (const list of pieces.values()) for (const { lane, from, to } of list) for (let at = from; at < to; at++) drawn[lane]!.push(at);
    expect(drawn.map((list) => list.toSorted((a, b) => a - b))).toEqual(expected.map((set) => [...set].toSorted((a, b) => a - b)));

    const origins = trace!.runs.filter((run) => run.status === 'error' && trace!.subtreeOf(run).every((inside) => inside === run || inside.status !== 'error'));
    const red = new Set(origins.flatMap((run) => columnsOf(run.start, run.end!)));
    expect(errors.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)).toSorted((a, b) => a - b)).toEqual([...red].toSorted((a, b) => a - b));
  }));
});

test('a chain of 100,000 runs that are all as long as the trace', () => {
  const [trace] = buildTraces(Array.from({ length: 100_000 }, (_, nth) => ({ id: `${nth}`, name: 'n', traceId: 't', startTime: 0, endTime: 10, ...(nth === 0 ? {} : { parentId: `${nth - 1}` }) })));
  const { lanes, pieces } = traceOverview(trace!, { start: 0, end: 10 }, 1440, 12);
  expect(lanes).toBe(12);
  expect(pieces.get('other')).toHaveLength(12);
});
