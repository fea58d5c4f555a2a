import { describe, expect, test } from 'vitest';
import { readMessage } from '../../../../src/core/model/content/read-message.ts';

const message = (role: string, parts: unknown[], more: object = {}) => ({ side: 'input', role, name: null, id: null, parts, ...more });
const text = (words: string) => ({ type: 'text', text: words });
const weather = (id: string | null, city = 'Paris') => ({ type: 'tool-call', call: { id, name: 'weather', arguments: { city }, result: undefined } });
const constructed = (name: string, kwargs: object) => ({ lc: 1, type: 'constructor', id: ['langchain_core', 'messages', name], kwargs });

describe('roles', () => {
  test.each([
    [{ role: 'human', content: 'hi' }, 'user'],
    [{ role: 'ai', content: 'hi' }, 'assistant'],
    [{ role: 'model', parts: [{ text: 'hi' }] }, 'assistant'],
    [{ role: 'developer', content: 'hi' }, 'developer'],
    [{ role: 'USER', content: 'hi' }, 'user'],
    [{ role: 'critic', content: 'hi' }, 'critic'],
    [{ role: 'constructor', content: 'hi' }, 'constructor'],
    [{ type: 'human', content: 'hi' }, 'user'],
    [{ type: 'AIMessageChunk', content: 'hi' }, 'assistant'],
    [{ type: 'chat', role: 'system', content: 'hi' }, 'system'],
    [constructed('HumanMessage', { content: 'hi' }), 'user'],
    [constructed('AIMessageChunk', { content: 'hi' }), 'assistant'],
    [constructed('ChatMessage', { content: 'hi', role: 'critic' }), 'critic'],
    [['human', 'hi'], 'user'],
    ['hi', 'user'],
  ])('%j → %s', (value, role) => {
    expect(readMessage(value, 'input')).toEqual(message(role, [text('hi')]));
  });

  test('what has no role is the side’s', () => {
    expect(readMessage({ text: 'hi' }, 'output').role).toBe('assistant');
    expect(readMessage({ content: [{ type: 'tool-call', toolName: 'weather', input: {} }] }, 'input').role).toBe('assistant');
    expect(readMessage({ type: 'function_call_output', call_id: 'c1', output: '' }, 'output').role).toBe('tool');
  });
});

