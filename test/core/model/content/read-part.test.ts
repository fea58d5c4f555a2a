import { describe, expect, test } from 'vitest';
import { readPart } from '../../../../src/core/model/content/read-part.ts';

const text = (words: string) => ({ type: 'text', text: words });
const reasoning = (words: string) => ({ type: 'reasoning', text: words });
const call = (id: string | null, name: string, args: unknown, result?: unknown) => ({ type: 'tool-call', call: { id, name, arguments: args, result } });
const result = (callId: string | null, name: string | null, answer: unknown) => ({ type: 'tool-result', callId, name, result: answer });
const media = (modality: string, mimeType: string | null, place: { url?: string; data?: string }) => ({
  type: 'media', modality, mimeType, url: place.url ?? null, data: place.data ?? null,
});

describe('text', () => {
  test.each([
    ['a string', 'hi', 'hi'],
    ['OpenAI, Anthropic, LangChain', { type: 'text', text: 'hi', citations: null }, 'hi'],
    ['empty text', { type: 'text', text: '' }, ''],
    ['OpenTelemetry', { type: 'text', content: 'hi' }, 'hi'],
    ['Responses, input', { type: 'input_text', text: 'hi' }, 'hi'],
    ['Responses, output', { type: 'output_text', text: 'hi', annotations: [] }, 'hi'],
    ['Assistants', { type: 'text', text: { value: 'hi', annotations: [] } }, 'hi'],
    ['Gemini', { text: 'hi' }, 'hi'],
    ['LlamaIndex', { block_type: 'text', text: 'hi' }, 'hi'],
    ['LangChain, not serializable', { lc: 1, type: 'not_implemented', id: ['my', 'Block'], repr: 'Block(1)' }, 'Block(1)'],
  ])('%s', (_, part, words) => {
    expect(readPart(part)).toEqual(text(words));
  });
});

describe('reasoning', () => {
  test.each([
    ['Anthropic', { type: 'thinking', thinking: 'hm', signature: 'x' }],
    ['LangChain', { type: 'reasoning', reasoning: 'hm' }],
    ['OpenTelemetry', { type: 'reasoning', content: 'hm' }],
    ['AI SDK', { type: 'reasoning', text: 'hm' }],
    ['Responses', { type: 'reasoning', id: 'rs_1', summary: [{ type: 'summary_text', text: 'hm' }] }],
    ['Responses, open weights', { type: 'reasoning', summary: [], content: [{ type: 'reasoning_text', text: 'hm' }] }],
    ['Gemini', { text: 'hm', thought: true }],
    ['Bedrock', { reasoningContent: { reasoningText: { text: 'hm', signature: 'x' } } }],
  ])('%s', (_, part) => {
    expect(readPart(part)).toEqual(reasoning('hm'));
  });

  test('several summaries are paragraphs', () => {
    const summary = [{ type: 'summary_text', text: 'one' }, { type: 'summary_text', text: 'two' }];
    expect(readPart({ type: 'reasoning', summary })).toEqual(reasoning('one\n\ntwo'));
  });
});

describe('reasoning that nobody can read', () => {
  const sealed = (how: string) => ({ type: 'reasoning', text: '', sealed: how });
  test.each([
    ['Anthropic, redacted', { type: 'redacted_thinking', data: 'EmwKAhgB' }, sealed('redacted')],
    ['Bedrock, redacted', { reasoningContent: { redactedContent: 'EmwKAhgB' } }, sealed('redacted')],
    ['Responses, encrypted', { type: 'reasoning', summary: [], encrypted_content: 'gAAAA' }, sealed('encrypted')],
    ['Anthropic, words left out', { type: 'thinking', thinking: '', signature: 'EuYB' }, sealed('encrypted')],
  ])('%s', (_, part, expected) => {
    expect(readPart(part)).toEqual(expected);
  });
});

describe('refusals', () => {
  test.each([
    ['Responses, chat', { type: 'refusal', refusal: 'I cannot' }],
    ['OpenTelemetry', { type: 'refusal', content: 'I cannot' }],
  ])('%s', (_, part) => {
    expect(readPart(part)).toEqual({ type: 'text', text: 'I cannot', isRefusal: true });
  });
});

