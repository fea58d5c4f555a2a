import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bottlenecks } from '../../../../src/core/analysis/time/bottlenecks.ts';
import { criticalPath } from '../../../../src/core/analysis/time/critical-path.ts';
import { EPOCH, spans, timed, traceOf } from './timed.ts';

describe('bottlenecks', () => {
  const trace = timed(`
    agent 0-100 agent
      plan 0-8 llm
      tools 10-80 chain
        search 10-72 tool
        weather 12-40 tool
      answer 80-100 llm
  `);

  test('tells what the wait was spent on, most first; what was not waited for is not told', () => {
    expect(bottlenecks(trace).map(({ value, duration, share, runs, untraced, slowest }) => [value, duration, share, runs, untraced, slowest.id])).toEqual([
      ['search', 62, 0.62, 1, 0, 'search'],
      ['answer', 20, 0.2, 1, 0, 'answer'],
      ['plan', 8, 0.08, 1, 0, 'plan'],
      ['tools', 8, 0.08, 1, 8, 'tools'],
      ['agent', 2, 0.02, 1, 2, 'agent'],
    ]);
  });

  test('by kind, with the run that took most', () => {
    expect(bottlenecks(trace, { by: 'kind' }).map(({ value, runs, duration, slowest }) => [value, runs, duration, slowest.id])).toEqual([
      ['tool', 1, 62, 'search'], ['llm', 2, 28, 'answer'], ['chain', 1, 8, 'tools'], ['agent', 1, 2, 'agent'],
    ]);
  });

  test('names are data', () => {
    const hostile = traceOf([{ start: 0, end: 10, under: -1 }, { start: 0, end: 6, under: 0 }], (at) => ({ name: at === 0 ? '__proto__' : 'constructor' }));
    expect(bottlenecks(hostile).map(({ value }) => value)).toEqual(['constructor', '__proto__']);
  });

  test('a running trace up to the present', () => {
    const running = timed(`
      r 0-
        a 0-40
        b 40-
    `);
    expect(bottlenecks(running, { now: EPOCH + 200 }).map(({ value, duration }) => [value, duration])).toEqual([['b', 160], ['a', 40]]);
  });

  test('nothing where there was no wait', () => {
    expect(bottlenecks(timed('a 0-0'))).toEqual([]);
  });

  test('any trace: shares add up to the whole, and a group is the sum of its runs', () => {
    fc.assert(
      fc.property(spans(20), (given) => {
        const any = traceOf(given, (at) => ({ name: `${at % 3}` }));
        const path = criticalPath(any);
        const groups = bottlenecks(any, { path });
        if (path.length > 0) expect(groups.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
        const single = bottlenecks(any, { by: 'run' });
        for (const group of groups) {
          const members = single.filter(({ slowest }) => slowest.name === group.value);
          expect(group.runs).toBe(members.length);
          expect(group.duration).toBe(members.reduce((sum, { duration }) => sum + duration, 0));
          expect(group.untraced).toBe(members.reduce((sum, { untraced }) => sum + untraced, 0));
          expect(path.duration[any.indexOf(group.slowest)]).toBe(Math.max(...members.map(({ duration }) => duration)));
        }
      }),
    );
  });
});
