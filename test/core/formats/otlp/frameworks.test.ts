import { describe, expect, test } from 'vitest';
import { messagesOf, readOtlp, toolCallsOf } from '../../../../src/core/index.ts';
import { fixture } from '../fixtures.ts';
import { exportOf, observationsOf, type Observation } from './from-langfuse.ts';
import { idOf, oneRun, oneTrace, pairs, request, span, START, type Json } from './spans.ts';

/** What a recording has, by its attributes alone. */
function counted(observations: readonly Observation[]) {
  const kinds = observations.map(({ attributes }) => attributes['openinference.span.kind'] ?? attributes['gen_ai.operation.name']);
  const llm = observations.filter((_, nth) => kinds[nth] === 'LLM' || kinds[nth] === 'chat');
  const sum = (...keys: string[]) => llm.reduce((total, { attributes }) => total + Number(keys.map((key) => attributes[key]).find((value) => value !== undefined) ?? 0), 0);
  const messagesIn = ({ attributes }: Observation) => {
    const messages = new Set(Object.keys(attributes).flatMap((key) => /^llm\.(?:in|out)put_messages\.\d+/.exec(key)?.[0] ?? []));
    // An answer that is no message of the convention is the output alone.
    const prompts = (JSON.parse(String(attributes['llm.prompts'] ?? '[]')) as unknown[]).length;
    return messages.size + prompts + (attributes['output.value'] !== undefined && ![...messages].some((key) => key.includes('output')) ? 1 : 0);
  };
  return {
    runs: observations.length,
    roots: observations.filter(({ parentObservationId: parent }) => parent === null || !observations.some(({ id }) => id === parent)).length,
    llm: llm.length,
    tools: kinds.filter((kind) => kind === 'TOOL' || kind === 'execute_tool').length,
    agents: kinds.filter((kind) => kind === 'AGENT' || kind === 'invoke_agent').length,
    input: sum('llm.token_count.prompt', 'gen_ai.usage.input_tokens'),
    output: sum('llm.token_count.completion', 'gen_ai.usage.output_tokens'),
    messages: llm.reduce((total, observation) => total + messagesIn(observation), 0),
  };
}

describe('recordings', () => {
  test.each([
    ['Agno', 'langfuse-otel', 'agno-2025-06-11.trace.json'], ['BeeAI', 'langfuse-otel', 'beeai-2025-08-01.trace.json'], ['CrewAI', 'langfuse', 'crewai-2025-07-11.trace.json'],
    ['Google ADK', 'langfuse', 'google-adk-2025-08-28.trace.json'], ['OpenAI Agents', 'langfuse', 'openai-agents-2025-09-30.trace.json'], ['LlamaIndex', 'langfuse', 'llamaindex-2025-06-05.trace.json'],
    ['Microsoft Agent Framework', 'langfuse', 'microsoft-agent-2025-12-17.trace.json'],
  ])('%s has what its attributes say', (_, folder, file) => {
    const observations = observationsOf(folder, file);
    const expected = counted(observations);
    const { traces, issues } = readOtlp(exportOf(observations));
    const runs = traces.flatMap((trace) => [...trace.runs]);
    const totals = traces.flatMap((trace) => trace.roots.map((root) => trace.totalsOf(root)));
    expect(expected.llm + expected.agents).toBeGreaterThan(0);
    expect({
      runs: runs.length,
      roots: totals.length,
      llm: runs.filter(({ kind }) => kind === 'llm').length,
      tools: runs.filter(({ kind }) => kind === 'tool').length,
      agents: runs.filter(({ kind }) => kind === 'agent').length,
      input: totals.reduce((sum, { usage }) => sum + (usage?.input ?? 0), 0),
      output: totals.reduce((sum, { usage }) => sum + (usage?.output ?? 0), 0),
      messages: runs.filter((run) => run.kind === 'llm' && Object.keys(run.metadata).every((key) => !key.startsWith('gen_ai.operation'))).reduce((sum, run) => sum + messagesOf(run).length, 0),
    }).toEqual(expected);
    expect(issues.filter(({ code }) => !['orphan', 'outside-parent', 'repeated-usage', 'reversed-times'].includes(code))).toEqual([]);
  });

  test('smolagents: only model calls have tokens', () => {
    const runs = readOtlp(fixture('otlp', 'smol_deep_research_agent.json')).traces.flatMap((trace) => [...trace.runs]);
    const metered = runs.filter(({ usage }) => usage !== null);
    expect(metered.length).toBeGreaterThan(0);
    expect(metered.every(({ kind }) => kind === 'llm')).toBe(true);
  });
});

