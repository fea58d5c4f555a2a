import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { traceSummary } from '../../../src/core/analysis/trace-summary.ts';
import { readTraces } from '../../../src/core/formats/read-traces.ts';
import { buildTraces, emptyTrace } from '../../../src/core/model/build-traces.ts';
import { EPOCH, timed } from './time/timed.ts';

const real = (file: string) => readTraces(readFileSync(new URL(`../../fixtures/${file}`, import.meta.url), 'utf8')).traces;

describe('traceSummary', () => {
  test('of a trace with a failed attempt', () => {
    const [trace] = buildTraces([
      { id: 'agent', name: 'agent', traceId: 't', kind: 'agent', startTime: EPOCH, endTime: EPOCH + 100, tags: ['beta'], project: 'support', threadId: 'c1' },
      { id: 'one', name: 'ask', traceId: 't', parentId: 'agent', kind: 'llm', startTime: EPOCH, endTime: EPOCH + 20, model: 'm', error: { type: 'Busy', message: 'later' } },
      { id: 'two', name: 'ask', traceId: 't', parentId: 'agent', kind: 'llm', startTime: EPOCH + 20, firstTokenTime: EPOCH + 50, endTime: EPOCH + 95, model: 'm', usage: { input: 9, output: 3 }, cost: { total: 0.5 } },
    ]);
    const summary = traceSummary(trace!);
    expect(summary).toMatchObject({
      id: 't', name: 'agent', status: 'success', startTime: EPOCH, duration: 100, firstToken: 50, runs: 3, llmCalls: 2, toolCalls: 0, errors: 1,
      unmeteredCalls: 0, unpricedCalls: 0, issues: 0, tags: ['beta'], project: 'support', threadId: 'c1', interruption: null,
    });
    expect(summary.usage?.total).toBe(12);
    expect(summary.cost?.total).toBe(0.5);
    expect(summary.failure?.id).toBe('one');
    expect(summary.models).toMatchObject([{ name: 'm', calls: 2, errors: 1 }]);
    expect(summary.bottlenecks.map(({ value, share }) => [value, share])).toEqual([['ask', 0.95], ['agent', 0.05]]);
  });

  test('nothing is known of a trace without runs', () => {
    expect(traceSummary(emptyTrace('x'))).toMatchObject({ name: 'x', startTime: null, duration: null, firstToken: null, runs: 0, failure: null, interruption: null, models: [], bottlenecks: [], feedback: [] });
  });

  test('nor is the date of runs that bear no time', () => {
    const [trace] = buildTraces([{ id: 'a', name: 'a', startTime: 'yesterday' }]);
    expect(traceSummary(trace!).startTime).toBeNull();
  });

  test('a running trace has lasted up to the present, if that is known', () => {
    const running = timed(`
      r 0- agent
        a 0-40 llm
    `);
    expect(traceSummary(running).duration).toBeNull();
    expect(traceSummary(running, { now: EPOCH + 90 })).toMatchObject({ status: 'running', duration: 90 });
    expect(traceSummary(running, { now: EPOCH - 90 }).duration).toBe(0);
  });

  test('the answer is the last model call that was waited for', () => {
    const trace = timed(`
      r 0-100 chain
        plan 0-30 @10 llm
        title 30-99 @40 llm
        answer 30-100 @60 llm
    `);
    expect(traceSummary(trace).firstToken).toBe(60);
    const silent = timed(`
      r 0-100 chain
        plan 0-30 @10 llm
        answer 30-100 llm
    `);
    expect(traceSummary(silent).firstToken).toBeNull();
    const wrapped = timed(`
      r 0-100 chain
        answer 30-100 llm
          call 30-100 @45 llm
    `);
    expect(traceSummary(wrapped).firstToken).toBe(45);
  });

  test('feedback is put together by key', () => {
    const runs = [{ id: 'r', trace_id: 't', name: 'r', run_type: 'chain', start_time: '2026-11-21T12:00:00Z', end_time: '2026-11-21T12:00:01Z' }];
    const said = [
      { key: 'vote', score: 1 }, { key: '__proto__', value: 'odd' }, { key: 'vote', score: 0 }, { key: 'vote', value: { deep: 1 } }, { key: 'flag', value: true },
    ].map((item, nth) => ({ id: `f${nth}`, run_id: 'r', trace_id: 't', ...item }));
    const [trace] = readTraces([...runs, ...said]).traces;
    expect(traceSummary(trace!).feedback).toEqual([
      { key: 'vote', count: 3, score: 0.5, value: null },
      { key: '__proto__', count: 1, score: null, value: 'odd' },
      { key: 'flag', count: 1, score: null, value: true },
    ]);
  });

  test('real files: a stream, an interrupt, a failure', () => {
    const [rag] = real('langsmith-ops/py-rag-stream.jsonl').map((trace) => traceSummary(trace));
    expect(rag!.firstToken).toBeGreaterThan(100);
    expect(rag!.bottlenecks[0]).toMatchObject({ value: 'ChatOpenAI', runs: 1, untraced: 0 });
    expect(rag!.bottlenecks[0]!.share).toBeGreaterThan(0.85);

    const waiting = real('langsmith/js-langgraph-interrupt.json').map((trace) => traceSummary(trace)).find(({ status }) => status === 'interrupted');
    expect(waiting!.interruption?.name).toBe('approve');
    expect(waiting!.failure).toBeNull();

    const failed = real('langsmith/py-langgraph-agent.json').map((trace) => traceSummary(trace)).find(({ status }) => status === 'error');
    expect(failed!.failure?.kind).toBe('tool');
  });
});