describe('LangChain', () => {
  test('constructor, with the id of the message and not of its class', () => {
    expect(readMessage(constructed('AIMessage', { content: 'hi', id: 'm1', name: 'bot', tool_calls: [], invalid_tool_calls: [] }), 'output')).toEqual({
      side: 'output', role: 'assistant', name: 'bot', id: 'm1', parts: [text('hi')],
    });
  });

  test('calls named three times are there once', () => {
    const both = {
      content: [text('Let me check.'), { type: 'tool_use', id: 'c1', name: 'weather', input: { city: 'Paris' } }],
      additional_kwargs: { tool_calls: [{ id: 'c1', type: 'function', function: { name: 'weather', arguments: '{"city":"Paris"}' } }] },
      tool_calls: [{ name: 'weather', args: { city: 'Paris' }, id: 'c1', type: 'tool_call' }],
      tool_call_chunks: [{ name: 'weather', args: '{"city":"Paris"}', id: 'c1', index: 0, type: 'tool_call_chunk' }],
    };
    expect(readMessage(constructed('AIMessageChunk', both), 'input')).toEqual(message('assistant', [text('Let me check.'), weather('c1')]));
  });

  test('arguments that streaming left empty in the content are taken from the list', () => {
    const content = [{ type: 'tool_use', id: 'c1', name: 'weather', input: '' }];
    const tool_calls = [{ name: 'weather', args: { city: 'Paris' }, id: 'c1' }];
    expect(readMessage({ type: 'ai', content, tool_calls }, 'input').parts).toEqual([weather('c1')]);
  });

  test('calls without id in the content get the ids of the list, in its order', () => {
    const content = [{ functionCall: { name: 'weather', args: { city: 'Paris' } } }, { functionCall: { name: 'weather', args: { city: 'Oslo' } } }];
    const tool_calls = [{ name: 'weather', args: { city: 'Paris' }, id: 'c1' }, { name: 'weather', args: { city: 'Oslo' }, id: 'c2' }, { name: 'weather', args: { city: 'Rome' }, id: 'c3' }];
    expect(readMessage({ type: 'ai', content, tool_calls }, 'input').parts).toEqual([weather('c1'), weather('c2', 'Oslo'), weather('c3', 'Rome')]);
    expect(readMessage({ type: 'ai', content, tool_calls: tool_calls.slice(0, 2).map((call) => ({ ...call, id: null })) }, 'input').parts).toEqual([
      weather(null), weather(null, 'Oslo'),
    ]);
  });

  test('calls that could not be read are shown as they came', () => {
    const { parts } = readMessage({ type: 'ai', content: '', invalid_tool_calls: [{ name: 'weather', args: '{"ci', id: 'c1', error: 'no JSON' }] }, 'output');
    expect(parts).toEqual([{ type: 'tool-call', call: { id: 'c1', name: 'weather', arguments: '{"ci', result: undefined } }]);
  });

  test('a tool message is the result of its call', () => {
    const fields = { content: '21', tool_call_id: 'c1', name: 'weather', status: 'success', id: 'm1' };
    const expected = message('tool', [{ type: 'tool-result', callId: 'c1', name: 'weather', result: '21' }], { name: 'weather', id: 'm1' });
    expect(readMessage(constructed('ToolMessage', fields), 'input')).toEqual(expected);
    expect(readMessage({ ...fields, type: 'tool' }, 'input')).toEqual(expected);
  });

  test('reasoning beside the content', () => {
    const expected = [{ type: 'reasoning', text: 'hm' }, text('hi')];
    expect(readMessage({ type: 'ai', content: 'hi', additional_kwargs: { reasoning_content: 'hm' } }, 'input').parts).toEqual(expected);
    expect(readMessage({ type: 'ai', content: 'hi', additional_kwargs: { reasoning: { summary: [{ text: 'hm' }] } } }, 'input').parts).toEqual(expected);
    expect(readMessage({ type: 'ai', content: [{ type: 'thinking', thinking: 'hm' }, text('hi')], additional_kwargs: { reasoning_content: 'hm' } }, 'input').parts).toEqual(expected);
  });

  test('a wish for reasoning is none', () => {
    expect(readMessage({ question: 'hi', reasoning: { effort: 'high', summary: 'auto' }, thinking: { type: 'enabled', budget_tokens: 1024 } }, 'input').parts).toEqual([text('hi')]);
  });

  test('what could not be serialized is its description', () => {
    const value = { lc: 1, type: 'not_implemented', id: ['my_app', 'NoteMessage'], repr: "NoteMessage(content='hi')" };
    expect(readMessage(value, 'input')).toEqual(message('NoteMessage', [text("NoteMessage(content='hi')")]));
  });
});

describe('OpenAI', () => {
  test('text and calls', () => {
    const tool_calls = [{ id: 'c1', type: 'function', function: { name: 'weather', arguments: '{"city":"Paris"}' } }];
    expect(readMessage({ role: 'assistant', content: 'Let me check.', refusal: null, tool_calls }, 'input').parts).toEqual([text('Let me check.'), weather('c1')]);
    expect(readMessage({ role: 'assistant', content: null, tool_calls }, 'input').parts).toEqual([weather('c1')]);
  });

  test('legacy function calls and their results', () => {
    expect(readMessage({ role: 'assistant', content: null, function_call: { name: 'weather', arguments: '{"city":"Paris"}' } }, 'input').parts).toEqual([weather(null)]);
    expect(readMessage({ role: 'function', name: 'weather', content: '21' }, 'input')).toEqual(
      message('tool', [{ type: 'tool-result', callId: null, name: 'weather', result: '21' }], { name: 'weather' }),
    );
  });

  test('what an answer is taken from is at its words', () => {
    const value = { type: 'url_citation', url_citation: { url: 'https://example.com', title: 'A', start_index: 0, end_index: 2 } };
    expect(readMessage({ role: 'assistant', content: 'hi', annotations: [value] }, 'input').parts).toEqual([{ ...text('hi'), citations: [{ title: 'A', url: 'https://example.com', text: null, value }] }]);
    expect(readMessage({ role: 'assistant', content: '', annotations: [value] }, 'input').parts).toEqual([]);
  });

  test('a cache mark between the parts is on the part before it', () => {
    const parts = (content: unknown[]) => readMessage({ role: 'user', content }, 'input').parts;
    const mark = { cachePoint: { type: 'default' } };
    expect(parts([{ text: 'a' }, mark, { text: 'b' }])).toEqual([{ ...text('a'), cache: { type: 'default', lifetime: null } }, text('b')]);
    expect(parts([mark, { text: 'b' }])).toEqual([{ type: 'other', value: mark, cache: { type: 'default', lifetime: null } }, text('b')]);
  });

  test('refusal, and sound with its transcript', () => {
    expect(readMessage({ role: 'assistant', content: null, refusal: 'I cannot' }, 'input').parts).toEqual([{ ...text('I cannot'), isRefusal: true }]);
    expect(readMessage({ role: 'assistant', content: null, audio: { id: 'a', data: 'UklG', transcript: 'hi' } }, 'input').parts).toEqual([
      text('hi'), { type: 'media', modality: 'audio', mimeType: null, url: null, data: 'UklG' },
    ]);
    expect(readMessage({ role: 'assistant', audio: { id: 'a' } }, 'input').parts).toEqual([{ type: 'other', value: { id: 'a' } }]);
  });

  test('reasoning of DeepSeek, OpenRouter and Ollama', () => {
    for (const key of ['reasoning_content', 'reasoning', 'thinking']) {
      expect(readMessage({ role: 'assistant', content: 'hi', [key]: 'hm' }, 'input').parts).toEqual([{ type: 'reasoning', text: 'hm' }, text('hi')]);
    }
  });
});

