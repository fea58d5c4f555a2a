import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { criticalPath, type CriticalPath } from '../../../../src/core/analysis/time/critical-path.ts';
import type { Trace } from '../../../../src/core/model/trace.ts';
import { chain, fan } from '../plants.ts';
import { EPOCH, placed, spans, timed, traceOf, type Span } from './timed.ts';

/** The stretches as text: `name start-end`. */
function said(trace: Trace, { segments }: CriticalPath): string[] {
  return Array.from(segments.position, (at, nth) => `${trace.runs[at]!.name} ${segments.start[nth]}-${segments.end[nth]}`);
}

function pathOf(text: string, options?: Parameters<typeof criticalPath>[1]): string[] {
  const trace = timed(text);
  return said(trace, criticalPath(trace, options));
}

function slackOf(text: string): Record<string, number> {
  const trace = timed(text);
  const { slack } = criticalPath(trace);
  return Object.fromEntries(trace.runs.map(({ name }, at) => [name, slack[at]!]));
}

describe('what the path leads through', () => {
  test('a run without children is its own', () => {
    expect(pathOf('a 0-40')).toEqual(['a 0-40']);
  });

  test('children that end when the next begins are kept, also those at 0', () => {
    expect(pathOf(`
      r 0-90
        a 0-10
        b 10-50
        c 50-90
    `)).toEqual(['a 0-10', 'b 10-50', 'c 50-90']);
  });

  test('what no child explains is the run’s own', () => {
    expect(pathOf(`
      r 0-100
        a 10-30
        b 40-90
    `)).toEqual(['r 0-10', 'a 10-30', 'r 30-40', 'b 40-90', 'r 90-100']);
  });

  test('of those at work together, the one that ends last', () => {
    expect(pathOf(`
      r 0-100
        a 10-50
        b 11-90
        c 12-60
        d 91-100
    `)).toEqual(['r 0-11', 'b 11-90', 'r 90-91', 'd 91-100']);
  });

  test('what had ended comes before what goes on in the background', () => {
    expect(pathOf(`
      r 0-100
        log 0-99
        a 0-30
        b 32-60
        c 60-100
    `)).toEqual(['a 0-30', 'r 30-32', 'b 32-60', 'c 60-100']);
  });

  test('calls that are made side by side don’t wait for each other', () => {
    expect(pathOf(`
      r 0-100
        a 0-60
        b 2-80
        c 4-70
    `)).toEqual(['r 0-2', 'b 2-80', 'r 80-100']);
  });

  test('a child that ends a little after the next began had been waited for', () => {
    const text = `
      r 0-100
        a 0-50.5
        quick 10-20
        b 50-100
    `;
    expect(pathOf(text)).toEqual(['a 0-50', 'b 50-100']);
    expect(pathOf(text, { tolerance: 0 })).toEqual(['r 0-10', 'quick 10-20', 'r 20-50', 'b 50-100']);
  });

  test('runs without length are on it and take nothing', () => {
    const trace = timed(`
      r 0-10
        first 0-0
        work 0-10
        mark 10-10
        besides 5-5
    `);
    const path = criticalPath(trace);
    expect(said(trace, path)).toEqual(['work 0-10']);
    expect(trace.runs.filter((_, at) => path.isOn(at)).map(({ name }) => name)).toEqual(['r', 'first', 'work', 'mark']);
  });

  test('children are cut to their parent, those outside of it are left out, and both are told', () => {
    const trace = timed(`
      all 0-100
        r 20-60
          before 0-20
          early 10-30
          late 40-80
          after 60-90
    `);
    const path = criticalPath(trace);
    expect(said(trace, path)).toEqual(['all 0-20', 'early 20-30', 'r 30-40', 'late 40-60', 'all 60-100']);
    expect(path.clipped).toBe(2);
    expect(path.isOn(trace.indexOf({ id: 'after' }))).toBe(false);
    expect(path.slack[trace.indexOf({ id: 'after' })]).toBeNaN();
  });

  test('goes down to the leaves', () => {
    expect(pathOf(`
      r 0-100
        a 0-40
          x 5-40
            y 6-39
        b 40-100
          z 40-70
    `)).toEqual(['a 0-5', 'x 5-6', 'y 6-39', 'x 39-40', 'z 40-70', 'b 70-100']);
  });

  test('several roots: each that adds to the whole, and between them nothing', () => {
    expect(pathOf(`
      a 0-10
      b 5-30
      c 6-20
      d 40-50
    `)).toEqual(['a 0-5', 'b 5-30', 'd 40-50']);
  });

  test('running runs reach to the present, or to the last moment that is known', () => {
    const trace = timed(`
      r 0-
        a 0-40
        b 40-
        stuck 45-60
    `);
    expect(said(trace, criticalPath(trace))).toEqual(['a 0-40', 'b 40-60']);
    expect(said(trace, criticalPath(trace, { now: EPOCH + 75 }))).toEqual(['a 0-40', 'b 40-75']);
  });

  test('a trace without runs, and one without length', () => {
    const none = criticalPath(traceOf([]) ?? timed('a 0-0'));
    expect(none.length).toBe(0);
    const still = timed('a 0-0');
    const path = criticalPath(still);
    expect([path.length, path.isOn(0), path.share(0), path.segments.position.length]).toEqual([0, true, 0, 0]);
    expect(path.isOn(7)).toBe(false);
    expect(path.share(7)).toBe(0);
  });
});

