import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { latencyStatistics } from '../../../../src/core/analysis/time/latency-statistics.ts';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';
import { EPOCH, placed, spans, traceOf } from './timed.ts';

const trace = buildTraces([
  { id: '1', name: 'agent', traceId: 't', kind: 'agent', startTime: EPOCH, endTime: EPOCH + 100 },
  { id: '2', name: 'ask', traceId: 't', parentId: '1', kind: 'llm', model: 'gpt-4.1', startTime: EPOCH, endTime: EPOCH + 30 },
  { id: '3', name: 'ask', traceId: 't', parentId: '1', kind: 'llm', model: 'gpt-4.1', startTime: EPOCH + 30, endTime: EPOCH + 90, error: 'no' },
  { id: '4', name: 'ask', traceId: 't', parentId: '1', kind: 'llm', model: 'gpt-5', startTime: EPOCH + 90 },
  { id: '5', name: 'constructor', traceId: 't', parentId: '1', kind: 'tool', startTime: EPOCH + 5, endTime: EPOCH + 6 },
  { id: '6', name: '__proto__', traceId: 't', parentId: '1', kind: 'tool', startTime: EPOCH + 5 },
])[0]!;

describe('latencyStatistics', () => {
  test('by name, most in all first; what has no end is counted and left out', () => {
    expect(latencyStatistics(trace, 'name')).toEqual([
      { value: 'agent', runs: 1, errors: 0, unended: 0, total: 100, self: 0, mean: 100, min: 100, p50: 100, p90: 100, p99: 100, max: 100 },
      { value: 'ask', runs: 3, errors: 1, unended: 1, total: 90, self: 90, mean: 45, min: 30, p50: 45, p90: 57, p99: 59.7, max: 60 },
      { value: 'constructor', runs: 1, errors: 0, unended: 0, total: 1, self: 1, mean: 1, min: 1, p50: 1, p90: 1, p99: 1, max: 1 },
      { value: '__proto__', runs: 1, errors: 0, unended: 1, total: 0, self: 0, mean: null, min: null, p50: null, p90: null, p99: null, max: null },
    ]);
  });

  test('runs that say nothing of the kind are a group of their own', () => {
    expect(latencyStatistics(trace, 'model').map(({ value, runs }) => [value, runs])).toEqual([[null, 3], ['gpt-4.1', 2], ['gpt-5', 1]]);
  });

  test('over many traces', () => {
    expect(latencyStatistics([trace, trace], 'kind').map(({ value, runs, p50 }) => [value, runs, p50])).toEqual([['agent', 2, 100], ['llm', 6, 45], ['tool', 4, 1]]);
    expect(latencyStatistics([], 'kind')).toEqual([]);
  });

  test('any trace: as by lists', () => {
    fc.assert(
      fc.property(spans(20), fc.nat(4), (given, groups) => {
        const any = traceOf(given, (at) => ({ name: `${at % (groups + 1)}` }));
        const all = placed(any);
        for (const group of latencyStatistics(any, 'name')) {
          const durations = all.filter((_, at) => any.runs[at]!.name === group.value).map(({ start, end }) => end - start).toSorted((a, b) => a - b);
          expect(group.runs).toBe(durations.length);
          expect(group.total).toBe(durations.reduce((sum, ms) => sum + ms, 0));
          expect([group.min, group.max]).toEqual([durations[0], durations.at(-1)]);
          const middle = durations.length >> 1;
          expect(group.p50).toBe(durations.length % 2 === 1 ? durations[middle] : (durations[middle - 1]! + durations[middle]!) / 2);
        }
      }),
    );
  });

  test('200,000 runs of one name, and of as many names', () => {
    const many = traceOf(Array.from({ length: 200_000 }, (_, at) => ({ start: at, end: at + (at % 1001), under: -1 })), (at) => ({ name: at % 2 === 0 ? 'same' : `${at}` }));
    const statistics = latencyStatistics(many, 'name');
    expect(statistics).toHaveLength(100_001);
    expect(statistics[0]).toMatchObject({ value: 'same', runs: 100_000, min: 0, max: 1000 });
  });
});