describe('citations', () => {
  const anthropic = { type: 'char_location', cited_text: 'Grass is green.', document_title: 'Lawns', start_char_index: 0, end_char_index: 15 };
  const responses = { type: 'url_citation', url: 'https://example.com/a', title: 'A', start_index: 0, end_index: 2 };
  const assistants = { type: 'file_citation', text: '[1]', file_citation: { file_id: 'file-1', quote: 'green' } };
  const bedrock = { title: 'Lawns', sourceContent: [{ text: 'Grass is green.' }], location: { documentChar: { documentIndex: 0 } } };
  const cited = (citation: object) => ({ type: 'text', text: 'hi', citations: [citation] });
  test.each([
    ['Anthropic', { type: 'text', text: 'hi', citations: [anthropic] }, cited({ title: 'Lawns', url: null, text: 'Grass is green.', value: anthropic })],
    ['Responses', { type: 'output_text', text: 'hi', annotations: [responses] }, cited({ title: 'A', url: 'https://example.com/a', text: null, value: responses })],
    ['Assistants', { type: 'text', text: { value: 'hi', annotations: [assistants] } }, cited({ title: 'file-1', url: null, text: 'green', value: assistants })],
    ['Bedrock', { citationsContent: { content: [{ text: 'h' }, { text: 'i' }], citations: [bedrock] } }, cited({ title: 'Lawns', url: null, text: 'Grass is green.', value: bedrock })],
  ])('%s', (_, part, expected) => {
    expect(readPart(part)).toEqual(expected);
  });
});

describe('cache marks', () => {
  test.each([
    ['Anthropic', { type: 'text', text: 'hi', cache_control: { type: 'ephemeral' } }, { type: 'ephemeral', lifetime: null }],
    ['Anthropic, an hour', { type: 'text', text: 'hi', cache_control: { type: 'ephemeral', ttl: '1h' } }, { type: 'ephemeral', lifetime: '1h' }],
    ['AI SDK', { type: 'text', text: 'hi', providerOptions: { openai: {}, anthropic: { cacheControl: { type: 'ephemeral' } } } }, { type: 'ephemeral', lifetime: null }],
  ])('%s', (_, part, cache) => {
    expect(readPart(part)).toEqual({ type: 'text', text: 'hi', cache });
  });

  test('are on any part, also on one that nobody knows', () => {
    const tool = { type: 'tool_use', id: 'c1', name: 'f', input: {}, cache_control: { type: 'ephemeral' } };
    expect(readPart(tool)).toMatchObject({ type: 'tool-call', cache: { type: 'ephemeral' } });
    const odd = { type: 'hologram', cache_control: { type: 'ephemeral' } };
    expect(readPart(odd)).toEqual({ type: 'other', value: odd, cache: { type: 'ephemeral', lifetime: null } });
    expect(readPart({ type: 'text', text: 'hi', cache_control: 'ephemeral' })).toEqual({ type: 'text', text: 'hi' });
  });
});

describe('tool calls', () => {
  const paris = { city: 'Paris' };
  test.each([
    ['OpenAI', { id: 'c1', type: 'function', function: { name: 'weather', arguments: '{"city":"Paris"}' } }, call('c1', 'weather', paris)],
    ['arguments that are no JSON', { id: 'c1', type: 'function', function: { name: 'weather', arguments: '{"city":' } }, call('c1', 'weather', '{"city":')],
    ['Responses: the call id, not the id of the item', { type: 'function_call', id: 'fc_1', call_id: 'c1', name: 'weather', arguments: '{"city":"Paris"}' }, call('c1', 'weather', paris)],
    ['Responses, custom tool', { type: 'custom_tool_call', call_id: 'c1', name: 'sql', input: 'select 1' }, call('c1', 'sql', 'select 1')],
    ['Responses, MCP', { type: 'mcp_call', id: 'm1', name: 'roll', arguments: '{"d":6}', output: '4' }, call('m1', 'roll', { d: 6 }, '4')],
    ['Anthropic', { type: 'tool_use', id: 'c1', name: 'weather', input: paris }, call('c1', 'weather', paris)],
    ['Anthropic, run by the server', { type: 'server_tool_use', id: 'c1', name: 'web_search', input: { query: 'q' } }, call('c1', 'web_search', { query: 'q' })],
    ['LangChain', { name: 'weather', args: paris, id: 'c1', type: 'tool_call' }, call('c1', 'weather', paris)],
    ['LangChain, half written', { name: 'weather', args: '{"ci', id: 'c1', error: 'no JSON', type: 'invalid_tool_call' }, call('c1', 'weather', '{"ci')],
    ['Gemini', { functionCall: { name: 'weather', args: paris } }, call(null, 'weather', paris)],
    ['Gemini in Python', { function_call: { id: 'c1', name: 'weather', args: paris } }, call('c1', 'weather', paris)],
    ['LangChain of Gemini', { type: 'functionCall', functionCall: { name: 'weather', args: paris } }, call(null, 'weather', paris)],
    ['OpenTelemetry', { type: 'tool_call', id: 'c1', name: 'weather', arguments: paris }, call('c1', 'weather', paris)],
    ['OpenTelemetry, run by the server', { type: 'server_tool_call', id: 'c1', name: 'code', server_tool_call: { type: 'python', code: '1' } }, call('c1', 'code', { type: 'python', code: '1' })],
    ['AI SDK 4', { type: 'tool-call', toolCallId: 'c1', toolName: 'weather', args: paris }, call('c1', 'weather', paris)],
    ['AI SDK 5', { type: 'tool-call', toolCallId: 'c1', toolName: 'weather', input: paris }, call('c1', 'weather', paris)],
    ['AI SDK, bare', { toolCallId: 'c1', toolName: 'weather', input: paris }, call('c1', 'weather', paris)],
    ['AI SDK 4, for user interfaces', { type: 'tool-invocation', toolInvocation: { state: 'result', toolCallId: 'c1', toolName: 'weather', args: paris, result: 21 } }, call('c1', 'weather', paris, 21)],
    ['AI SDK 5, for user interfaces', { type: 'tool-weather', toolCallId: 'c1', state: 'output-available', input: paris, output: 21 }, call('c1', 'weather', paris, 21)],
    ['Bedrock', { toolUse: { toolUseId: 'c1', name: 'weather', input: paris } }, call('c1', 'weather', paris)],
  ])('%s', (_, part, expected) => {
    expect(readPart(part)).toEqual(expected);
  });
});

