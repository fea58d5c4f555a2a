import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nextErrorOrigin } from '../../../src/core/analysis/error-runs.ts';
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
