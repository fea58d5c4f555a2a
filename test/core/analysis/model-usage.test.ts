import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { modelCalls } from '../../../src/core/analysis/model-calls.ts';
import { modelUsage } from '../../../src/core/analysis/model-usage.ts';
import { traceFigures } from '../../../src/core/analysis/trace-figures.ts';
import { buildTraces } from '../../../src/core/model/build-traces.ts';
import type { RunRecord } from '../../../src/core/model/record.ts';
import type { RunKind } from '../../../src/core/model/run.ts';

const run = (id: string, parentId: string | null, kind: RunKind, more: Partial<RunRecord> = {}): RunRecord => ({ id, name: id, traceId: 't', parentId, kind, startTime: 0, endTime: 1, ...more });

describe('modelUsage', () => {
  test('adds up by model and provider, most tokens first', () => {
    const [trace] = buildTraces([
      run('root', null, 'chain'),
      run('a', 'root', 'llm', { model: { name: 'm', provider: 'p' }, usage: { input: 10, output: 5, inputDetails: { cacheRead: 4 } }, cost: { total: 0.5 } }),
      run('b', 'root', 'llm', { model: { name: 'm', provider: 'p' }, usage: { input: 20, output: 7, outputDetails: { reasoning: 3 } }, cost: { total: 0.25 } }),
      run('c', 'root', 'llm', { model: { name: 'm', provider: 'q' }, usage: { input: 100, output: 1 } }),
      run('d', 'root', 'llm', { model: { name: 'm', provider: 'q' }, error: 'no' }),
      run('e', 'root', 'embedding'),
      run('f', 'root', 'tool'),
    ]);
    expect(modelUsage(trace!)).toEqual([
      { name: 'm', provider: 'q', calls: 2, errors: 1, unmeteredCalls: 0, unpricedCalls: 1, inputTokens: 100, cachedTokens: null, outputTokens: 1, reasoningTokens: null, totalTokens: 101, cost: null },
      { name: 'm', provider: 'p', calls: 2, errors: 0, unmeteredCalls: 0, unpricedCalls: 0, inputTokens: 30, cachedTokens: 4, outputTokens: 12, reasoningTokens: 3, totalTokens: 42, cost: 0.75 },
      { name: null, provider: null, calls: 1, errors: 0, unmeteredCalls: 1, unpricedCalls: 1, inputTokens: null, cachedTokens: null, outputTokens: null, reasoningTokens: null, totalTokens: null, cost: null },
    ]);
  });

  test('a call that is recorded twice counts once, where it was made', () => {
    const [trace] = buildTraces([
      run('wrapper', null, 'llm', { model: 'gpt', usage: { input: 10, output: 5 } }),
      run('call', 'wrapper', 'llm', { model: 'gpt-2026', usage: { input: 10, output: 5 } }),
    ]);
    expect(modelUsage(trace!).map(({ name, calls, totalTokens }) => [name, calls, totalTokens])).toEqual([['gpt-2026', 1, 15]]);
  });

  test('a cost that a run around it recorded is a known cost', () => {
    const [trace] = buildTraces([run('root', null, 'chain', { cost: { total: 2 } }), run('a', 'root', 'llm', { model: 'm' }), run('b', null, 'llm', { model: 'm' })]);
    expect(modelUsage(trace!)).toMatchObject([{ calls: 2, unpricedCalls: 1, cost: null }]);
  });

  test('names are data', () => {
    const names = ['__proto__', 'constructor', '', 'a\u0000b'];
    const [trace] = buildTraces(names.map((name, at) => run(`${at}`, null, 'llm', { model: { name: name || null, provider: name }, usage: { input: 9 - at } })));
    expect(modelUsage(trace!).map(({ name }) => name)).toEqual(['__proto__', 'constructor', null, 'a\u0000b']);
  });

  test('any trace: calls as the totals count them, and tokens of models add up to those of the trace', () => {
    const node = fc.record({ under: fc.nat(), kind: fc.constantFrom<RunKind[]>('llm', 'llm', 'chain', 'tool', 'embedding'), model: fc.constantFrom('a', 'b'), input: fc.option(fc.nat(99)) });
    fc.assert(
      fc.property(fc.array(node, { minLength: 1, maxLength: 16 }), (nodes) => {
        const [trace] = buildTraces(nodes.map(({ under, kind, model, input }, at) =>
          run(`${at}`, at === 0 ? null : `${under % at}`, kind, { model, usage: kind === 'llm' || kind === 'embedding' ? { input } : null })));
        const whole = traceFigures(trace!);
        const models = modelUsage(trace!);
        expect(trace!.runs.filter(({ kind }, at) => kind === 'llm' && modelCalls(trace!)[at] === 1)).toHaveLength(whole.llmCalls);
        expect(models.reduce((sum, { calls }) => sum + calls, 0)).toBe(modelCalls(trace!).reduce((sum, flag) => sum + flag, 0));
        expect(models.reduce((sum, { inputTokens }) => sum + (inputTokens ?? 0), 0)).toBe(whole.usage?.input ?? 0);
      }),
      { numRuns: 300 },
    );
  });
});