test('Anthropic: results in a user’s message stay parts of it', () => {
  const content = [{ type: 'tool_result', tool_use_id: 'c1', content: '21', is_error: false }, text('And Rome?')];
  expect(readMessage({ role: 'user', content }, 'input')).toEqual(
    message('user', [{ type: 'tool-result', callId: 'c1', name: null, result: '21' }, text('And Rome?')]),
  );
});

test('OpenTelemetry: parts', () => {
  const parts = [{ type: 'text', content: 'hi' }, { type: 'tool_call', id: 'c1', name: 'weather', arguments: { city: 'Paris' } }];
  expect(readMessage({ role: 'assistant', parts, finish_reason: 'tool_call' }, 'input').parts).toEqual([text('hi'), weather('c1')]);
  const response = { role: 'tool', parts: [{ type: 'tool_call_response', id: 'c1', response: 'rainy, 57°F' }] };
  expect(readMessage(response, 'input')).toEqual(message('tool', [{ type: 'tool-result', callId: 'c1', name: null, result: 'rainy, 57°F' }]));
});

test('AI SDK 4: messages of user interfaces have their text twice and their calls, too', () => {
  const toolInvocation = { state: 'call', toolCallId: 'c1', toolName: 'weather', args: { city: 'Paris' } };
  const parts = [{ type: 'step-start' }, { type: 'text', text: 'hi' }, { type: 'tool-invocation', toolInvocation }];
  const read = readMessage({ id: 'm1', role: 'assistant', content: 'hi', parts, toolInvocations: [toolInvocation] }, 'input');
  expect(read.parts).toEqual([{ type: 'other', value: { type: 'step-start' } }, text('hi'), weather('c1')]);
  expect(readMessage({ role: 'assistant', content: 'hi', parts: [] }, 'input').parts).toEqual([text('hi')]);
});

test('MCP: content that is one part', () => {
  expect(readMessage({ role: 'user', content: text('hi') }, 'input').parts).toEqual([text('hi')]);
});

test('nothing is dropped and nothing is made up', () => {
  expect(readMessage({ role: 'assistant', content: '' }, 'input').parts).toEqual([]);
  expect(readMessage({ role: 'assistant' }, 'input').parts).toEqual([]);
  expect(readMessage(null, 'input').parts).toEqual([]);
  expect(readMessage({ role: 'tool', tool_call_id: 'c1', content: '' }, 'input').parts).toEqual([{ type: 'tool-result', callId: 'c1', name: null, result: '' }]);
  expect(readMessage({ role: 'tool', content: '21', tool_calls: [{ id: 'c1', name: 'weather', args: { city: 'Paris' } }] }, 'input').parts).toEqual([
    { type: 'tool-result', callId: null, name: null, result: '21' }, weather('c1'),
  ]);
  expect(readMessage({ role: 'user', mood: 'good' }, 'input').parts).toEqual([{ type: 'other', value: { role: 'user', mood: 'good' } }]);
  expect(readMessage({ sentiment: 'good' }, 'output').parts).toEqual([{ type: 'other', value: { sentiment: 'good' } }]);
  expect(readMessage({ role: 'user', content: ['hi', null, 7, ''] }, 'input').parts).toEqual([text('hi'), { type: 'other', value: 7 }]);
  expect(readMessage({ role: 'assistant', content: 'hi', tool_calls: [{ index: 0 }, null] }, 'input').parts).toEqual([text('hi'), { type: 'other', value: { index: 0 } }]);
});
