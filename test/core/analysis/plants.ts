import fc from 'fast-check';
import { buildTraces } from '../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../src/core/model/record.ts';
import type { Trace } from '../../../src/core/model/trace.ts';
import { forests, type Forest } from '../model/forests.ts';

/** A run as nested objects, for oracles that walk down by recursion. */
export interface Plant {
  readonly id: string;
  readonly hidden: boolean;
  readonly failed: boolean;
  readonly children: readonly Plant[];
}

/** A trace, and the same runs as nested objects that were made without it. */
export interface Planted {
  readonly trace: Trace;
  readonly roots: readonly Plant[];
}

/** Random forests of runs, of which some are marked as plumbing and some failed; the runs are given in any order. */
export function planted(maxRuns: number): fc.Arbitrary<Planted> {
  const mark = fc.record({ hidden: fc.integer({ min: 0, max: 2 }).map((n) => n > 0), failed: fc.integer({ min: 0, max: 7 }).map((n) => n === 0) });
  return forests(maxRuns).chain((forest) =>
    fc.array(mark, { minLength: forest.parentOf.length, maxLength: forest.parentOf.length }).map((marks) => ({ trace: traceOf(forest, marks), roots: nested(forest, marks, -1) })),
  );
}

type Marks = readonly { readonly hidden: boolean; readonly failed: boolean }[];

function traceOf({ parentOf, starts }: Forest, marks: Marks): Trace {
  const records = parentOf.map((parent, at): RunRecord => ({
    id: `r${at}`, name: `step ${at}`, traceId: 't', startTime: starts[at]!, endTime: 10, parentId: parent === -1 ? null : `r${parent}`,
    hidden: marks[at]!.hidden, error: marks[at]!.failed ? 'it failed' : null,
  }));
  return buildTraces(records)[0]!;
}

function nested(forest: Forest, marks: Marks, above: number): Plant[] {
  return forest.parentOf
    .map((_, at) => at)
    .filter((at) => forest.parentOf[at] === above)
    .toSorted((a, b) => forest.starts[a]! - forest.starts[b]! || a - b)
    .map((at) => ({ id: `r${at}`, ...marks[at]!, children: nested(forest, marks, at) }));
}

/** All of them, each before what is under it. */
export function walk(plants: readonly Plant[]): Plant[] {
  return plants.flatMap((plant) => [plant, ...walk(plant.children)]);
}

/** The ids at which an array with one entry a run has a value other than 0. */
export function marked(trace: Trace, flags: Uint8Array): string[] {
  return trace.runs.filter((_, at) => flags[at] !== 0).map(({ id }) => id);
}

/** An array with one entry a run that has 1 at the given ids. */
export function flagsOf(trace: Trace, ids: Iterable<string>): Uint8Array {
  const flags = new Uint8Array(trace.runs.length);
  for (const id of ids) flags[trace.runs.findIndex((run) => run.id === id)] = 1;
  return flags;
}

/** A trace written as an outline: one run a line, two spaces a level. `!` before a name is a failure, `~` marks plumbing. */
export function outline(text: string): Trace {
  const above: string[] = [];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const margin = Math.min(...lines.map((line) => line.search(/\S/)));
  const records = lines.map((line, at): RunRecord => {
    const [, marks = '', name = ''] = /^([!~]*)(.*)$/.exec(line.trim()) ?? [];
    const depth = (line.search(/\S/) - margin) / 2;
    above[depth] = name;
    return {
      id: name, name, traceId: 't', parentId: depth === 0 ? null : above[depth - 1]!, startTime: at, endTime: lines.length,
      hidden: marks.includes('~'), error: marks.includes('!') ? { type: 'Error', message: `${name} failed` } : null,
    };
  });
  return buildTraces(records)[0]!;
}

/** So many runs, each under the one before. */
export function chain(count: number): Trace {
  return buildTraces(Array.from({ length: count }, (_, at): RunRecord => ({ id: `${at}`, name: 'step', traceId: 't', parentId: at === 0 ? null : `${at - 1}`, startTime: at, endTime: count })))[0]!;
}

/** A run with so many children. */
export function fan(count: number): Trace {
  return buildTraces(Array.from({ length: count + 1 }, (_, at): RunRecord => ({ id: `${at}`, name: 'step', traceId: 't', parentId: at === 0 ? null : '0', startTime: at, endTime: count })))[0]!;
}
