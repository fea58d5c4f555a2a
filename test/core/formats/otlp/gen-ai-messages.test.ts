import { describe, expect, test } from 'vitest';
import { messagesOf, toolCallsOf, type Run } from '../../../../src/core/index.ts';
import { fixture } from '../fixtures.ts';
import { oneRun, pairs, START, type Json } from './spans.ts';

const recorded = (name: string): Run => oneRun(fixture('openinference-js', name) as Json);
const text = (words: string) => ({ type: 'text', text: words });
const said = (run: Run) => messagesOf(run).map(({ side, role, parts }) => ({ side, role, parts }));
const event = (name: string, attributes: Json) => ({ name, timeUnixNano: String(START), attributes: pairs(attributes) });

/** What all spellings of one recorded conversation say. */
const WEATHER = [
  { side: 'input', role: 'user', parts: [text('Weather in Paris?')] },
  { side: 'input', role: 'assistant', parts: [text('Absolutely! Let me check the weather for you.'), { type: 'tool-call', call: { id: '1234', name: 'get_weather', arguments: { location: 'Paris' }, result: undefined } }] },
  { side: 'input', role: 'tool', parts: [{ type: 'tool-result', callId: '1234', name: null, result: 'rainy, 57°F' }] },
  { side: 'output', role: 'assistant', parts: [text('The weather in Paris is currently rainy with a temperature of 57°F.')] },
];

describe('one call, recorded in several spellings', () => {
  test.each(['otel_genai_client_span_tool_calls.json', 'otel_genai_deprecated_client_span_tool_calls.json', 'openinference_client_span_tool_calls.json', 'openinference_client_span_input_output_only.json'])('%s', (name) => {
    const run = recorded(name);
    expect(said(run)).toEqual(WEATHER);
    expect(run).toMatchObject({ kind: 'llm', model: { name: 'gpt-4-0613', provider: 'openai', parameters: { temperature: 0.5, top_p: 0.9 } }, usage: { input: 97, output: 52, total: 149 } });
  });

  test('and the tool that it asked for', () => {
    const run = recorded('otel_genai_tool_execution_span.json');
    expect(run).toMatchObject({ kind: 'tool', sourceKind: 'execute_tool', inputs: { city: 'New York' }, outputs: { status: 'success' } });
    expect(toolCallsOf(run)).toMatchObject([{ id: '1234', name: 'get_weather', arguments: { city: 'New York' }, result: { status: 'success' } }]);
  });
});

describe('parts', () => {
  const parts = (given: unknown[]) => messagesOf(oneRun({ 'gen_ai.operation.name': 'chat', 'gen_ai.input.messages': JSON.stringify([{ role: 'user', parts: given }]) }))[0]!.parts;

  test('of every type of the conventions', () => {
    expect(parts([
      { type: 'text', content: 'hi' },
      { type: 'reasoning', content: 'hm' },
      { type: 'server_tool_call', id: 's1', name: 'code', server_tool_call: { type: 'code_interpreter', code: '1+1' } },
      { type: 'server_tool_call_response', id: 's1', server_tool_call_response: { type: 'code_interpreter', output: '2' } },
      { type: 'blob', modality: 'image', mime_type: 'image/png', content: 'aGk=' },
      { type: 'file', modality: 'document', file_id: 'f1', mime_type: 'application/pdf' },
      { type: 'uri', modality: 'audio', uri: 'https://example.com/a.mp3' },
      { type: 'compaction', id: 'c1', content: 'so far' },
      { type: 'mood_ring', colour: 'blue' },
    ])).toEqual([
      text('hi'),
      { type: 'reasoning', text: 'hm' },
      { type: 'tool-call', call: { id: 's1', name: 'code', arguments: { type: 'code_interpreter', code: '1+1' }, result: undefined } },
      { type: 'tool-result', callId: 's1', name: null, result: { type: 'code_interpreter', output: '2' } },
      { type: 'media', modality: 'image', mimeType: 'image/png', url: null, data: 'aGk=' },
      { type: 'media', modality: 'document', mimeType: 'application/pdf', url: null, data: null, fileId: 'f1' },
      { type: 'media', modality: 'audio', mimeType: null, url: 'https://example.com/a.mp3', data: null },
      { type: 'other', value: { type: 'compaction', id: 'c1', content: 'so far' } },
      { type: 'other', value: { type: 'mood_ring', colour: 'blue' } },
    ]);
  });

  test('that are malformed stay beside the others', () => {
    expect(parts([text('a'), null, 7, { type: 'tool_call' }, { type: 'blob' }, text('b')])).toEqual([
      text('a'), { type: 'other', value: 7 }, { type: 'other', value: { type: 'tool_call' } }, { type: 'other', value: { type: 'blob' } }, text('b'),
    ]);
  });
});

