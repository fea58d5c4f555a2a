import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLoopSearch, loopsOf } from '../../../../src/core/analysis/loops/loops-of.ts';
import { readTraces } from '../../../../src/core/formats/read-traces.ts';
import { buildTraces } from '../../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../../src/core/model/record.ts';
import type { Trace } from '../../../../src/core/model/trace.ts';

interface Step {
  readonly name: string;
  readonly inputs?: unknown;
  readonly more?: Partial<RunRecord>;
}

const tool = (name: string, query: unknown, more: Partial<RunRecord> = {}): Step => ({ name, inputs: { query }, more });

/** Steps of ten ms under an agent, one after the other. */
function agentOf(steps: readonly Step[], gap = 10): Trace {
  const records: RunRecord[] = [{ id: 'agent', name: 'agent', kind: 'agent', startTime: 0, endTime: 1e6 }];
  for (const [nth, { name, inputs, more }] of steps.entries()) records.push({ id: `s${nth}`, parentId: 'agent', name, kind: 'tool', inputs, startTime: nth * gap, endTime: nth * gap + 10, ...more });
  return buildTraces(records)[0]!;
}

/** Each loop as its names, its count, and the ids at which its rounds begin. */
const told = (trace: Trace) => loopsOf(trace).map(({ names, count, rounds }) => `${count} × ${names.join(' ')}: ${rounds.map((at) => trace.runs[at]!.id).join(' ')}`);

describe('a loop is', () => {
  test('one step three times or more, with the same or nearly the same inputs', () => {
    const trace = agentOf([tool('plan', 'x'), ...Array.from({ length: 4 }, () => tool('search', 'best async library for python')), tool('answer', 'y')]);
    expect(loopsOf(trace)).toEqual([{ parent: 0, count: 4, stepsPerRound: 1, names: ['search'], rounds: [2, 3, 4, 5], end: 6, time: 40, tokens: null, cost: null, likeness: 1, isIdentical: true }]);
    const [near] = loopsOf(agentOf(['now', 'today', 'please'].map((last) => tool('search', `which is the best async library for python developers ${last}`))));
    expect(near).toMatchObject({ count: 3, isIdentical: false });
    expect(near!.likeness).toBeGreaterThan(0.7);
    expect(near!.likeness).toBeLessThan(1);
  });

  test('a round of several steps, wherever it begins', () => {
    const round = [tool('write', 'an essay on cats'), tool('judge', 'is it good')];
    expect(told(agentOf([...round, ...round, ...round]))).toEqual(['3 × write judge: s0 s2 s4']);
    expect(told(agentOf([tool('judge', 'is it good'), ...round, ...round, ...round]))).toEqual(['3 × judge write: s0 s2 s4']);
    expect(told(agentOf([...round, ...round, tool('write', 'an essay on cats')]))).toEqual([]);
  });

  test('back and forth with one tool: a round of two', () => {
    const round = [tool('move', 'to the left'), tool('move', 'back home')];
    expect(told(agentOf([...round, ...round, ...round]))).toEqual(['3 × move move: s0 s2 s4']);
  });

  test('a tool that is asked the same after each call of the model, whose prompt grows', () => {
    const messages = (count: number) => ({ messages: Array.from({ length: count }, (_, nth) => ({ role: 'user', content: `message ${nth}` })) });
    const steps = [1, 2, 3, 4].flatMap((nth): Step[] => [{ name: 'chat', inputs: messages(nth * 2), more: { kind: 'llm', usage: { input: 10 * nth, output: 1 }, cost: { total: 0.5 } } }, tool('polish', 'make it better')]);
    expect(loopsOf(agentOf(steps))).toMatchObject([{ count: 4, stepsPerRound: 2, names: ['chat', 'polish'], tokens: 104, cost: 2, time: 80, isIdentical: true }]);
  });

  test('nodes of a graph, judged by the tools inside of them', () => {
    const node = (nth: number, query: string): RunRecord[] => [
      { id: `n${nth}`, parentId: 'agent', name: 'tools', kind: 'chain', inputs: { state: nth }, startTime: nth * 20, endTime: nth * 20 + 10 },
      { id: `t${nth}`, parentId: `n${nth}`, name: 'search', kind: 'tool', inputs: { query }, startTime: nth * 20 + 1, endTime: nth * 20 + 9 },
    ];
    const of = (queries: readonly string[]) => told(buildTraces([{ id: 'agent', name: 'agent', startTime: 0, endTime: 900 }, ...queries.flatMap((query, nth) => node(nth, query))])[0]!);
    expect(of(['cats', 'cats', 'cats'])).toEqual(['3 × tools: n0 n1 n2']);
    expect(of(['cats', 'dogs', 'mice'])).toEqual([]);
  });

  test('a model that is told the same last, and says the same', () => {
    const call = (question: string, said: string, before: number): Step => ({
      name: 'chat', more: { kind: 'llm', inputs: { messages: [...Array.from({ length: before }, (_, nth) => ({ role: 'user', content: `old ${nth}` })), { role: 'user', content: question }] }, outputs: { messages: [{ role: 'assistant', content: said, id: `id ${before}` }] } },
    });
    expect(told(agentOf([call('Better, please', 'Here is the final text', 1), call('Better, please', 'Here is the final text', 2), call('Better, please', 'Here is the final text', 3)]))).toHaveLength(1);
    // One answer to different questions, and different answers to one.
    expect(told(agentOf([call('I love it', 'good', 1), call('Works well', 'good', 1), call('Five stars', 'good', 1)]))).toEqual([]);
    expect(told(agentOf([call('Next one', 'cat', 1), call('Next one', 'dog', 2), call('Next one', 'mouse', 3)]))).toEqual([]);
  });

  test('roots, too', () => {
    const roots = Array.from({ length: 3 }, (_, nth): RunRecord => ({ id: `r${nth}`, traceId: 't', name: 'poll', kind: 'tool', inputs: { of: 'job' }, startTime: nth * 20, endTime: nth * 20 + 5 }));
    expect(loopsOf(buildTraces(roots)[0]!)).toMatchObject([{ parent: -1, count: 3 }]);
  });
});

