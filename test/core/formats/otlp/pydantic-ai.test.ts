import { describe, expect, test } from 'vitest';
import { messagesOf, readOtlp, toolCallsOf } from '../../../../src/core/index.ts';
import { exportOf, observationsOf } from './from-langfuse.ts';
import { idOf, oneRun, oneTrace, request, span, START, type Json } from './spans.ts';

const text = (words: string) => ({ type: 'text', text: words });
const parsed = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);
/** Of text, what it is JSON of, or the text itself. */
function asJson(value: unknown): unknown {
  try {
    return parsed(value);
  } catch {
    return value;
  }
}

const scope = { name: 'pydantic-ai', version: '1.26.0' };
const oneOf = (attributes: Json) => oneTrace(request([span(1, null, attributes)], {}, scope)).runs[0]!;
const said = (attributes: Json) => messagesOf(oneOf(attributes)).map(({ side, role, parts }) => ({ side, role, parts }));

describe('a recording of agents that call each other', () => {
  const observations = observationsOf('langfuse', 'pydantic-ai-tools-2025-12-04.trace.json');
  const of = (operation: string) => observations.filter(({ attributes }) => attributes['gen_ai.operation.name'] === operation);
  const sum = (key: string) => of('chat').reduce((total, { attributes }) => total + Number(attributes[key] ?? 0), 0);
  const [trace] = readOtlp(exportOf(observations)).traces;
  const totals = trace!.roots.map((root) => trace!.totalsOf(root));

  test('has every step, counted once', () => {
    expect(of('chat').length).toBeGreaterThan(2);
    expect(trace!.runs).toHaveLength(observations.length);
    expect(totals).toHaveLength(1);
    expect(totals[0]).toMatchObject({ llmCalls: of('chat').length, toolCalls: observations.filter(({ attributes }) => attributes['gen_ai.tool.name'] !== undefined).length, usage: { input: sum('gen_ai.usage.input_tokens'), output: sum('gen_ai.usage.output_tokens') } });
    expect(totals[0]!.cost!.total).toBeCloseTo(sum('operation.cost'), 12);
  });

  test('has agents with their conversations', () => {
    const agents = observations.filter(({ attributes }) => attributes['pydantic_ai.all_messages'] !== undefined);
    expect(agents.length).toBeGreaterThan(1);
    for (const agent of agents) {
      const run = trace!.get(agent.id)!;
      expect(run.kind).toBe('agent');
      const list = parsed(agent.attributes['pydantic_ai.all_messages']) as { role: string }[];
      const messages = messagesOf(run);
      expect(messages.map(({ role }) => role)).toEqual(list.map(({ role }) => role));
      expect(messages.at(-1)!.side).toBe(list.at(-1)!.role === 'assistant' ? 'output' : 'input');
      expect(run.outputs).toEqual(asJson(agent.attributes['final_result']));
    }
  });

  test('has tools with what they were given and answered', () => {
    for (const { id, attributes } of observations.filter((observation) => observation.attributes['tool_arguments'] !== undefined)) {
      expect(toolCallsOf(trace!.get(id)!)).toMatchObject([{ id: attributes['gen_ai.tool.call.id'], name: attributes['gen_ai.tool.name'], arguments: parsed(attributes['tool_arguments']) }]);
    }
  });
});

