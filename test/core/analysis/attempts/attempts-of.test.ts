import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { attemptsOf } from '../../../../src/core/analysis/attempts/attempts-of.ts';
import { readTraces } from '../../../../src/core/formats/read-traces.ts';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../../src/core/model/record.ts';

const fixture = (name: string) => readTraces(readFileSync(`test/fixtures/langsmith/${name}.json`, 'utf8')).traces;

/** A step under the root that takes ten ms, with a wait of five before the next. */
function step(nth: number, more: Partial<RunRecord> = {}): RunRecord {
  return { id: `s${nth}`, parentId: 'root', name: 'search', kind: 'tool', startTime: 15 * nth, endTime: 15 * nth + 10, inputs: { query: 'cats' }, ...more };
}

const failed = { error: 'it failed' };
const root: RunRecord = { id: 'root', name: 'root', kind: 'agent', startTime: 0, endTime: 1000 };

/** Each group as its kind and the ids of its attempts. */
function groupsOf(...records: RunRecord[]): string[] {
  const [trace] = buildTraces([root, ...records]);
  return attemptsOf(trace!).map(({ kind, attempts }) => `${kind} ${attempts.map((at) => trace!.runs[at]!.id).join(' ')}`);
}

describe('recorded by LangChain', () => {
  test('retries in JavaScript: a step, and a model call in a chain', () => {
    const [first, second] = fixture('js-retry');
    expect(attemptsOf(first!)).toEqual([{ kind: 'retry', parent: 0, attempts: [1, 2, 3], outcome: 'success', failed: 2, timeLost: 4344, tokensLost: null, costLost: null }]);
    expect(attemptsOf(second!)).toEqual([{ kind: 'retry', parent: 2, attempts: [3, 4, 5], outcome: 'success', failed: 2, timeLost: 4297, tokensLost: null, costLost: null }]);
    expect(attemptsOf(second!)[0]!.attempts.map((at) => second!.runs[at]!.error?.message.slice(0, 3))).toEqual(['429', '429', undefined]);
  });

  test('fallbacks in JavaScript: two models failed before the third answered', () => {
    const [trace] = fixture('js-fallbacks');
    const groups = attemptsOf(trace!);
    expect(groups).toEqual([{ kind: 'fallback', parent: 2, attempts: [3, 4, 5], outcome: 'success', failed: 2, timeLost: 119, tokensLost: null, costLost: null }]);
    expect(groups[0]!.attempts.map((at) => trace!.runs[at]!.model?.name)).toEqual(['broken-gpt', 'overloaded-claude', 'claude-sonnet-4-5']);
  });

  test('both in Python', () => {
    const traces = fixture('py-retry-fallbacks');
    expect(traces.map((trace) => attemptsOf(trace).map(({ kind, attempts, failed: count }) => [kind, attempts, count]))).toEqual([[['retry', [1, 2, 3], 2]], [['fallback', [3, 4], 1]], [], []]);
    expect(attemptsOf(traces[0]!)[0]!.timeLost).toBeCloseTo(24.002, 6);
  });

  test('nothing else of what was recorded was tried twice', () => {
    for (const name of ['js-branch-batch', 'js-langgraph-agent', 'js-legacy-agent-executor', 'js-rag-retriever-error', 'py-langgraph-agent', 'py-rag-stream', 'js-create-agent-subagent']) {
      expect(fixture(name).flatMap((trace) => attemptsOf(trace))).toEqual([]);
    }
  });
});