describe('tool results', () => {
  test.each([
    ['Anthropic', { type: 'tool_result', tool_use_id: 'c1', content: '21' }, result('c1', null, '21')],
    ['Anthropic, blocks', { type: 'tool_result', tool_use_id: 'c1', content: [{ type: 'text', text: '21' }] }, result('c1', null, [{ type: 'text', text: '21' }])],
    ['Anthropic, run by the server', { type: 'web_search_tool_result', tool_use_id: 'c1', content: [] }, result('c1', null, [])],
    ['Responses', { type: 'function_call_output', call_id: 'c1', output: '21' }, result('c1', null, '21')],
    ['Gemini', { functionResponse: { name: 'weather', response: { t: 21 } } }, result(null, 'weather', { t: 21 })],
    ['OpenTelemetry', { type: 'tool_call_response', id: 'c1', response: '21' }, result('c1', null, '21')],
    ['OpenTelemetry as its examples have it', { type: 'tool_call_response', id: 'c1', result: '21' }, result('c1', null, '21')],
    ['AI SDK 4', { type: 'tool-result', toolCallId: 'c1', toolName: 'weather', result: { t: 21 } }, result('c1', 'weather', { t: 21 })],
    ['AI SDK 5', { type: 'tool-result', toolCallId: 'c1', toolName: 'weather', output: { type: 'json', value: { t: 21 } } }, result('c1', 'weather', { t: 21 })],
    ['AI SDK 5, failed', { type: 'tool-error', toolCallId: 'c1', toolName: 'weather', error: 'no such city' }, result('c1', 'weather', 'no such city')],
    ['Bedrock', { toolResult: { toolUseId: 'c1', content: [{ json: { t: 21 } }] } }, result('c1', null, [{ json: { t: 21 } }])],
  ])('%s', (_, part, expected) => {
    expect(readPart(part)).toEqual(expected);
  });
});