describe('a malformed message', () => {
  test.each([[7], [null], [{}], ['plain'], [[[]]], [{ role: 5, parts: 'x' }], [{ parts: { a: 1 } }]])('%j does not drop its list', (odd) => {
    const list = [{ role: 'user', parts: [{ type: 'text', content: 'first' }] }, odd, { role: 'user', parts: [{ type: 'text', content: 'last' }] }];
    const words = said(oneRun({ 'gen_ai.operation.name': 'chat', 'gen_ai.input.messages': JSON.stringify(list) }));
    expect(words[0]).toEqual({ side: 'input', role: 'user', parts: [text('first')] });
    expect(words.at(-1)).toEqual({ side: 'input', role: 'user', parts: [text('last')] });
  });

  test('JSON that breaks off is shown as text', () => {
    expect(said(oneRun({ 'gen_ai.operation.name': 'chat', 'gen_ai.input.messages': '[{"role":"user","parts":[{"type":"te' }))).toEqual([{ side: 'input', role: 'user', parts: [text('[{"role":"user","parts":[{"type":"te')] }]);
  });
});

describe('messages as events', () => {
  test('one each, as in v1.28 to v1.36', () => {
    const run = oneRun({ 'gen_ai.operation.name': 'chat' }, { events: [
      event('gen_ai.system.message', { content: 'Be brief.' }),
      event('gen_ai.user.message', { content: 'Weather in Paris?', role: 'user' }),
      event('gen_ai.assistant.message', { tool_calls: JSON.stringify([{ id: 'c1', type: 'function', function: { name: 'get_weather', arguments: '{"city":"Paris"}' } }]) }),
      event('gen_ai.tool.message', { content: 'rainy', id: 'c1' }),
      event('gen_ai.choice', { index: 0, finish_reason: 'stop', message: '{"role":"assistant","content":"It rains."}' }),
      event('unrelated', { content: 'no message' }),
    ] });
    expect(said(run)).toEqual([
      { side: 'input', role: 'system', parts: [text('Be brief.')] },
      { side: 'input', role: 'user', parts: [text('Weather in Paris?')] },
      { side: 'input', role: 'assistant', parts: [{ type: 'tool-call', call: { id: 'c1', name: 'get_weather', arguments: { city: 'Paris' }, result: undefined } }] },
      { side: 'input', role: 'tool', parts: [{ type: 'tool-result', callId: 'c1', name: null, result: 'rainy' }] },
      { side: 'output', role: 'assistant', parts: [text('It rains.')] },
    ]);
    expect(run.inputs).toMatchObject({ messages: [{ role: 'system' }, { role: 'user' }, { role: 'assistant' }, { role: 'tool' }] });
    expect(run.events).toHaveLength(6);
  });

  test.each<[string, Json, object[]]>([
    ['a structured message', { index: 0, message: { content: 'hi' } }, [text('hi')]],
    ['plain text', { index: 0, message: 'hi' }, [text('hi')]],
    ['fields without a message', { index: 0, content: 'hi', finish_reason: 'stop' }, [text('hi')]],
    ['blocks', { message: '[{"text":"hi"},{"toolUse":{"toolUseId":"t","name":"f","input":{}}}]' }, [text('hi'), { type: 'tool-call', call: { id: 't', name: 'f', arguments: {}, result: undefined } }]],
    ['all in one attribute', { 'gen_ai.event.content': '{"message":{"content":"hi"},"index":0}' }, [text('hi')]],
  ])('a choice as %s', (_, attributes, parts) => {
    expect(said(oneRun({ 'gen_ai.request.model': 'm' }, { events: [event('gen_ai.choice', attributes)] }))).toEqual([{ side: 'output', role: 'assistant', parts }]);
  });

  test('all in one, as since v1.37', () => {
    const messages = [{ role: 'user', parts: [{ type: 'text', content: 'hi' }] }];
    const details = { 'gen_ai.input.messages': messages, 'gen_ai.system_instructions': [{ type: 'text', content: 'Be brief.' }], 'gen_ai.output.messages': JSON.stringify([{ role: 'assistant', parts: [{ type: 'text', content: 'yes' }] }]) };
    expect(said(oneRun({ 'gen_ai.operation.name': 'chat' }, { events: [event('gen_ai.client.inference.operation.details', details)] }))).toEqual([
      { side: 'input', role: 'system', parts: [text('Be brief.')] }, { side: 'input', role: 'user', parts: [text('hi')] }, { side: 'output', role: 'assistant', parts: [text('yes')] },
    ]);
  });

  test('one a side, as before v1.28', () => {
    const run = oneRun({ 'gen_ai.operation.name': 'chat' }, { events: [
      event('gen_ai.content.prompt', { 'gen_ai.prompt': '[{"role":"user","content":"hi"}]' }), event('gen_ai.content.completion', { 'gen_ai.completion': '[{"role":"assistant","content":"yes"}]' }),
    ] });
    expect(said(run)).toEqual([{ side: 'input', role: 'user', parts: [text('hi')] }, { side: 'output', role: 'assistant', parts: [text('yes')] }]);
  });

  test('attributes are believed over events, side by side', () => {
    const events = [event('gen_ai.user.message', { content: 'from the event' }), event('gen_ai.choice', { message: '{"content":"answer of the event"}' })];
    const run = oneRun({ 'gen_ai.operation.name': 'chat', 'gen_ai.input.messages': '[{"role":"user","parts":[{"type":"text","content":"from the attribute"}]}]' }, { events });
    expect(said(run).map(({ parts }) => parts)).toEqual([[text('from the attribute')], [text('answer of the event')]]);
  });
});