describe('retries', () => {
  test('a tag goes on with the try before it, even with others in between', () => {
    const tagged = (nth: number) => ({ tags: [`retry:attempt:${nth}`] });
    expect(groupsOf(step(0, failed), step(1, { ...failed, ...tagged(2) }), step(2, { name: 'other' }), step(3, tagged(3)))).toEqual(['retry s0 s1 s3']);
    // Two steps failed side by side, and each was tried again.
    const side = { startTime: 0, endTime: 10, ...failed };
    expect(groupsOf(step(0, side), step(1, side), step(2, tagged(2)), step(3, tagged(2)))).toEqual(['retry s0 s2', 'retry s1 s3']);
  });

  test('without a tag: the same again, after a failure, and nothing in between', () => {
    expect(groupsOf(step(0, failed), step(1, failed), step(2))).toEqual(['retry s0 s1 s2']);
    expect(groupsOf(step(0, failed), step(1))).toEqual(['retry s0 s1']);
    expect(groupsOf(step(0), step(1))).toEqual([]);
    expect(groupsOf(step(0, failed), step(1, { name: 'other' }), step(2))).toEqual([]);
    expect(groupsOf(step(0, failed), step(1, { kind: 'chain' }))).toEqual([]);
    expect(groupsOf(step(0, failed), step(1, { startTime: 5 }))).toEqual([]);
    // What goes on at the same time is not in between.
    expect(groupsOf(step(0, failed), step(1, { name: 'other', startTime: 8, endTime: 90 }), step(2))).toEqual(['retry s0 s2']);
  });

  test('inputs must be alike, as far as they are known', () => {
    expect(groupsOf(step(0, failed), step(1, { inputs: { query: 'dogs' } }))).toEqual([]);
    expect(groupsOf(step(0, failed), step(1, { inputs: undefined }))).toEqual([]);
    expect(groupsOf(step(0, { ...failed, inputs: undefined }), step(1, { inputs: undefined }))).toEqual(['retry s0 s1']);
    expect(groupsOf(step(0, { ...failed, inputs: '{"query": "cats"}' }), step(1))).toEqual(['retry s0 s1']);
  });

  test('of LangGraph’s nodes, with the state that both were given', () => {
    const node = { name: 'answer', kind: 'chain', tags: ['graph:step:2'], inputs: { messages: [{ role: 'user', content: 'Which is the tallest tower?', id: '1' }] } };
    expect(groupsOf(step(0, { ...node, ...failed }), step(1, node))).toEqual(['retry s0 s1']);
  });

  test('what failed side by side is tried again one after the other', () => {
    const side = { startTime: 0, endTime: 10, ...failed };
    expect(groupsOf(step(0, { ...side, name: 'a' }), step(1, { ...side, name: 'b' }), step(2, { name: 'a' }), step(3, { name: 'b' }))).toEqual(['retry s0 s2', 'retry s1 s3']);
    expect(groupsOf(step(0, { ...failed, name: 'a' }), step(1, { ...failed, name: 'b' }), step(2, { name: 'b' }), step(3, { name: 'a' }))).toEqual(['retry s1 s2']);
  });

  test('a chain ends with what worked: what fails after that begins a new one', () => {
    expect(groupsOf(step(0, failed), step(1), step(2, failed), step(3))).toEqual(['retry s0 s1', 'retry s2 s3']);
  });

  test('roots can be tries, too', () => {
    const [trace] = buildTraces([step(0, { ...failed, parentId: null, traceId: 't' }), step(1, { parentId: null, traceId: 't' })]);
    expect(attemptsOf(trace!)).toMatchObject([{ parent: -1, attempts: [0, 1] }]);
  });
});