describe('Koog', () => {
  const body = (name: string, said: Json) => ({ name, timeUnixNano: String(START), attributes: pairs({ 'gen_ai.system': 'openai', body: JSON.stringify(said) }) });

  test('has strategies and nodes, and the bodies of events in one attribute', () => {
    const trace = oneTrace(request([
      span(1, null, { 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.agent.id': 'a1', 'gen_ai.conversation.id': 'r1' }),
      span(2, 1, { 'koog.strategy.name': 'single_run', 'gen_ai.conversation.id': 'r1' }, { name: 'strategy single_run' }),
      span(3, 2, { 'koog.node.id': 'nodeCallLLM', 'koog.node.input': '"hi"', 'koog.node.output': '{"a":1}' }, { name: 'node nodeCallLLM' }),
      span(4, 3, { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': 'gpt-4o', 'gen_ai.usage.input_tokens': 5, 'gen_ai.usage.output_tokens': 2 }, {
        events: [body('gen_ai.system.message', { content: 'Be brief.' }), body('gen_ai.user.message', { content: 'hi' }), body('gen_ai.choice', { index: 0, finish_reason: 'tool_calls', tool_calls: [{ id: 'c1', type: 'function', function: { name: 'f', arguments: '{"x":1}' } }] })],
      }),
    ]));
    expect(trace.runs.map(({ kind }) => kind)).toEqual(['agent', 'chain', 'chain', 'llm']);
    expect(trace.threadId).toBe('r1');
    expect(trace.get(idOf(3))).toMatchObject({ inputs: '"hi"', outputs: { a: 1 }, metadata: { 'koog.node.id': 'nodeCallLLM' } });
    expect(messagesOf(trace.get(idOf(4))!)).toMatchObject([
      { role: 'system', parts: [{ text: 'Be brief.' }] }, { role: 'user', parts: [{ text: 'hi' }] }, { side: 'output', role: 'assistant', parts: [{ type: 'tool-call', call: { id: 'c1', name: 'f', arguments: { x: 1 } } }] },
    ]);
  });
});

describe('Strands Agents', () => {
  const scope = { name: 'strands.telemetry.tracer' };
  const event = (name: string, attributes: Json) => ({ name, timeUnixNano: String(START), attributes: pairs(attributes) });
  const usage = { 'gen_ai.usage.prompt_tokens': 10, 'gen_ai.usage.input_tokens': 10, 'gen_ai.usage.completion_tokens': 5, 'gen_ai.usage.output_tokens': 5, 'gen_ai.usage.total_tokens': 45, 'gen_ai.usage.cache_read_input_tokens': 20, 'gen_ai.usage.cache_write_input_tokens': 10 };
  const toolUse = [{ text: 'Let me see.' }, { toolUse: { toolUseId: 't1', name: 'weather', input: { city: 'Paris' } } }];
  const result = [{ toolResult: { toolUseId: 't1', status: 'success', content: [{ text: '21' }] } }];

  const conversation = request([
    span(1, null, { 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.agent.name': 'bot', 'gen_ai.request.model': 'claude', ...usage }, { events: [event('gen_ai.user.message', { content: JSON.stringify([{ text: 'Weather in Paris?' }]) }), event('gen_ai.choice', { message: '21 degrees.', finish_reason: 'end_turn' })] }),
    span(2, 1, { 'gen_ai.operation.name': 'execute_event_loop_cycle', 'event_loop.cycle_id': 'e1' }, { events: [event('gen_ai.choice', { message: JSON.stringify(toolUse), 'tool.result': JSON.stringify(result) })] }),
    span(3, 2, { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': 'claude', 'gen_ai.server.time_to_first_token': 250, ...usage }, { events: [event('gen_ai.system.message', { content: JSON.stringify([{ text: 'Be brief.' }]) }), event('gen_ai.user.message', { content: JSON.stringify([{ text: 'Weather in Paris?' }]) }), event('gen_ai.choice', { message: JSON.stringify(toolUse), finish_reason: 'tool_use' })] }),
    span(4, 2, { 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': 'weather', 'gen_ai.tool.call.id': 't1', 'gen_ai.tool.status': 'success' }, { events: [event('gen_ai.tool.message', { role: 'tool', content: '{"city":"Paris"}', id: 't1' }), event('gen_ai.choice', { message: '[{"text":"21"}]', id: 't1' })] }),
  ], {}, scope);
  const trace = oneTrace(conversation);
  const weather = { type: 'tool-call', call: { id: 't1', name: 'weather', arguments: { city: 'Paris' }, result: undefined } };

  test('has its kinds, and tokens that Bedrock counts beside the cached ones', () => {
    expect(trace.runs.map(({ kind }) => kind)).toEqual(['agent', 'chain', 'llm', 'tool']);
    expect(trace.get(idOf(3))!.usage).toEqual({ input: 40, output: 5, total: 45, inputDetails: { cacheRead: 20, cacheWrite: 10 }, outputDetails: {} });
    expect(trace.totalsOf(trace.runs[0]!)).toMatchObject({ llmCalls: 1, usage: { input: 40, output: 5, total: 45 } });
    expect(trace.get(idOf(3))!.firstToken! - trace.get(idOf(3))!.start).toBe(250);
  });

  test('has its words in events', () => {
    expect(messagesOf(trace.get(idOf(3))!).map(({ side, role, parts }) => [side, role, parts])).toEqual([
      ['input', 'system', [{ type: 'text', text: 'Be brief.' }]], ['input', 'user', [{ type: 'text', text: 'Weather in Paris?' }]], ['output', 'assistant', [{ type: 'text', text: 'Let me see.' }, weather]],
    ]);
    expect(messagesOf(trace.get(idOf(2))!)).toMatchObject([{ side: 'output', role: 'assistant', parts: [{ text: 'Let me see.' }, weather] }, { side: 'output', role: 'tool', parts: [{ type: 'tool-result', callId: 't1' }] }]);
    expect(messagesOf(trace.get(idOf(1))!).at(-1)).toMatchObject({ side: 'output', parts: [{ type: 'text', text: '21 degrees.' }] });
  });

  test('has tools with what they were given and answered', () => {
    expect(toolCallsOf(trace.get(idOf(4))!)).toEqual([{ id: 't1', name: 'weather', arguments: { city: 'Paris' }, result: [{ text: '21' }] }]);
  });

  test('with the newest conventions has one event when a span begins and one when it ends', () => {
    const details = (attributes: Json) => event('gen_ai.client.inference.operation.details', Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, JSON.stringify(value)])));
    const run = oneRun({ 'gen_ai.operation.name': 'chat' }, { events: [details({ 'gen_ai.input.messages': [{ role: 'user', parts: [{ type: 'text', content: 'hi' }] }] }), details({ 'gen_ai.output.messages': [{ role: 'assistant', parts: [{ type: 'text', content: 'yes' }], finish_reason: 'end_turn' }] })] });
    expect(messagesOf(run)).toMatchObject([{ side: 'input', role: 'user', parts: [{ text: 'hi' }] }, { side: 'output', role: 'assistant', parts: [{ text: 'yes' }] }]);
    const tool = oneRun({ 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': 'f', 'gen_ai.tool.call.id': 't1' }, { events: [
      details({ 'gen_ai.input.messages': [{ role: 'tool', parts: [{ type: 'tool_call', name: 'f', id: 't1', arguments: { x: 1 } }] }] }), details({ 'gen_ai.output.messages': [{ role: 'tool', parts: [{ type: 'tool_call_response', id: 't1', response: [{ text: '2' }] }] }] }),
    ] });
    expect(toolCallsOf(tool)).toEqual([{ id: 't1', name: 'f', arguments: { x: 1 }, result: [{ text: '2' }] }]);
  });

  test('of a provider that counts cached tokens inside, they are not added', () => {
    const run = oneTrace(request([span(1, null, { 'gen_ai.operation.name': 'chat', ...usage, 'gen_ai.usage.input_tokens': 40 })], {}, scope)).runs[0]!;
    expect(run.usage).toMatchObject({ input: 40, output: 5, total: 45 });
  });
});
