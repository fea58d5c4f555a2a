import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hiddenRuns } from '../../../src/core/analysis/hidden-runs.ts';
import { buildTraces } from '../../../src/core/model/build-traces.ts';
import { marked, outline, planted, walk, type Plant } from './plants.ts';

/** Plumbing, and everything inside of it plumbing too, and nothing of it failed. */
function isFolded(plant: Plant): boolean {
  return walk([plant]).every(({ hidden, failed }) => hidden && !failed);
}

function folded(trace: ReturnType<typeof outline>): string[] {
  return marked(trace, hiddenRuns(trace).flags);
}

describe('hiddenRuns', () => {
  test('a marked run with nothing but marked runs inside', () => {
    const trace = outline(`
      agent
        ~route
          ~check
        answer
        ~write
    `);
    expect(folded(trace)).toEqual(['route', 'check', 'write']);
    expect(hiddenRuns(trace).count).toBe(3);
  });

  test('one that holds something else stays, what is plumbing inside of it goes', () => {
    const trace = outline(`
      agent
        ~sequence
          ~prepare
          llm
    `);
    expect(folded(trace)).toEqual(['prepare']);
  });

  test('no error is folded away, nor what is around it', () => {
    const trace = outline(`
      agent
        ~outer
          ~inner
            ~!boom
          ~calm
    `);
    expect(folded(trace)).toEqual(['calm']);
  });

  test('everything can be plumbing', () => {
    const trace = outline(`
      ~one
        ~two
      ~three
    `);
    expect(folded(trace)).toEqual(['one', 'two', 'three']);
  });

  test('any forest is as by recursion', () => {
    fc.assert(
      fc.property(planted(40), ({ trace, roots }) => {
        const expected = walk(roots).filter(isFolded).map(({ id }) => id);
        const { flags, count } = hiddenRuns(trace);
        expect(marked(trace, flags)).toEqual(expected);
        expect(count).toBe(expected.length);
      }),
      { numRuns: 400 },
    );
  });

  test('a chain of 100,000 marked runs, and one whose end failed', () => {
    const records = Array.from({ length: 100_000 }, (_, at) => ({ id: `${at}`, name: 'step', traceId: 't', parentId: at === 0 ? null : `${at - 1}`, startTime: at, endTime: 100_000, hidden: true }));
    expect(hiddenRuns(buildTraces(records)[0]!).count).toBe(100_000);
    const failed = records.map((record, at) => (at === 99_999 ? { ...record, error: 'it failed' } : record));
    expect(hiddenRuns(buildTraces(failed)[0]!).count).toBe(0);
  });
});