describe('fallbacks', () => {
  const call = (nth: number, model: string, more: Partial<RunRecord> = {}) => step(nth, { name: 'chat', kind: 'llm', model, inputs: { messages: [{ role: 'user', content: 'Hello there' }] }, ...more });

  test('another model stood in for the one that failed', () => {
    expect(groupsOf(call(0, 'gpt-4o', failed), call(1, 'claude'))).toEqual(['fallback s0 s1']);
    expect(groupsOf(call(0, 'gpt-4o', failed), call(1, 'gpt-4o', failed), call(2, 'claude'))).toEqual(['fallback s0 s1 s2']);
    expect(groupsOf(call(0, 'gpt-4o', failed), call(1, 'claude', { inputs: { messages: [{ role: 'user', content: 'Something else' }] } }))).toEqual([]);
    expect(groupsOf(call(0, 'gpt-4o'), call(1, 'claude'))).toEqual([]);
  });

  test('the same model under its full name is a retry', () => {
    expect(groupsOf(call(0, 'gpt-4o', failed), call(1, 'gpt-4o-2024-08-06'))).toEqual(['retry s0 s1']);
    expect(groupsOf(call(0, 'gpt-4o', failed), call(1, 'gpt-4o-mini'))).toEqual(['fallback s0 s1']);
  });

  test('LangChain’s, of any kind and with any inputs, if the first failed', () => {
    const under = (nth: number, more: Partial<RunRecord> = {}) => step(nth, { parentId: 'with', name: `step ${nth}`, inputs: { nth }, ...more });
    const around: RunRecord = { id: 'with', parentId: 'root', name: 'RunnableWithFallbacks', startTime: 0, endTime: 500 };
    expect(groupsOf(around, under(0, failed), under(1, failed), under(2))).toEqual(['fallback s0 s1 s2']);
    expect(groupsOf(around, under(0))).toEqual([]);
  });
});

describe('what was lost', () => {
  const usage = { input: 100, output: 20 };
  const groups = (...records: RunRecord[]) => attemptsOf(buildTraces([root, ...records])[0]!);

  test('time until the try that was left to stand began; tokens and cost of those that failed', () => {
    const inside: RunRecord = { id: 'inside', parentId: 's0', name: 'chat', kind: 'llm', startTime: 1, endTime: 9, usage, cost: { total: 0.5 } };
    expect(groups(step(0, failed), inside, step(1, failed), step(2))).toEqual([{ kind: 'retry', parent: 0, attempts: [1, 3, 4], outcome: 'success', failed: 2, timeLost: 30, tokensLost: 120, costLost: 0.5 }]);
  });

  test('all of it, if nothing worked', () => {
    expect(groups(step(0, failed), step(1, failed))).toMatchObject([{ outcome: 'error', failed: 2, timeLost: 25, tokensLost: null, costLost: null }]);
  });

  test('the last try may still run', () => {
    expect(groups(step(0, failed), step(1, { endTime: null }))).toMatchObject([{ outcome: 'running', failed: 1, timeLost: 15 }]);
  });

  test('money of several currencies has no sum', () => {
    const paid = (currency: string) => ({ cost: { total: 1, currency } });
    expect(groups(step(0, { ...failed, ...paid('USD') }), step(1, { ...failed, ...paid('EUR') }), step(2))).toMatchObject([{ costLost: null }]);
  });
});

test('any steps in a row: a group is a failure, its repetitions, and one more', () => {
  const steps = fc.array(fc.record({ name: fc.constantFrom('a', 'b'), isFailed: fc.boolean(), query: fc.constantFrom('cats', 'dogs') }), { maxLength: 12 });
  fc.assert(
    fc.property(steps, (given) => {
      const expected: string[] = [];
      let open: string[] = [];
      for (const [nth, { name, isFailed, query }] of given.entries()) {
        const before = given[nth - 1];
        if (before === undefined || !before.isFailed || before.name !== name || before.query !== query) open = [];
        open.push(`s${nth}`);
        const next = given[nth + 1];
        const goesOn = isFailed && next !== undefined && next.name === name && next.query === query;
        if (!goesOn && open.length > 1) expected.push(`retry ${open.join(' ')}`);
      }
      expect(groupsOf(...given.map(({ name, isFailed, query }, nth) => step(nth, { name, inputs: { query }, ...(isFailed ? failed : {}) })))).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});

test('200,000 siblings that all failed, side by side and one after the other', () => {
  const many = (gap: number) => Array.from({ length: 200_000 }, (_, nth) => step(nth, { startTime: nth * gap, endTime: gap === 0 ? 5 : nth * gap + 1, inputs: { query: `q${nth}` }, ...failed }));
  for (const gap of [0, 3]) {
    const [trace] = buildTraces([root].concat(many(gap)));
    expect(attemptsOf(trace!)).toEqual([]);
  }
}, 60_000);
