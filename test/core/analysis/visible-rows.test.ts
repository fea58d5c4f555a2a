import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rowAt, visibleRows } from '../../../src/core/analysis/visible-rows.ts';
import { chain, fan, flagsOf, outline, planted, walk, type Plant } from './plants.ts';

/** The ids on show, by recursion. */
function shown(plants: readonly Plant[], open: readonly string[], out: readonly string[]): string[] {
  return plants.filter(({ id }) => !out.includes(id)).flatMap((plant) => [plant.id, ...(open.includes(plant.id) ? shown(plant.children, open, out) : [])]);
}

const choices = planted(40).chain(({ trace, roots }) => {
  const ids = trace.runs.map(({ id }) => id);
  return fc.record({ trace: fc.constant(trace), roots: fc.constant(roots), open: fc.subarray(ids), out: fc.subarray(ids, { maxLength: Math.min(6, ids.length) }) });
});

describe('visibleRows', () => {
  const trace = outline(`
    agent
      plan
      tools
        search
      answer
    after
  `);
  const ids = (open: string[], out?: string[]) => [...visibleRows(trace, flagsOf(trace, open), out && flagsOf(trace, out))].map((at) => trace.runs[at]!.id);

  test('steps over what is closed', () => {
    expect(ids([])).toEqual(['agent', 'after']);
    expect(ids(['agent'])).toEqual(['agent', 'plan', 'tools', 'answer', 'after']);
    expect(ids(['agent', 'tools'])).toEqual(['agent', 'plan', 'tools', 'search', 'answer', 'after']);
    expect(ids(['tools'])).toEqual(['agent', 'after']);
  });

  test('leaves out what is folded, with everything under it', () => {
    expect(ids(['agent', 'tools'], ['tools', 'search'])).toEqual(['agent', 'plan', 'answer', 'after']);
    expect(ids(['agent', 'tools'], ['after'])).toEqual(['agent', 'plan', 'tools', 'search', 'answer']);
    expect(ids([], ['agent', 'plan', 'tools', 'search', 'answer', 'after'])).toEqual([]);
  });

  test('any forest is as by recursion', () => {
    fc.assert(
      fc.property(choices, ({ trace: any, roots, open, out }) => {
        const all = walk(roots).filter(({ id }) => out.includes(id)).flatMap((plant) => walk([plant])).map(({ id }) => id);
        expect([...visibleRows(any, flagsOf(any, open))].map((at) => any.runs[at]!.id)).toEqual(shown(roots, open, []));
        expect([...visibleRows(any, flagsOf(any, open), flagsOf(any, all))].map((at) => any.runs[at]!.id)).toEqual(shown(roots, open, all));
      }),
      { numRuns: 400 },
    );
  });

  test('a chain of 100,000 runs and 200,000 siblings', () => {
    const deep = chain(100_000);
    const all = flagsOf(deep, []).fill(1);
    expect(visibleRows(deep, all)).toHaveLength(100_000);
    expect([...visibleRows(deep, all.with(7, 0))]).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    const wide = fan(200_000);
    expect(visibleRows(wide, flagsOf(wide, ['0']))).toHaveLength(200_001);
    expect([...visibleRows(wide, flagsOf(wide, []))]).toEqual([0]);
  });
});

describe('rowAt', () => {
  test('the row of a position, or of the closed run around it', () => {
    const rows = Uint32Array.of(0, 1, 2, 6, 7);
    expect([0, 1, 2, 6, 7].map((at) => rowAt(rows, at))).toEqual([0, 1, 2, 3, 4]);
    expect([3, 4, 5, 8, 99].map((at) => rowAt(rows, at))).toEqual([2, 2, 2, 4, 4]);
    expect(rowAt(rows, -1)).toBe(-1);
    expect(rowAt(Uint32Array.of(3, 4), 2)).toBe(-1);
    expect(rowAt(new Uint32Array(0), 0)).toBe(-1);
  });

  test('any forest: the nearest of the runs around that is on show', () => {
    fc.assert(
      fc.property(choices, ({ trace, roots, open }) => {
        const rows = visibleRows(trace, flagsOf(trace, open));
        const onShow = shown(roots, open, []);
        for (const [at, { id }] of trace.runs.entries()) {
          const around = walk(roots).filter((plant) => onShow.includes(plant.id) && walk([plant]).some((inside) => inside.id === id)).at(-1)!;
          expect(rowAt(rows, at)).toBe(onShow.indexOf(around.id));
        }
      }),
      { numRuns: 200 },
    );
  });
});