describe('media', () => {
  test.each([
    ['OpenAI, remote', { type: 'image_url', image_url: { url: 'https://example.com/cat.png', detail: 'low' } }, media('image', null, { url: 'https://example.com/cat.png' })],
    ['OpenAI, inline', { type: 'image_url', image_url: { url: 'data:image/png;base64,iVBORw0K' } }, media('image', 'image/png', { data: 'iVBORw0K' })],
    ['LangChain, address alone', { type: 'image_url', image_url: 'https://example.com/cat.png' }, media('image', null, { url: 'https://example.com/cat.png' })],
    ['Responses', { type: 'input_image', image_url: 'data:image/jpeg;base64,/9j/' }, media('image', 'image/jpeg', { data: '/9j/' })],
    ['OpenAI, sound', { type: 'input_audio', input_audio: { data: 'UklG', format: 'wav' } }, media('audio', 'audio/wav', { data: 'UklG' })],
    ['OpenAI, file', { type: 'file', file: { filename: 'a.pdf', file_data: 'data:application/pdf;base64,JVBE' } }, media('document', 'application/pdf', { data: 'JVBE' })],
    ['Responses, file', { type: 'input_file', file_url: 'https://example.com/a.pdf' }, media('document', null, { url: 'https://example.com/a.pdf' })],
    ['Anthropic, inline', { type: 'image', source: { type: 'base64', media_type: 'image/webp', data: 'UklG' } }, media('image', 'image/webp', { data: 'UklG' })],
    ['Anthropic, remote', { type: 'image', source: { type: 'url', url: 'https://example.com/cat.png' } }, media('image', null, { url: 'https://example.com/cat.png' })],
    ['Anthropic, document', { type: 'document', source: { type: 'base64', media_type: 'application/pdf', data: 'JVBE' }, title: 'A' }, media('document', 'application/pdf', { data: 'JVBE' })],
    ['LangChain 0.3', { type: 'image', source_type: 'base64', data: 'iVBO', mime_type: 'image/png' }, media('image', 'image/png', { data: 'iVBO' })],
    ['LangChain 1', { type: 'audio', base64: 'UklG', mimeType: 'audio/wav' }, media('audio', 'audio/wav', { data: 'UklG' })],
    ['Gemini, inline', { inlineData: { mimeType: 'video/mp4', data: 'AAAA' } }, media('video', 'video/mp4', { data: 'AAAA' })],
    ['Gemini, stored', { fileData: { mimeType: 'application/pdf', fileUri: 'gs://b/a.pdf' } }, media('document', 'application/pdf', { url: 'gs://b/a.pdf' })],
    ['Gemini in Python', { inline_data: { mime_type: 'image/png', data: 'iVBO' } }, media('image', 'image/png', { data: 'iVBO' })],
    ['OpenTelemetry, blob', { type: 'blob', modality: 'image', mime_type: 'image/png', content: 'iVBO' }, media('image', 'image/png', { data: 'iVBO' })],
    ['OpenTelemetry, older blob', { type: 'blob', mime_type: 'audio/mp3', data: 'SUQz' }, media('audio', 'audio/mp3', { data: 'SUQz' })],
    ['OpenTelemetry, address', { type: 'uri', modality: 'video', uri: 'https://example.com/a.mp4' }, media('video', null, { url: 'https://example.com/a.mp4' })],
    ['AI SDK, image address', { type: 'image', image: 'https://example.com/cat.png' }, media('image', null, { url: 'https://example.com/cat.png' })],
    ['AI SDK, image data', { type: 'image', image: 'iVBO', mediaType: 'image/png' }, media('image', 'image/png', { data: 'iVBO' })],
    ['AI SDK, file', { type: 'file', data: 'JVBE', mediaType: 'application/pdf', filename: 'a.pdf' }, media('document', 'application/pdf', { data: 'JVBE' })],
    ['Bedrock', { image: { format: 'png', source: { bytes: 'iVBO' } } }, media('image', 'image/png', { data: 'iVBO' })],
    ['OpenTelemetry, stored', { type: 'file', file_id: 'file-1', modality: 'image', mime_type: 'image/png' }, { ...media('image', 'image/png', {}), fileId: 'file-1' }],
    ['Responses, stored', { type: 'input_file', file_id: 'file-1' }, { ...media('document', null, {}), fileId: 'file-1' }],
  ])('%s', (_, part, expected) => {
    expect(readPart(part)).toEqual(expected);
  });
});

describe('what no reader knows stays whole', () => {
  test.each([
    ['an unknown type', { type: 'hologram', text: 'x', light: [1, 2] }],
    ['nothing known in it', { light: 1 }],
    ['reasoning without anything', { type: 'reasoning', summary: [] }],
    ['a file without anything', { type: 'file', filename: 'a.pdf' }],
    ['a summary of what was left out', { type: 'compaction', id: 'c1', content: null }],
    ['a document of plain text', { type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'words' } }],
    ['text that is none', { type: 'text', text: { of: 1 } }],
    ['a call without a name', { index: 0, type: 'function', function: { arguments: '{"c' } }],
    ['a half call', { type: 'input_json_delta', index: 1, input: '{"c' }],
    ['a secret', { lc: 1, type: 'secret', id: ['OPENAI_API_KEY'] }],
    ['a search by the provider', { type: 'web_search_call', id: 'ws_1', status: 'completed', action: { query: 'q' } }],
    ['a field that only looks like media', { file: 'report.txt' }],
    ['a number', 7],
    ['a list', [1]],
    ['null', null],
  ])('%s', (_, value) => {
    const part = readPart(value);
    expect(part).toEqual({ type: 'other', value });
    expect((part as { value: unknown }).value).toBe(value);
  });
});