describe('the names of OpenLLMetry before it moved to the conventions', () => {
  test('an attribute for each field', () => {
    const run = oneRun({
      'gen_ai.prompt.0.role': 'system', 'gen_ai.prompt.0.content': 'Be brief.', 'gen_ai.prompt.10.role': 'tool', 'gen_ai.prompt.10.content': 'rainy', 'gen_ai.prompt.10.tool_call_id': 'c1',
      'gen_ai.prompt.2.role': 'user', 'gen_ai.prompt.2.content': '[{"type":"text","text":"Look:"},{"type":"image_url","image_url":{"url":"https://example.com/a.png"}}]',
      'gen_ai.completion.0.role': 'assistant', 'gen_ai.completion.0.finish_reason': 'tool_calls', 'gen_ai.completion.0.tool_calls.0.id': 'c2', 'gen_ai.completion.0.tool_calls.0.name': 'f', 'gen_ai.completion.0.tool_calls.0.arguments': '{"x":1}',
      'llm.request.type': 'chat', 'gen_ai.request.model': 'gpt-4o',
    });
    expect(run.kind).toBe('llm');
    expect(said(run)).toEqual([
      { side: 'input', role: 'system', parts: [text('Be brief.')] },
      { side: 'input', role: 'user', parts: [text('Look:'), { type: 'media', modality: 'image', mimeType: null, url: 'https://example.com/a.png', data: null }] },
      { side: 'input', role: 'tool', parts: [{ type: 'tool-result', callId: 'c1', name: null, result: 'rainy' }] },
      { side: 'output', role: 'assistant', parts: [{ type: 'tool-call', call: { id: 'c2', name: 'f', arguments: { x: 1 }, result: undefined } }] },
    ]);
    expect(Object.keys(run.metadata).filter((key) => /prompt|completion/.test(key))).toEqual([]);
  });
});
