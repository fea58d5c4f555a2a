import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTraces } from '../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../src/core/model/record.ts';
import type { Trace } from '../../../src/core/model/trace.ts';
import { forests, type Forest } from './forests.ts';

function traceOf({ parentOf, starts }: Forest): Trace {
  const [trace] = buildTraces(parentOf.map((parent, at): RunRecord => ({
    id: `r${at}`, name: `step ${at}`, traceId: 't', startTime: starts[at]!, endTime: 10, parentId: parent === -1 ? null : `r${parent}`,
  })));
  return trace!;
}

describe('Trace', () => {
  //            agent llm tool fetch parse llm
  const trace = traceOf({ parentOf: [-1, 0, 0, 2, 2, 0], starts: [0, 1, 3, 4, 5, 8] });
  const ids = (runs: readonly { readonly id: string }[]) => runs.map(({ id }) => id);

  test('the picture in its documentation', () => {
    expect([...trace.columns.parent]).toEqual([-1, 0, 0, 2, 2, 0]);
    expect([...trace.columns.depth]).toEqual([0, 1, 1, 2, 2, 1]);
    expect([...trace.columns.subtreeEnd]).toEqual([6, 2, 5, 4, 5, 6]);
    expect([...trace.columns.start]).toEqual([0, 1, 3, 4, 5, 8]);
    expect([...trace.columns.end]).toEqual([10, 10, 10, 10, 10, 10]);
    expect([...trace.columns.selfTime]).toEqual([1, 9, 1, 6, 5, 2]);
  });

  test('finds a run, its position, its parent, its children, its depth and its subtree', () => {
    const tool = trace.get('r2')!;
    expect(tool.name).toBe('step 2');
    expect(trace.indexOf(tool)).toBe(2);
    expect(trace.parentOf(tool)!.id).toBe('r0');
    expect(ids(trace.childrenOf(tool))).toEqual(['r3', 'r4']);
    expect(trace.depthOf(tool)).toBe(1);
    expect(ids(trace.subtreeOf(tool))).toEqual(['r2', 'r3', 'r4']);
    expect(ids(trace.roots)).toEqual(['r0']);
    expect(trace.totalsOf(tool).runs).toBe(3);
  });

  test('knows nothing of a run that is not its own', () => {
    const stranger = { id: 'stranger' };
    expect(trace.get('stranger')).toBeUndefined();
    expect(trace.indexOf(stranger)).toBe(-1);
    expect(trace.parentOf(stranger)).toBeNull();
    expect(trace.childrenOf(stranger)).toEqual([]);
    expect(trace.depthOf(stranger)).toBe(0);
    expect(trace.subtreeOf(stranger)).toEqual([]);
    expect(trace.totalsOf(stranger).runs).toBe(0);
  });

  test('knows a run by its id, also one of an earlier snapshot', () => {
    const again = traceOf({ parentOf: [-1, 0, 0, 2, 2, 0], starts: [0, 1, 3, 4, 5, 8] });
    expect(again.runs[2]).not.toBe(trace.runs[2]);
    expect(again.indexOf(trace.runs[2]!)).toBe(2);
  });

  test('any forest: everything as asked of the links themselves', () => {
    fc.assert(
      fc.property(forests(40), (forest) => {
        const found = traceOf(forest);
        const { parentOf, starts } = forest;
        const nodes = parentOf.map((_, at) => at);
        const above = (at: number): number[] => (parentOf[at] === -1 ? [] : [parentOf[at]!, ...above(parentOf[at]!)]);
        const byStart = (some: readonly number[]) => some.toSorted((a, b) => starts[a]! - starts[b]! || a - b).map((at) => `r${at}`);
        expect(ids(found.runs).toSorted()).toEqual(nodes.map((at) => `r${at}`).toSorted());
        expect(ids(found.roots)).toEqual(byStart(nodes.filter((at) => parentOf[at] === -1)));
        for (const at of nodes) {
          const run = found.get(`r${at}`)!;
          expect(run.name).toBe(`step ${at}`);
          expect(run.parentId).toBe(parentOf[at] === -1 ? null : `r${parentOf[at]}`);
          expect(found.runs[found.indexOf(run)]).toBe(run);
          expect(found.parentOf(run)?.id ?? null).toBe(run.parentId);
          expect(ids(found.childrenOf(run))).toEqual(byStart(nodes.filter((child) => parentOf[child] === at)));
          expect(found.depthOf(run)).toBe(above(at).length);
          const inside = nodes.filter((other) => other === at || above(other).includes(at)).map((other) => `r${other}`);
          expect(ids(found.subtreeOf(run)).toSorted()).toEqual(inside.toSorted());
          expect(found.totalsOf(run).runs).toBe(inside.length);
        }
      }),
      { numRuns: 200 },
    );
  });
});
