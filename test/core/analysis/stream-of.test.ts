import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { streamOf, type RunStream } from '../../../src/core/analysis/streaming/stream-of.ts';
import { readTraces } from '../../../src/core/formats/read-traces.ts';
import { buildTraces } from '../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../src/core/model/record.ts';

/** A call from 0 to 1,000 ms whose pieces came at these moments. */
function stream(times: readonly (number | null)[], more: Partial<RunRecord> = {}): RunStream | null {
  const events = times.map((time) => ({ name: 'new_token', time: time === null ? null : 1e12 + time }));
  const [trace] = buildTraces([{ id: 'a', name: 'chat', kind: 'llm', startTime: 1e12, endTime: 1e12 + 1000, events, ...more }]);
  return streamOf(trace!.runs[0]!);
}

const fixture = (name: string) => readTraces(readFileSync(`test/fixtures/langsmith/${name}.json`, 'utf8')).traces.flatMap((trace) => trace.runs);

describe('streamOf', () => {
  test('JavaScript’s LangChain records every piece', () => {
    const run = fixture('js-lcel-stream').find(({ kind }) => kind === 'llm')!;
    const events = run.events.filter(({ name }) => name === 'new_token');
    const read = streamOf(run)!;
    expect(read.pieces).toHaveLength(events.length);
    expect(events.length).toBeGreaterThan(2);
    expect([read.start, read.firstToken, read.end]).toEqual([25, events[0]!.time, 524]);
    // It recorded no tokens.
    expect(read.tokensPerSecond).toBeNull();
  });

  test('Python’s LangChain records the first piece alone', () => {
    const run = fixture('py-rag-stream').find(({ kind }) => kind === 'llm')!;
    const read = streamOf(run)!;
    expect(read).toMatchObject({ pieces: { length: 0 }, medianGap: null, stalls: [] });
    expect(read.firstToken).toBe(run.events.find(({ name }) => name === 'new_token')!.time);
    expect(read.tokensPerSecond).toBeCloseTo(157 / ((run.end! - read.firstToken) / 1000), 9);
  });

  test('what did not come in pieces is no stream', () => {
    expect(stream([])).toBeNull();
    expect(stream([null])).toBeNull();
    expect(stream([], { events: [{ name: 'start', time: 1e12 }, { name: 'token budget', time: 1e12 }] })).toBeNull();
    expect(fixture('js-retry').map((run) => streamOf(run)).filter((read) => read !== null)).toEqual([]);
  });

  test('the first token may be known from elsewhere, and before the first piece', () => {
    expect(stream([], { firstTokenTime: 1e12 + 200, usage: { output: 40 } })).toMatchObject({ firstToken: 200, tokensPerSecond: 50, pieces: { length: 0 } });
    expect(stream([300, 400], { firstTokenTime: 1e12 + 200 })).toMatchObject({ firstToken: 200, pieces: { length: 2 } });
  });

  test('tokens a second are not known without tokens, without an end, without any time in between', () => {
    const usage = { output: 40 };
    expect(stream([200, 300], { usage })?.tokensPerSecond).toBe(50);
    expect(stream([200, 300], { usage: { input: 1 } })?.tokensPerSecond).toBeNull();
    expect(stream([200, 300], { usage, endTime: null })).toMatchObject({ end: null, tokensPerSecond: null });
    expect(stream([1000, 1000], { usage })?.tokensPerSecond).toBeNull();
    expect(stream([200, 300], { usage: { output: 0 } })?.tokensPerSecond).toBe(0);
  });

  test('a stall is half a second and more than five times the usual wait', () => {
    expect(stream([0, 10, 20, 520, 530])?.stalls).toEqual([]);
    expect(stream([0, 10, 20, 521, 531])?.stalls).toEqual([{ start: 20, end: 521 }]);
    expect(stream([0, 200, 400, 1400, 1600])).toMatchObject({ medianGap: 200, stalls: [] });
    expect(stream([0, 200, 400, 1401, 1601])?.stalls).toEqual([{ start: 400, end: 1401 }]);
    expect(stream([0, 900])).toMatchObject({ medianGap: 900, stalls: [] });
  });

  test('pieces of other tracers, in any order', () => {
    for (const name of ['llm.content.completion.chunk', 'mlflow.chunk.item.12', 'gen_ai.choice.chunk', 'chunk', 'token']) {
      expect([name, stream([], { events: [{ name, time: 1e12 + 9 }, { name, time: 1e12 + 3 }] })?.pieces]).toEqual([name, Float64Array.of(3, 9)]);
    }
  });

  test('any pieces: waits as by hand', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 2, maxLength: 30 }), (times) => {
        const sorted = times.toSorted((a, b) => a - b);
        const gaps = sorted.slice(1).map((time, at) => time - sorted[at]!);
        const ordered = gaps.toSorted((a, b) => a - b);
        const middle = ordered.length / 2;
        const median = ordered.length % 2 === 1 ? ordered[Math.floor(middle)]! : (ordered[middle - 1]! + ordered[middle]!) / 2;
        const read = stream(times)!;
        expect(read.medianGap).toBeCloseTo(median, 9);
        expect(read.stalls.length).toBe(gaps.filter((gap) => gap > 500 && gap > 5 * median).length);
      }),
    );
  });
});
