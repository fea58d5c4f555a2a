import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTraces } from '../../src/core/model/build-traces.ts';
import { runBar } from '../../src/hooks/run-bar.ts';
import { createTimeScale } from '../../src/hooks/time-scale.ts';

const [trace] = buildTraces([
  { id: 'root', name: 'root', traceId: 't', startTime: 0, endTime: 1000 },
  { id: 'llm', name: 'llm', kind: 'llm', parentId: 'root', traceId: 't', startTime: 200, firstTokenTime: 300, endTime: 600 },
  { id: 'tool', name: 'tool', parentId: 'root', traceId: 't', startTime: 700, endTime: 800 },
  { id: 'late', name: 'late', parentId: 'tool', traceId: 't', startTime: 750, endTime: 950 },
  { id: 'still', name: 'still', parentId: 'root', traceId: 't', startTime: 500, endTime: 500 },
  { id: 'running', name: 'running', parentId: 'root', traceId: 't', startTime: 900 },
]);
const bar = (id: string, window = { start: 0, end: 1000 }, end?: number) => {
  const run = trace!.get(id)!;
  return runBar(trace!, run, createTimeScale(window, 500), end ?? run.end ?? 1000);
};

describe('a bar', () => {
  test('lies where its run does', () => {
    expect(bar('llm')).toEqual({ x: 100, width: 200, firstTokenX: 150, outlivedX: null, isCutAtStart: false, isCutAtEnd: false, isOutside: false, isRunning: false });
  });

  test('is cut at the edges of the window, and says so', () => {
    expect(bar('llm', { start: 400, end: 500 })).toMatchObject({ x: 0, width: 500, firstTokenX: 0, isCutAtStart: true, isCutAtEnd: true });
    expect(bar('llm', { start: 700, end: 900 })).toMatchObject({ width: 0, isOutside: true });
  });

  test('of no length can still be seen, also at the end', () => {
    expect(bar('still').width).toBe(2);
    expect(bar('still', { start: 0, end: 500 })).toMatchObject({ x: 498, width: 2 });
  });

  test('tells how long what is inside outlived it', () => {
    expect(bar('tool')).toMatchObject({ x: 350, width: 50, outlivedX: 475 });
    expect(bar('root').outlivedX).toBeNull();
  });

  test('of a running run goes to the given end', () => {
    expect(bar('running', { start: 0, end: 2000 }, 1800)).toMatchObject({ x: 225, width: 225, isRunning: true });
  });

  test('never leaves the lane', () => {
    const moment = fc.double({ min: 0, max: 990, noNaN: true });
    fc.assert(fc.property(fc.constantFrom('root', 'llm', 'tool', 'late', 'still', 'running'), moment, fc.double({ min: 1e-5, max: 1000, noNaN: true }), (id, start, span) => {
      const { x, width } = bar(id, { start, end: start + span });
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(500 + 1e-6);
    }));
  });
});
