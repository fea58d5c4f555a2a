import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { failureOrigin, nextErrorOrigin } from '../../../src/core/analysis/error-runs.ts';
import { buildTraces } from '../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../src/core/model/record.ts';
import { outline, planted, walk } from './plants.ts';

describe('nextErrorOrigin', () => {
  const trace = outline(`
    !agent
      plan
      !tools
        !search
        parse
      !answer
    fine
      !late
  `);
  const next = (from: string, direction: 1 | -1) => trace.runs[nextErrorOrigin(trace, trace.indexOf({ id: from }), direction)]?.id;

  test('goes to where failures began, in reading order and around the ends', () => {
    expect(['agent', 'plan', 'tools', 'search', 'parse', 'answer', 'fine', 'late'].map((from) => next(from, 1))).toEqual([
      'search', 'search', 'search', 'answer', 'answer', 'late', 'late', 'search',
    ]);
    expect(['agent', 'plan', 'tools', 'search', 'parse', 'answer', 'fine', 'late'].map((from) => next(from, -1))).toEqual([
      'late', 'late', 'late', 'late', 'search', 'search', 'answer', 'answer',
    ]);
  });

  test('a failure at which one is already is found again if it is the only one', () => {
    const one = outline(`
      agent
        !tool
    `);
    expect([nextErrorOrigin(one, 1, 1), nextErrorOrigin(one, 1, -1), nextErrorOrigin(one, 0, 1), nextErrorOrigin(one, 0, -1)]).toEqual([1, 1, 1, 1]);
  });

  test('a run that passes on the failure of what is inside is no origin, one that failed for itself above a good child is', () => {
    const both = outline(`
      !agent
        fine
    `);
    expect(nextErrorOrigin(both, 1, 1)).toBe(0);
  });

  test('-1 if nothing failed', () => {
    const fine = outline(`
      agent
        tool
    `);
    expect([nextErrorOrigin(fine, 0, 1), nextErrorOrigin(fine, 1, -1)]).toEqual([-1, -1]);
  });

  test('any forest is as by a list of those that failed though nothing inside did', () => {
    fc.assert(
      fc.property(planted(30), fc.nat(), ({ trace: any, roots }, where) => {
        const all = walk(roots);
        const origins = all.flatMap((plant, at) => (plant.failed && !walk(plant.children).some(({ failed }) => failed) ? [at] : []));
        const from = where % all.length;
        expect(nextErrorOrigin(any, from, 1)).toBe(origins.find((at) => at > from) ?? origins[0] ?? -1);
        expect(nextErrorOrigin(any, from, -1)).toBe(origins.findLast((at) => at < from) ?? origins.at(-1) ?? -1);
      }),
      { numRuns: 400 },
    );
  });
});

describe('failureOrigin', () => {
  /** Runs by name: what they are under, from when to when, and what they failed of. */
  function originOf(runs: Readonly<Record<string, readonly [under: string | null, start: number, end: number, message?: string]>>): string | undefined {
    const [trace] = buildTraces(
      Object.entries(runs).map(([id, [parentId, start, end, message]]): RunRecord => ({
        id, name: id, traceId: 't', parentId, startTime: start, endTime: end, error: message === undefined ? null : { message },
      })),
    );
    return trace!.runs[failureOrigin(trace!)]?.name;
  }

  test('goes down to the run whose message is passed on', () => {
    expect(originOf({ agent: [null, 0, 9, 'no'], tools: ['agent', 1, 8, 'no'], search: ['tools', 2, 7, 'no'], parse: ['tools', 3, 8] })).toBe('search');
  });

  test('of several attempts, to the last', () => {
    expect(originOf({ agent: [null, 0, 9, 'gave up'], first: ['agent', 1, 2, 'busy'], second: ['agent', 3, 4, 'busy'], third: ['agent', 5, 6, 'busy'] })).toBe('third');
  });

  test('a failure after which the run went on was survived, unless its message is passed on', () => {
    expect(originOf({ agent: [null, 0, 9, 'too many steps'], tool: ['agent', 1, 2, 'not found'], answer: ['agent', 3, 8] })).toBe('agent');
    expect(originOf({ agent: [null, 0, 9, 'not found'], tool: ['agent', 1, 2, 'not found'], cleanup: ['agent', 3, 8] })).toBe('tool');
  });

  test('a root that ended well has survived what failed inside: the first of it', () => {
    expect(originOf({ agent: [null, 0, 9], first: ['agent', 1, 2, 'busy'], second: ['agent', 3, 4, 'busy'] })).toBe('first');
    expect(originOf({ agent: [null, 0, 9] })).toBeUndefined();
  });

  test('a root that failed comes before others', () => {
    expect(originOf({ fine: [null, 0, 4], inside: ['fine', 1, 2, 'busy'], bad: [null, 5, 9, 'no'] })).toBe('bad');
  });

  test('is a run that failed, and every run above it failed too if the root did', () => {
    fc.assert(
      fc.property(planted(30), ({ trace: any }) => {
        const at = failureOrigin(any);
        expect(at === -1).toBe(any.runs.every(({ status }) => status !== 'error'));
        if (at === -1) return;
        expect(any.runs[at]!.status).toBe('error');
        if (!any.roots.some(({ status }) => status === 'error')) return;
        for (let above = at; above !== -1; above = any.columns.parent[above]!) expect(any.runs[above]!.status).toBe('error');
      }),
      { numRuns: 400 },
    );
  });

  test('a chain of 100,000 that all failed', () => {
    const [deep] = buildTraces(Array.from({ length: 100_000 }, (_, at): RunRecord => ({ id: `${at}`, name: 'step', traceId: 't', parentId: at === 0 ? null : `${at - 1}`, startTime: at, endTime: 100_000, error: 'no' })));
    expect(failureOrigin(deep!)).toBe(99_999);
  });
});