describe('no loop is', () => {
  test('a plain list of tools, or the same tool over different inputs', () => {
    expect(told(agentOf([tool('a', 'x'), tool('b', 'x'), tool('c', 'x')]))).toEqual([]);
    expect(told(agentOf([tool('a', 'x'), tool('a', 'x')]))).toEqual([]);
    expect(told(agentOf(['Paris', 'London', 'Rome', 'Oslo'].map((city) => tool('weather', city))))).toEqual([]);
    expect(told(agentOf([1, 2, 3, 4, 5].map((page) => tool('list', `https://example.org/catalogue/all?page=${page}`))))).toEqual([]);
    expect(told(agentOf([1, 2, 3, 4, 5].map((page) => tool('list', page))))).toEqual([]);
  });

  test('work side by side', () => {
    expect(told(agentOf(Array.from({ length: 8 }, () => tool('search', 'the same for all')), 0))).toEqual([]);
    expect(told(agentOf(Array.from({ length: 8 }, () => tool('search', 'the same for all')), 6))).toEqual([]);
  });

  test('a step that is tried again after failures', () => {
    const failed = { error: 'it failed' };
    expect(told(agentOf([tool('search', 'cats', failed), tool('search', 'cats', failed), tool('search', 'cats')]))).toEqual([]);
    expect(told(agentOf([tool('search', 'cats', failed), tool('search', 'cats'), tool('search', 'cats')]))).toHaveLength(1);
  });

  test('what was not recorded', () => {
    expect(told(agentOf(Array.from({ length: 5 }, () => ({ name: 'search' }))))).toEqual([]);
  });

  test('taking the next item each time: asked without words, answered with others', () => {
    const next = (answer: string): Step => ({ name: 'next', inputs: {}, more: { outputs: { answer } } });
    expect(told(agentOf([next('a'), next('b'), next('c')]))).toEqual([]);
    expect(told(agentOf([next('none'), next('none'), next('none')]))).toHaveLength(1);
  });

  test('anything that was really recorded', () => {
    for (const folder of ['langsmith', 'otlp']) {
      for (const name of readdirSync(`test/fixtures/${folder}`)) {
        for (const trace of readTraces(readFileSync(`test/fixtures/${folder}/${name}`, 'utf8')).traces) expect([name, told(trace)]).toEqual([name, []]);
      }
    }
  });
});

test('loops are found where they were put, among steps that differ', () => {
  const cities = ['Paris', 'London', 'Rome', 'Oslo', 'Lima', 'Cairo', 'Delhi', 'Quito'];
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 5 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 0, max: 5 }), (before, period, count, after) => {
      const around = (length: number, shift: number) => Array.from({ length }, (_, nth) => tool('weather', cities[(nth + shift) % 8]));
      const round = Array.from({ length: period }, (_, nth) => tool(`step ${nth}`, `look for item ${nth}`));
      const trace = agentOf([...around(before, 0), ...Array.from({ length: count }, () => round).flat(), ...around(after, 3)]);
      const rounds = Array.from({ length: count }, (_, nth) => `s${before + nth * period}`);
      expect(told(trace)).toEqual(count < 3 ? [] : [`${count} × ${round.map(({ name }) => name).join(' ')}: ${rounds.join(' ')}`]);
    }),
    { numRuns: 200 },
  );
});

test('in steps as all at once', () => {
  const trace = agentOf(Array.from({ length: 3000 }, (_, nth) => tool('search', nth % 7 === 0 ? `cats ${nth}` : 'the same cats again')));
  const search = createLoopSearch(trace);
  let steps = 0;
  while (!search.step(0, () => 0)) steps++;
  expect(steps).toBeGreaterThan(10);
  expect(search.result).toEqual(loopsOf(trace));
  expect(search.result!.length).toBeGreaterThan(400);
});

test('200,000 siblings: all alike, all different, and a chain of 100,000', () => {
  expect(loopsOf(agentOf(Array.from({ length: 200_000 }, () => tool('search', 'cats'))))).toMatchObject([{ count: 200_000 }]);
  expect(loopsOf(agentOf(Array.from({ length: 200_000 }, (_, nth) => tool('search', `q${nth}`))))).toEqual([]);
  const chain = Array.from({ length: 100_000 }, (_, at): RunRecord => ({ id: `${at}`, name: 'step', traceId: 't', parentId: at === 0 ? null : `${at - 1}`, startTime: at, endTime: 100_000 }));
  expect(loopsOf(buildTraces(chain)[0]!)).toEqual([]);
}, 60_000);