describe('versions of the format', () => {
  const first = [
    { content: 'Be brief.', role: 'system', 'gen_ai.message.index': 0, 'event.name': 'gen_ai.system.message' },
    { content: 'hi', role: 'user', 'gen_ai.message.index': 0, 'event.name': 'gen_ai.user.message' },
    { role: 'assistant', tool_calls: [{ id: 'c1', type: 'function', function: { name: 'f', arguments: '{"x":1}' } }], 'event.name': 'gen_ai.assistant.message' },
    { content: '2', role: 'tool', id: 'c1', name: 'f', 'event.name': 'gen_ai.tool.message' },
  ];
  const expected = [
    { side: 'input', role: 'system', parts: [text('Be brief.')] },
    { side: 'input', role: 'user', parts: [text('hi')] },
    { side: 'input', role: 'assistant', parts: [{ type: 'tool-call', call: { id: 'c1', name: 'f', arguments: { x: 1 }, result: undefined } }] },
    { side: 'input', role: 'tool', parts: [{ type: 'tool-result', callId: 'c1', name: 'f', result: '2' }] },
  ];

  test('the first has events as JSON', () => {
    const choice = { index: 0, message: { role: 'assistant', content: 'yes' }, 'event.name': 'gen_ai.choice' };
    expect(said({ 'gen_ai.operation.name': 'chat', events: JSON.stringify([...first, choice]) })).toEqual([...expected, { side: 'output', role: 'assistant', parts: [text('yes')] }]);
    expect(said({ all_messages_events: JSON.stringify(first), final_result: 'yes' })).toMatchObject(expected);
    expect(oneOf({ all_messages_events: JSON.stringify(first), final_result: 'yes', agent_name: 'bot' })).toMatchObject({ kind: 'agent', outputs: 'yes' });
  });

  test('the second and third have their own words for media and thoughts', () => {
    const parts = [{ type: 'thinking', content: 'hm' }, { type: 'image-url', url: 'https://example.com/a.png' }, { type: 'binary', media_type: 'image/png', content: 'iVBO' }];
    expect(said({ 'gen_ai.operation.name': 'chat', 'gen_ai.input.messages': JSON.stringify([{ role: 'user', parts }]) })).toEqual([{ side: 'input', role: 'user', parts: [
      { type: 'reasoning', text: 'hm' },
      { type: 'media', modality: 'image', mimeType: null, url: 'https://example.com/a.png', data: null },
      { type: 'media', modality: 'image', mimeType: 'image/png', url: null, data: 'iVBO' },
    ] }]);
  });

  test('an agent has its instructions before its messages', () => {
    const all = [{ role: 'user', parts: [{ type: 'text', content: 'hi' }] }, { role: 'assistant', parts: [{ type: 'text', content: 'yes' }], finish_reason: 'stop' }];
    expect(said({ 'gen_ai.operation.name': 'invoke_agent', 'pydantic_ai.all_messages': JSON.stringify(all), 'gen_ai.system_instructions': '[{"type":"text","content":"Be brief."}]' })).toEqual([
      { side: 'input', role: 'system', parts: [text('Be brief.')] }, { side: 'input', role: 'user', parts: [text('hi')] }, { side: 'output', role: 'assistant', parts: [text('yes')] },
    ]);
  });

  test('the tokens of an agent have a name of their own, and are no usage', () => {
    expect(oneOf({ 'gen_ai.operation.name': 'invoke_agent', 'gen_ai.aggregated_usage.input_tokens': 30 })).toMatchObject({ usage: null, metadata: { 'gen_ai.aggregated_usage.input_tokens': 30 } });
  });

  test('details of tokens', () => {
    expect(oneOf({ 'gen_ai.operation.name': 'chat', 'gen_ai.usage.input_tokens': 30, 'gen_ai.usage.output_tokens': 9, 'gen_ai.usage.details.cache_read_tokens': 20, 'gen_ai.usage.details.cache_write_tokens': 4, 'gen_ai.usage.details.reasoning_tokens': 5, 'operation.cost': 0.25 })).toMatchObject({
      usage: { input: 30, output: 9, total: 39, inputDetails: { cacheRead: 20, cacheWrite: 4 }, outputDetails: { reasoning: 5 } }, cost: { total: 0.25 },
    });
  });
});

describe('Logfire', () => {
  const pending = (nth: number, under: number | null) => span(nth + 100, nth, { 'logfire.span_type': 'pending_span', 'logfire.pending_parent_id': under === null ? '0000000000000000' : idOf(under), 'logfire.msg': 'begins' }, { name: `span ${nth}`, startTimeUnixNano: String(START), endTimeUnixNano: String(START) });

  test('a span that has only begun is running', () => {
    const trace = oneTrace(request([pending(1, null), pending(2, 1)]));
    expect(trace.runs.map(({ id, parentId, end, status, name }) => [id, parentId, end, status, name])).toEqual([[idOf(1), null, null, 'running', 'span 1'], [idOf(2), idOf(1), null, 'running', 'span 2']]);
    expect(trace.issues).toEqual([]);
  });

  test('is there once when it has ended, in whichever order', () => {
    const spans = [pending(1, null), span(2, 1, { 'logfire.span_type': 'span' }), pending(2, 1), span(1, null, { 'logfire.span_type': 'span', 'logfire.tags': ['a'] })];
    for (const given of [spans, spans.toReversed()]) {
      const trace = oneTrace(request(given));
      expect(trace.runs.map(({ id, parentId, status }) => [id, parentId, status])).toEqual([[idOf(1), null, 'success'], [idOf(2), idOf(1), 'success']]);
      expect(trace.issues).toEqual([]);
      expect(trace.runs[0]!.tags).toEqual(['a']);
    }
  });

  test('a pending span without anything else is told like any other', () => {
    const trace = oneTrace(request([span(1, null, { 'logfire.span_type': 'pending_span' })]));
    expect(trace.runs).toHaveLength(1);
    expect(trace.issues.map(({ code }) => code)).toEqual(['missing-id']);
  });

  test.each([[1, true], [5, true], [9, false], [13, false], [17, false]])('level %i is for developers: %s', (level, hidden) => {
    expect(oneRun({ 'logfire.level_num': level }).hidden).toBe(hidden);
  });

  test('a call of a model has its request and response', () => {
    const run = oneRun({ 'gen_ai.request.model': 'gpt-4o', 'gen_ai.system': 'openai', request_data: '{"messages":[{"role":"user","content":"hi"}],"model":"gpt-4o"}', response_data: '{"message":{"role":"assistant","content":"yes"},"usage":{"total_tokens":3}}' });
    expect(run.kind).toBe('llm');
    expect(messagesOf(run).map(({ side, role, parts }) => [side, role, parts])).toEqual([['input', 'user', [text('hi')]], ['output', 'assistant', [text('yes')]]]);
  });
});
