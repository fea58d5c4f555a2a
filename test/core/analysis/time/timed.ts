import fc from 'fast-check';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../../src/core/model/record.ts';
import type { RunKind } from '../../../../src/core/model/run.ts';
import type { Trace } from '../../../../src/core/model/trace.ts';

/** When traces of these tests begin, in epoch ms. */
export const EPOCH = 1_700_000_000_000;

/**
 * A trace written as an outline: one run a line, two spaces a level, its name, and from which ms to which. No end stands for
 * a run that runs; `@30` after it for the first token; `parser`, `llm`, … for the kind.
 */
export function timed(text: string): Trace {
  const above: string[] = [];
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const margin = Math.min(...lines.map((line) => line.search(/\S/)));
  const records = lines.map((line): RunRecord => {
    const [, name, start, end, token, kind] = /^(\S+) ([\d.]+)-([\d.]*)(?: @([\d.]+))?(?: (\w+))?$/.exec(line.trim()) ?? [];
    if (name === undefined) throw new Error(`Not a run: ${line}`);
    const depth = (line.search(/\S/) - margin) / 2;
    above[depth] = name;
    return {
      id: name, name, traceId: 't', parentId: depth === 0 ? null : above[depth - 1]!, kind,
      startTime: EPOCH + Number(start), endTime: end === '' ? null : EPOCH + Number(end), firstTokenTime: token === undefined ? null : EPOCH + Number(token),
    };
  });
  return buildTraces(records)[0]!;
}

/** A run as a plain object, for oracles: ms after the trace's start. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Place of the run that it is under; -1 for a root. */
  readonly under: number;
  readonly kind?: RunKind;
  /** When the first token arrived. */
  readonly token?: number | null;
}

/**
 * Runs in any order of time, each under one before it or a root: some without length, beyond their parents, at the same
 * time, some that stream and some that read what streams.
 */
export function spans(most: number): fc.Arbitrary<Span[]> {
  const span = fc.record({
    start: fc.nat(24),
    length: fc.oneof(fc.nat(24), fc.constant(0), fc.nat(4)),
    under: fc.nat(),
    isRoot: fc.integer({ min: 0, max: 12 }),
    kind: fc.constantFrom<RunKind[]>('llm', 'parser', 'chain', 'tool'),
    token: fc.option(fc.nat(24)),
  });
  return fc.array(span, { minLength: 1, maxLength: most }).map((given) =>
    given.map(({ start, length, under, isRoot, kind, token }, at) => ({
      start, end: start + length, under: at === 0 || isRoot === 0 ? -1 : under % at, kind, token: token === null ? null : start + (token % (length + 1)),
    })),
  );
}

/** The trace of these runs, with the place of each as its id and name. */
export function traceOf(given: readonly Span[], more: (at: number) => Partial<RunRecord> = () => ({})): Trace {
  const records = given.map(({ start, end, under, kind, token }, at): RunRecord => ({
    id: `${at}`, name: `${at}`, traceId: 't', parentId: under === -1 ? null : `${under}`, startTime: EPOCH + start, endTime: EPOCH + end,
    kind, firstTokenTime: token == null ? null : EPOCH + token, ...more(at),
  }));
  return buildTraces(records)[0]!;
}

/** The spans by position in the trace's reading order, in ms after its start. */
export function placed(trace: Trace): Span[] {
  return trace.runs.map(({ start, end, parentId, kind, firstToken }) => ({
    start, end: end!, under: parentId === null ? -1 : trace.indexOf({ id: parentId }), kind, token: firstToken,
  }));
}