describe('what reads a stream', () => {
  test('follows the model that it parses: both end together', () => {
    expect(pathOf(`
      chain 0-417
        retriever 11-45
        model 47-416 llm
        parser 132-416.75 parser
    `)).toEqual(['chain 0-11', 'retriever 11-45', 'chain 45-47', 'model 47-416', 'parser 416-416.75', 'chain 416.75-417']);
  });

  test('ends together with it up to the tolerance, and no later', () => {
    const text = (end: number): string => `
      chain 0-200
        model 0-100 llm
        parser 40-${end} parser
    `;
    expect(pathOf(text(101))).toEqual(['model 0-100', 'parser 100-101', 'chain 101-200']);
    expect(pathOf(text(102))).toEqual(['chain 0-40', 'parser 40-102', 'chain 102-200']);
  });

  test('follows the model if that had given a token by then', () => {
    const text = (kind: string): string => `
      chain 0-200
        model 0-100 @30 llm
        next 40-180 ${kind}
    `;
    expect(pathOf(text('parser'))).toEqual(['model 0-100', 'next 100-180', 'chain 180-200']);
    // A model takes its prompt whole.
    expect(pathOf(text('llm'))).toEqual(['chain 0-40', 'next 40-180', 'chain 180-200']);
  });

  test('a pipe of several', () => {
    expect(pathOf(`
      chain 0-300
        model 0-100 @30 llm
        clean 40-150 chain
        parser 50-200 parser
    `)).toEqual(['model 0-100', 'parser 100-200', 'chain 200-300']);
  });
});

describe('slack', () => {
  test('is the time until the sibling ends that was waited for instead', () => {
    expect(slackOf(`
      r 0-150
        a 0-60
        b 0-100
        c 100-150
    `)).toEqual({ r: 0, a: 40, b: 0, c: 0 });
  });

  test('adds up on the way down', () => {
    expect(slackOf(`
      r 0-100
        side 0-60
          x 0-20
          y 20-50
          z 0-45
        main 0-100
    `)).toEqual({ r: 0, side: 40, x: 40, y: 40, z: 45, main: 0 });
  });

  test('of a root is the time until the root ends that ended last', () => {
    expect(slackOf(`
      a 0-40
      b 0-100
    `)).toEqual({ a: 60, b: 0 });
  });

  test('a run that is off the path can take so much longer, and the path stays', () => {
    fc.assert(
      fc.property(spans(14), (given) => {
        const trace = traceOf(given);
        const before = criticalPath(trace, { tolerance: 0 });
        for (const [at, run] of trace.runs.entries()) {
          const slack = before.slack[at]!;
          if (!(slack > 1) || run.start === run.end) continue;
          const longer = traceOf(given.map((span, place) => (`${place}` === run.id ? { ...span, end: span.end + slack - 1 } : span)));
          expect(said(longer, criticalPath(longer, { tolerance: 0 }))).toEqual(said(trace, before));
        }
      }),
      { numRuns: 2000 },
    );
  });
});

