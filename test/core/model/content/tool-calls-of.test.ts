import { describe, expect, test } from 'vitest';
import { toolCallsOf } from '../../../../src/core/model/content/tool-calls-of.ts';
import { langSmithRuns } from './langsmith-runs.ts';
import { runWith } from './run-with.ts';

describe('a model’s run', () => {
  test('asks for calls in its output, not in its history', () => {
    const call = (id: string) => ({ id, type: 'function', function: { name: 'weather', arguments: '{"city":"Paris"}' } });
    const run = runWith({
      inputs: { messages: [{ role: 'assistant', content: null, tool_calls: [call('c0')] }] },
      outputs: { choices: [{ message: { role: 'assistant', content: null, tool_calls: [call('c1'), call('c2')] } }] },
    });
    expect(toolCallsOf(run)).toEqual(['c1', 'c2'].map((id) => ({ id, name: 'weather', arguments: { city: 'Paris' }, result: undefined })));
    expect(toolCallsOf(run)).toBe(toolCallsOf(run));
  });

  test('knows the results of tools that the provider runs', () => {
    const content = [{ type: 'server_tool_use', id: 's1', name: 'web_search', input: { query: 'q' } }, { type: 'web_search_tool_result', tool_use_id: 's1', content: 'found' }];
    expect(toolCallsOf(runWith({ outputs: { role: 'assistant', content } }))).toEqual([{ id: 's1', name: 'web_search', arguments: { query: 'q' }, result: 'found' }]);
  });

  test('a chain asks for none itself', () => {
    expect(toolCallsOf(runWith({ kind: 'chain', outputs: { messages: [{ type: 'ai', content: '', tool_calls: [{ id: 'c1', name: 'weather', args: {} }] }] } }))).toEqual([]);
  });
});

describe('a tool’s run', () => {
  const carriedOut = (record: Parameters<typeof runWith>[0]) => toolCallsOf(runWith({ kind: 'tool', name: 'weather', ...record }));

  test.each<[string, Parameters<typeof runWith>[0], object]>([
    ['LangChain', { inputs: { city: 'Paris' }, outputs: { output: { type: 'tool', content: '21', tool_call_id: 'c1' } } }, { id: 'c1', arguments: { city: 'Paris' }, result: '21' }],
    ['a serialized answer', { inputs: {}, outputs: { output: { lc: 1, type: 'constructor', id: ['ToolMessage'], kwargs: { content: '21', tool_call_id: 'c1' } } } }, { id: 'c1', arguments: {}, result: '21' }],
    ['an answer inside a command', { inputs: {}, outputs: { output: { update: { messages: [{ type: 'tool', content: '21', tool_call_id: 'c1' }] } } } }, { id: 'c1', arguments: {}, result: '21' }],
    ['arguments as text', { inputs: { input: '{"city":"Paris"}' }, outputs: { output: '21C' } }, { id: null, arguments: { city: 'Paris' }, result: '21C' }],
    ['an argument that is called input', { inputs: { input: 'Paris' }, outputs: { output: '21C' } }, { id: null, arguments: { input: 'Paris' }, result: '21C' }],
    ['inputs that are a call', { inputs: { type: 'tool_call', id: 'c1', name: 'weather', args: { city: 'Paris' } }, outputs: { temp: 21 } }, { id: 'c1', arguments: { city: 'Paris' }, result: { temp: 21 } }],
    ['JSON text', { inputs: '{"city":"Paris"}', outputs: '21C' }, { id: null, arguments: { city: 'Paris' }, result: '21C' }],
    ['the id in the inputs', { inputs: { tool_call_id: 'c1', city: 'Paris' }, outputs: { temp: 21 } }, { id: 'c1', arguments: { tool_call_id: 'c1', city: 'Paris' }, result: { temp: 21 } }],
    ['the id in what LangSmith calls extra', { inputs: {}, outputs: { outputs: 0 }, source: { extra: { tool_call_id: 'c1' } } }, { id: 'c1', arguments: {}, result: 0 }],
    ['a failure', { inputs: { city: 'Atlantis' }, outputs: {}, error: 'no such city' }, { id: null, arguments: { city: 'Atlantis' }, result: undefined }],
    ['a failure in Python', { inputs: {}, outputs: { output: null }, error: 'no such city' }, { id: null, arguments: {}, result: undefined }],
    ['nothing recorded', {}, { id: null, arguments: undefined, result: undefined }],
  ])('%s', (_, record, call) => {
    expect(carriedOut(record)).toEqual([{ name: 'weather', ...call }]);
  });

  test('what a format has read goes first', () => {
    const own = [{ id: 'c1', name: 'from the dialect', arguments: {}, result: 1 }];
    expect(carriedOut({ toolCalls: own, inputs: { city: 'Paris' } })).toEqual(own);
  });

  test('every recorded run: the id is the tracer’s, the result what the tool said', () => {
    const runs = langSmithRuns('tool');
    expect(runs.length).toBeGreaterThan(15);
    for (const [, { name, inputs, outputs, extra }] of runs) {
      const [call, ...others] = toolCallsOf(runWith({ kind: 'tool', name, inputs, outputs, source: { extra } }));
      expect(others).toEqual([]);
      expect(call?.name).toBe(name);
      expect(call?.id ?? undefined).toBe(extra?.['tool_call_id']);
      expect(typeof call?.arguments).toBe('object');
      expect(call?.result === undefined).toBe(outputs === undefined || Object.keys(outputs as object).length === 0);
      expect(JSON.stringify(outputs ?? null)).toContain(JSON.stringify(call?.result) ?? '');
    }
  });
});
