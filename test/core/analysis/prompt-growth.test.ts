import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { promptGrowth } from '../../../src/core/analysis/prompt-growth/prompt-growth.ts';
import { promptMessages } from '../../../src/core/analysis/prompt-growth/prompt-messages.ts';
import { previousCalls } from '../../../src/core/analysis/prompt-growth/previous-calls.ts';
import { readTraces } from '../../../src/core/formats/read-traces.ts';
import { buildTraces } from '../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../src/core/model/record.ts';
import type { Trace } from '../../../src/core/model/trace.ts';
import { forests } from '../model/forests.ts';

const at = (id: string, parentId: string | null, kind: string, nth: number, input?: number, cacheRead?: number): RunRecord => ({
  id, parentId, traceId: 't', name: id, kind, startTime: nth, endTime: 1000,
  ...(input === undefined ? {} : { usage: { input, output: 1, ...(cacheRead === undefined ? {} : { inputDetails: { cacheRead } }) } }),
});

/** Each loop as its agent and its calls, with their input tokens and growth. */
const told = (trace: Trace, agent?: string) =>
  promptGrowth(trace, agent === undefined ? undefined : trace.get(agent)).map(({ agent: holder, steps }) => `${trace.runs[holder]?.id}: ${steps.map((step) => `${trace.runs[step.at]!.id} ${step.inputTokens} ${step.growth}`).join(', ')}`);

describe('promptGrowth', () => {
  test('from call to call of one agent, cached tokens beside', () => {
    const [trace] = buildTraces([at('agent', null, 'agent', 0), at('a', 'agent', 'llm', 1, 100), at('tool', 'agent', 'tool', 2), at('b', 'agent', 'llm', 3, 250, 90), at('c', 'agent', 'llm', 4, 240, 0)]);
    expect(promptGrowth(trace!)).toEqual([{
      agent: 0,
      steps: [
        { at: 1, inputTokens: 100, cachedTokens: null, growth: null },
        { at: 3, inputTokens: 250, cachedTokens: 90, growth: 150 },
        { at: 4, inputTokens: 240, cachedTokens: 0, growth: -10 },
      ],
    }]);
  });

  test('what is not known is null, and so is the growth from it and to it', () => {
    const [trace] = buildTraces([at('agent', null, 'agent', 0), at('a', 'agent', 'llm', 1, 5), at('b', 'agent', 'llm', 2), at('c', 'agent', 'llm', 3, 9)]);
    expect(told(trace!)).toEqual(['agent: a 5 null, b null null, c 9 null']);
  });

  test('calls in nodes of their own; an agent inside of a tool has a loop of its own', () => {
    const inner = [at('tool', 'agent', 'tool', 20), at('sub', 'tool', 'agent', 21), at('n3', 'sub', 'chain', 22), at('x', 'n3', 'llm', 23, 1), at('n4', 'sub', 'chain', 24), at('y', 'n4', 'llm', 25, 2)];
    const [trace] = buildTraces([at('agent', null, 'agent', 0), at('n1', 'agent', 'chain', 1), at('a', 'n1', 'llm', 2, 10), ...inner, at('n2', 'agent', 'chain', 30), at('b', 'n2', 'llm', 31, 30)]);
    expect(told(trace!)).toEqual(['agent: a 10 null, b 30 20', 'sub: x 1 null, y 2 1']);
    expect(told(trace!, 'sub')).toEqual(['sub: x 1 null, y 2 1']);
    expect(told(trace!, 'tool')).toEqual(['sub: x 1 null, y 2 1']);
    expect(told(trace!, 'a')).toEqual([]);
  });

  test('a wrapper of a call is no second call', () => {
    const [trace] = buildTraces([at('agent', null, 'agent', 0), at('A', 'agent', 'llm', 1), at('a', 'A', 'llm', 2, 10), at('B', 'agent', 'llm', 3), at('b', 'B', 'llm', 4, 30)]);
    expect(told(trace!)).toEqual(['agent: a 10 null, b 30 20']);
  });

  test('a real agent: 153 tokens, then 313', () => {
    const [trace] = readTraces(readFileSync('test/fixtures/langsmith/py-langgraph-agent.json', 'utf8')).traces;
    expect(promptGrowth(trace!)).toMatchObject([{ agent: 0, steps: [{ at: 2, inputTokens: 153 }, { at: 8, inputTokens: 313, growth: 160 }] }]);
  });

  test('a run of another trace has no loops here', () => {
    const [trace, other] = buildTraces([at('agent', null, 'agent', 0), { ...at('else', null, 'agent', 0), traceId: 'u' }]);
    expect(promptGrowth(trace!, other!.runs[0])).toEqual([]);
  });
});

test('promptMessages: what is new in a prompt', () => {
  const call = (id: string, nth: number, texts: readonly string[], said: string): RunRecord => ({ ...at(id, 'agent', 'llm', nth), inputs: { messages: texts.map((content) => ({ role: 'user', content })) }, outputs: { messages: [{ role: 'user', content: said }] } });
  const [trace] = buildTraces([at('agent', null, 'agent', 0), call('a', 1, ['one', 'two'], 'three'), call('b', 2, ['one', 'two', 'three', 'four'], 'five'), call('c', 3, ['other'], 'x'), at('d', 'agent', 'llm', 4)]);
  const of = (id: string) => promptMessages(trace!, trace!.get(id)!);
  expect([of('a'), of('b'), of('c'), of('d'), of('agent')]).toEqual([{ told: 2, repeated: 0, added: 2 }, { told: 4, repeated: 3, added: 1 }, { told: 1, repeated: 0, added: 1 }, null, null]);
});

test('any trace: the call before is the nearest one as deep, under the same run three levels up', () => {
  fc.assert(
    fc.property(forests(40).chain(({ parentOf, starts }) => fc.array(fc.boolean(), { minLength: starts.length, maxLength: starts.length }).map((isCall) => ({ parentOf, starts, isCall }))), ({ parentOf, starts, isCall }) => {
      const [trace] = buildTraces(parentOf.map((parent, nth) => ({ ...at(`${nth}`, parent === -1 ? null : `${parent}`, isCall[nth] ? 'llm' : 'chain', 0), startTime: starts[nth]! })));
      const { runs } = trace!;
      const isRealCall = runs.map((run) => run.kind === 'llm' && !trace!.childrenOf(run).some(({ kind }) => kind === 'llm'));
      const previous = previousCalls(trace!);
      for (const [place, run] of runs.entries()) {
        let loop = run;
        for (let level = 0; level < 3; level++) loop = trace!.parentOf(loop) ?? loop;
        const before = runs.slice(0, place).findLast((other, nth) => isRealCall[nth] && trace!.depthOf(other) === trace!.depthOf(run) && trace!.subtreeOf(loop).includes(other));
        expect(previous[place]).toBe(isRealCall[place] && loop !== run && before !== undefined ? trace!.indexOf(before) : -1);
      }
    }),
    { numRuns: 200 },
  );
});