/** A stretch of the path within a run, as the oracle finds it. */
interface Pick {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const STREAMS = ['llm', 'chain', 'agent'];
const READS_STREAMS = ['parser', 'guardrail', 'chain', 'other'];

/** The children that a run waited for, from the last to the first: the definition, word for word, each step looking at all. */
function waitedFor(all: readonly Span[], parent: number, from: number, to: number, tolerance: number): Pick[] {
  const { start, end } = all[parent]!;
  let left = all
    .map((span, at) => ({ ...span, at, isPoint: span.start === span.end, start: Math.max(span.start, from), end: Math.min(span.end, end), begins: span.start, ends: span.end }))
    .filter(({ under, isPoint, begins, ends }) => under === parent && (isPoint ? begins >= start && ends <= end : begins < end && ends > start))
    .toSorted((a, b) => b.end - a.end || Number(b.isPoint) - Number(a.isPoint) || (a.isPoint ? b.at - a.at : a.begins - b.begins || a.at - b.at));
  const picks: Pick[] = [];
  for (let time = to; ; ) {
    const before = time;
    const next = left.findIndex((child) =>
      child.isPoint
        ? child.end <= before && child.end >= from
        : child.start < Math.min(child.end, before) && (child.end <= before || (child.end <= before + tolerance && child.begins < before - tolerance)));
    const last = left[next];
    if (last === undefined) return picks;
    left = left.slice(next + 1);
    const source = left.findIndex((child) =>
      STREAMS.includes(child.kind!) && READS_STREAMS.includes(last.kind!) && child.begins < last.begins && child.end > last.start &&
      ((child.token != null && child.token <= last.begins) || child.end >= last.end - tolerance));
    const until = Math.min(last.end, before);
    time = source === -1 ? last.start : Math.min(left[source]!.end, until);
    if (source === -1 || time < until) picks.push({ at: last.at, from: time, to: until });
    if (source !== -1) left = left.slice(source);
  }
}

/** Who the path is in during the ms from here on, found for this ms alone; -1 for nobody. */
function ownerAt(all: readonly Span[], ms: number, tolerance: number): number {
  const roots = all.map((span, at) => ({ ...span, at })).filter(({ under }) => under === -1);
  const [root] = roots.filter(({ start, end }) => start <= ms && end > ms).toSorted((a, b) => b.end - a.end || a.at - b.at);
  if (root === undefined) return -1;
  const later = roots.filter(({ end, start }) => end > root.end && start > ms).map(({ start }) => start);
  let pick: Pick = { at: root.at, from: root.start, to: Math.min(root.end, ...later) };
  for (;;) {
    const inside = waitedFor(all, pick.at, pick.from, pick.to, tolerance).find(({ from, to }) => from <= ms && to > ms);
    if (inside === undefined) return pick.at;
    pick = inside;
  }
}

function owners(all: readonly Span[], tolerance: number): number[] {
  return Array.from({ length: Math.max(...all.map(({ end }) => end)) }, (_, ms) => ownerAt(all, ms, tolerance));
}

describe('any trace', () => {
  test.each([0, 1, 3])('is in the run that the definition says, at each ms; tolerance %i', (tolerance) => {
    fc.assert(
      fc.property(spans(16), (given) => {
        const trace = traceOf(given);
        const { segments } = criticalPath(trace, { tolerance });
        const found = owners(placed(trace), tolerance).map(() => -1);
        for (let nth = 0; nth < segments.position.length; nth++) found.fill(segments.position[nth]!, segments.start[nth], segments.end[nth]);
        expect(found).toEqual(owners(placed(trace), tolerance));
      }),
      { numRuns: 700 },
    );
  });

  test('children one after the other: the deepest at work, whatever the tolerance', () => {
    const sequences = fc.array(fc.record({ gap: fc.nat(3), length: fc.integer({ min: 1, max: 8 }), inner: fc.nat(3) }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sequences, fc.nat(2), (steps, tolerance) => {
        let time = 0;
        const given: Span[] = [{ start: 0, end: steps.reduce((sum, { gap, length }) => sum + gap + length, 0) + 2, under: -1 }];
        for (const { gap, length, inner } of steps) {
          const start = time + gap;
          given.push({ start, end: start + length, under: 0 });
          if (inner > 0 && inner < length) given.push({ start: start + 1, end: start + inner, under: given.length - 1 });
          time = start + length;
        }
        const trace = traceOf(given);
        const { segments } = criticalPath(trace, { tolerance });
        for (let nth = 0; nth < segments.position.length; nth++) {
          for (let ms = segments.start[nth]!; ms < segments.end[nth]!; ms++) {
            const deepest = placed(trace).findLastIndex(({ start, end }) => start <= ms && end > ms);
            expect(segments.position[nth]).toBe(deepest);
          }
        }
      }),
    );
  });

  test('covers the roots once, in order, inside of every run around; a subtree is one stretch', () => {
    fc.assert(
      fc.property(spans(20), fc.constantFrom(0, 1, 5), (given, tolerance) => {
        const trace = traceOf(given);
        const all = placed(trace);
        const path = criticalPath(trace, { tolerance });
        const { segments, duration, enter, leave, isOn } = path;
        const covered = Array.from({ length: 60 }, (_, ms) => all.some(({ under, start, end }) => under === -1 && start <= ms && end > ms)).filter(Boolean).length;
        expect(path.length).toBe(covered);
        expect(duration.reduce((sum, ms) => sum + ms, 0)).toBe(covered);
        for (let nth = 0; nth < segments.position.length; nth++) {
          expect(segments.start[nth]).toBeLessThan(segments.end[nth]!);
          if (nth > 0) expect(segments.start[nth]).toBeGreaterThanOrEqual(segments.end[nth - 1]!);
          for (let at = segments.position[nth]!; at !== -1; at = all[at]!.under) {
            expect(isOn(at)).toBe(true);
            expect(segments.start[nth]).toBeGreaterThanOrEqual(Math.max(all[at]!.start, enter[at]!));
            expect(segments.end[nth]).toBeLessThanOrEqual(Math.min(all[at]!.end, leave[at]!));
          }
        }
        for (let at = 0; at < all.length; at++) {
          const inside = duration.slice(at, trace.columns.subtreeEnd[at]).reduce((sum, ms) => sum + ms, 0);
          expect(inside).toBe(isOn(at) ? leave[at]! - enter[at]! : 0);
          expect(path.subtreeShare(at)).toBeCloseTo(covered === 0 ? 0 : inside / covered, 12);
          if (isOn(at)) expect(path.slack[at]).toBe(0);
          else expect(path.slack[at]! >= 0 || Number.isNaN(path.slack[at]!)).toBe(true);
        }
      }),
      { numRuns: 700 },
    );
  });
});

describe('large traces', () => {
  test('a chain of 100,000', () => {
    const path = criticalPath(chain(100_000), { tolerance: 0 });
    expect(path.length).toBe(100_000);
    expect(path.duration.every((ms) => ms === 1)).toBe(true);
  });

  test('200,000 siblings that end together', () => {
    const path = criticalPath(fan(200_000));
    expect(path.segments.position.length).toBe(2);
    expect(path.duration[1]).toBe(199_999);
  });

  test('200,000 siblings one after the other, in any order of ends, and as many roots', () => {
    const step = (at: number, under: number): Span => ({ start: at * 2, end: at * 2 + 2, under });
    const many = Array.from({ length: 200_000 }, (_, at) => step(at, 0));
    const one = criticalPath(traceOf([{ start: 0, end: 400_000, under: -1 }, ...many]));
    expect(one.duration.filter((ms) => ms === 2)).toHaveLength(200_000);
    const apart = criticalPath(traceOf(many.map((span) => ({ ...span, under: -1 }))));
    expect(apart.duration.filter((ms) => ms === 2)).toHaveLength(200_000);
    const crossing = criticalPath(traceOf([{ start: 0, end: 900_000, under: -1 }, ...many.map((span, at) => ({ ...span, end: 400_000 + ((at * 7919) % 200_000) }))]));
    expect(crossing.length).toBe(900_000);
  });
});
