import { describe, expect, test } from 'vitest';
import type { Message } from '../../../../src/core/model/content/content.ts';
import { readMessages } from '../../../../src/core/model/content/read-messages.ts';

/** A message in one line: its role, and what its parts say. */
const line = ({ role, parts }: Message): string => `${role}: ${parts.map((part) => say(part)).join(' + ')}`;
const say = (part: Message['parts'][number]): string => {
  if (part.type === 'text') return part.text;
  if (part.type === 'reasoning') return `(${part.text})`;
  if (part.type === 'tool-call') return `${part.call.name}(${JSON.stringify(part.call.arguments)})`;
  if (part.type === 'tool-result') return `→ ${JSON.stringify(part.result)}`;
  return JSON.stringify(part);
};
const input = (payload: unknown, sure?: boolean) => readMessages(payload, 'input', sure).map(line);
const output = (payload: unknown, sure?: boolean) => readMessages(payload, 'output', sure).map(line);

const human = { lc: 1, type: 'constructor', id: ['langchain_core', 'messages', 'HumanMessage'], kwargs: { content: 'hi' } };
const ai = { lc: 1, type: 'constructor', id: ['langchain', 'schema', 'messages', 'AIMessage'], kwargs: { content: 'hello', type: 'ai' } };
const call = { id: 'c1', type: 'function', function: { name: 'weather', arguments: '{"city":"Paris"}' } };

describe('what a model was told', () => {
  test.each<[string, unknown, string[]]>([
    ['LangChain: a batch', { messages: [[human], [human, ai]] }, ['user: hi', 'user: hi', 'assistant: hello']],
    ['LangChain: prompts', { prompts: ['one', 'two'] }, ['user: one', 'user: two']],
    ['LangChain: a prompt value', { lc: 1, type: 'constructor', id: ['langchain_core', 'prompt_values', 'ChatPromptValue'], kwargs: { messages: [human] } }, ['user: hi']],
    ['LangChain: pairs', { messages: [['system', 'Be brief'], ['user', 'hi']] }, ['system: Be brief', 'user: hi']],
    ['OpenAI', { model: 'gpt-5', messages: [{ role: 'developer', content: 'Be brief' }, { role: 'user', content: 'hi' }], tools: [] }, ['developer: Be brief', 'user: hi']],
    ['Responses: text', { model: 'gpt-5', instructions: 'Be brief', input: 'hi' }, ['system: Be brief', 'user: hi']],
    ['Responses: items', {
      instructions: 'Be brief',
      input: [
        { role: 'user', content: [{ type: 'input_text', text: 'Weather?' }] },
        { type: 'reasoning', id: 'rs_1', summary: [{ type: 'summary_text', text: 'hm' }] },
        { type: 'function_call', id: 'fc_1', call_id: 'c1', name: 'weather', arguments: '{"city":"Paris"}' },
        { type: 'function_call_output', call_id: 'c1', output: '21' },
      ],
    }, ['system: Be brief', 'user: Weather?', 'assistant: (hm)', 'assistant: weather({"city":"Paris"})', 'tool: → "21"']],
    ['Anthropic', { system: 'Be brief', messages: [{ role: 'user', content: 'hi' }] }, ['system: Be brief', 'user: hi']],
    ['Anthropic: system blocks', { system: [{ type: 'text', text: 'Be' }, { type: 'text', text: 'brief' }], messages: [{ role: 'user', content: 'hi' }] }, ['system: Be + brief', 'user: hi']],
    ['Gemini', {
      systemInstruction: { parts: [{ text: 'Be brief' }] },
      contents: [{ role: 'user', parts: [{ text: 'Weather?' }] }, { role: 'model', parts: [{ functionCall: { name: 'weather', args: { city: 'Paris' } } }] }, { role: 'user', parts: [{ functionResponse: { name: 'weather', response: { t: 21 } } }] }],
    }, ['system: Be brief', 'user: Weather?', 'assistant: weather({"city":"Paris"})', 'user: → {"t":21}']],
    // From langfuse/google-adk-2025-08-28.trace.json, shortened.
    ['Google ADK', { model: 'gemini-2.0-flash', config: { system_instruction: 'Greet' }, contents: [{ parts: [{ text: 'hi' }], role: 'user' }, { parts: [{ function_call: { args: {}, name: 'say_hello' } }], role: 'model' }] }, ['system: Greet', 'user: hi', 'assistant: say_hello({})']],
    // From otel-other/openinference-js/otel_genai_client_span_tool_calls.json.
    ['OpenTelemetry', [
      { role: 'user', parts: [{ type: 'text', content: 'Weather in Paris?' }] },
      { role: 'assistant', parts: [{ type: 'tool_call', id: '1234', name: 'get_weather', arguments: { location: 'Paris' } }] },
      { role: 'tool', parts: [{ type: 'tool_call_response', id: '1234', response: 'rainy, 57°F' }] },
    ], ['user: Weather in Paris?', 'assistant: get_weather({"location":"Paris"})', 'tool: → "rainy, 57°F"']],
    ['OpenTelemetry: with instructions', { system_instructions: [{ type: 'text', content: 'Be brief' }], messages: [{ role: 'user', parts: [{ type: 'text', content: 'hi' }] }] }, ['system: Be brief', 'user: hi']],
    ['AI SDK: a prompt', { system: 'Be brief', prompt: 'hi' }, ['system: Be brief', 'user: hi']],
    ['AI SDK: a message as the system', { system: { role: 'system', content: 'Be brief' }, prompt: 'hi' }, ['system: Be brief', 'user: hi']],
    ['Responses: messages as the instructions', { instructions: [{ role: 'developer', content: 'Be brief' }], input: 'hi' }, ['developer: Be brief', 'user: hi']],
    ['AI SDK: messages as the prompt', { prompt: [{ role: 'user', content: [{ type: 'text', text: 'hi' }] }] }, ['user: hi']],
    ['AI SDK: calls and results', {
      messages: [
        { role: 'assistant', content: [{ type: 'reasoning', text: 'hm' }, { type: 'tool-call', toolCallId: 'c1', toolName: 'weather', input: { city: 'Paris' } }] },
        { role: 'tool', content: [{ type: 'tool-result', toolCallId: 'c1', toolName: 'weather', output: { type: 'json', value: { t: 21 } } }] },
      ],
    }, ['assistant: (hm) + weather({"city":"Paris"})', 'tool: → {"t":21}']],
    // From langfuse/openai-agents-2025-09-30.trace.json.
    ['OpenAI Agents', [{ content: 'Tokyo?', role: 'user' }, { arguments: { city: 'Tokyo' }, call_id: 'call_K', name: 'get_weather', type: 'function_call', id: 'fc_0f', status: 'completed' }], ['user: Tokyo?', 'assistant: get_weather({"city":"Tokyo"})']],
    // From langfuse/langgraph-js-2025-10-30.trace.json.
    ['Langfuse’s LangChain', [{ content: '', role: 'assistant', tool_calls: [{ ...call, function: { name: 'weather', arguments: { city: 'Paris' } } }] }], ['assistant: weather({"city":"Paris"})']],
    // From langfuse/llamaindex-2025-06-05.trace.json.
    ['positional arguments', { args: ['What is Langfuse?'] }, ['user: What is Langfuse?']],
    ['named arguments', { args: [], kwargs: { messages: [{ role: 'user', content: 'hi' }] } }, ['user: hi']],
    ['plain text', { input: 'hi' }, ['user: hi']],
    ['text alone', 'hi', ['user: hi']],
    ['JSON text of messages', '{"messages":[{"role":"user","content":"hi"}]}', ['user: hi']],
    ['JSON text of anything else', '{"city":"Paris"}', ['user: {"city":"Paris"}']],
    ['one message', { role: 'user', content: 'hi' }, ['user: hi']],
    ['a list of parts', [{ type: 'text', text: 'a' }, { type: 'text', text: 'b' }], ['user: a + b']],
    ['what no reader knows', { messages: [{ mood: 'good' }, null, 7] }, ['user: {"type":"other","value":{"mood":"good"}}', 'user: {"type":"other","value":7}']],
    ['nothing', {}, []],
    ['nothing at all', undefined, []],
  ])('%s', (_, payload, lines) => {
    expect(input(payload)).toEqual(lines);
  });
});

describe('what a model said', () => {
  test.each<[string, unknown, string[]]>([
    ['LangChain: generations', { generations: [[{ text: 'hello', message: ai }], [{ text: 'plain', generation_info: null, type: 'Generation' }]], llm_output: null, type: 'LLMResult' }, ['assistant: hello', 'assistant: plain']],
    ['LangChain: constructed generations', { generations: [[{ lc: 1, type: 'constructor', id: ['langchain', 'schema', 'output', 'ChatGeneration'], kwargs: { text: 'hello', message: ai } }]] }, ['assistant: hello']],
    ['OpenAI', { choices: [{ index: 0, message: { role: 'assistant', content: null, refusal: null, tool_calls: [call] }, finish_reason: 'tool_calls' }] }, ['assistant: weather({"city":"Paris"})']],
    ['OpenAI: completions', { choices: [{ index: 0, text: 'hello', finish_reason: 'stop' }] }, ['assistant: hello']],
    ['OpenAI: chunks', [{ choices: [{ index: 0, delta: { role: 'assistant', content: 'hel' } }] }, { choices: [{ index: 0, delta: { content: 'lo' } }] }, { choices: [{ index: 0, delta: {}, finish_reason: 'stop' }] }, { choices: [], usage: {} }], ['assistant: hel', 'assistant: lo']],
    ['Responses', {
      object: 'response', instructions: 'Be brief', output_text: 'hello',
      output: [{ id: 'rs_1', type: 'reasoning', summary: [{ type: 'summary_text', text: 'hm' }] }, { id: 'msg_1', type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'hello', annotations: [] }] }],
    }, ['assistant: (hm)', 'assistant: hello']],
    ['Responses: a search first', { output: [{ type: 'web_search_call', id: 'ws_1', status: 'completed' }, { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'hello' }] }] }, ['assistant: {"type":"other","value":{"type":"web_search_call","id":"ws_1","status":"completed"}}', 'assistant: hello']],
    ['Anthropic', { id: 'msg_1', type: 'message', role: 'assistant', content: [{ type: 'thinking', thinking: 'hm' }, { type: 'text', text: 'hello' }, { type: 'tool_use', id: 'c1', name: 'weather', input: { city: 'Paris' } }], stop_reason: 'tool_use' }, ['assistant: (hm) + hello + weather({"city":"Paris"})']],
    ['Anthropic: through wrap_anthropic', { role: 'assistant', content: 'hello', tool_calls: [call] }, ['assistant: hello + weather({"city":"Paris"})']],
    ['Gemini', { candidates: [{ content: { parts: [{ text: 'hm', thought: true }, { text: 'hello' }], role: 'model' }, finishReason: 'STOP' }], usageMetadata: {} }, ['assistant: (hm) + hello']],
    ['Gemini: without a role', { candidates: [{ content: { parts: [{ text: 'hello' }] } }] }, ['assistant: hello']],
    ['Google ADK', { content: { parts: [{ text: 'hello' }], role: 'model' }, finish_reason: 'STOP' }, ['assistant: hello']],
    ['OpenTelemetry', [{ role: 'assistant', parts: [{ type: 'reasoning', content: 'hm' }, { type: 'text', content: 'hello' }], finish_reason: 'stop' }], ['assistant: (hm) + hello']],
    ['AI SDK: content', { content: [{ type: 'text', text: 'hello' }, { type: 'tool-call', toolCallId: 'c1', toolName: 'weather', input: '{"city":"Paris"}' }], finishReason: 'tool-calls', usage: {} }, ['assistant: hello + weather({"city":"Paris"})']],
    ['AI SDK: text, reasoning and calls', { text: 'hello', reasoning: [{ type: 'reasoning', text: 'hm' }], toolCalls: [{ type: 'tool-call', toolCallId: 'c1', toolName: 'weather', input: { city: 'Paris' } }], finishReason: 'stop' }, ['assistant: (hm) + hello + weather({"city":"Paris"})']],
    // From langfuse/vercel-aisdk-2025-11-17.trace.json.
    ['AI SDK: bare calls', [{ toolCallId: 'c1', toolName: 'getWeather', input: { location: 'Paris' } }], ['assistant: getWeather({"location":"Paris"})']],
    ['Bedrock', { output: { message: { role: 'assistant', content: [{ text: 'hello' }] } }, stopReason: 'end_turn' }, ['assistant: hello']],
    ['Ollama', { model: 'llama', message: { role: 'assistant', content: 'hello', thinking: 'hm' }, done: true }, ['assistant: (hm) + hello']],
    ['plain text', { output: 'hello' }, ['assistant: hello']],
    ['plain text of traceable', { outputs: 'hello' }, ['assistant: hello']],
    ['text beside its reason', { text: 'hello', finish_reason: 'stop' }, ['assistant: hello']],
    ['nothing yet', { generations: [], llm_output: null }, []],
    ['null', { output: null }, []],
    ['a number', { output: 7 }, ['assistant: {"type":"other","value":7}']],
    ['an object', { sentiment: 'good' }, ['assistant: {"type":"other","value":{"sentiment":"good"}}']],
    ['text alone', 'hello', ['assistant: hello']],
    ['an answer in JSON', '["a","b"]', ['assistant: ["a","b"]']],
  ])('%s', (_, payload, lines) => {
    expect(output(payload)).toEqual(lines);
  });
});

describe('payloads that may hold messages', () => {
  test.each<[string, unknown, string[]]>([
    ['a state of LangGraph', { messages: [human, ai], remaining_steps: 3 }, ['user: hi', 'assistant: hello']],
    ['a state as a person writes it', { messages: 'hi' }, ['assistant: hi']],
    ['a command', { output: [{ graph: null, update: { messages: [{ type: 'ai', content: 'hello' }] }, resume: null, goto: [] }] }, ['assistant: hello']],
    ['a message', ai, ['assistant: hello']],
    ['a wrapped message', { output: { type: 'tool', content: '21', tool_call_id: 'c1' } }, ['tool: → "21"']],
    ['a flat prompt value', { output: { messages: [{ content: 'hi', type: 'human' }] } }, ['user: hi']],
    ['plain text', { output: 'hello' }, []],
    ['text alone', 'hello', []],
    ['a list of texts', { output: ['a', 'b'] }, []],
    ['documents', { output: [{ page_content: 'a', metadata: {}, type: 'Document' }] }, []],
    ['calls', { output: [{ name: 'weather', args: {}, id: 'c1', type: 'tool_call' }] }, []],
    ['an own kind of message', { message: 'Order placed', choices: ['a', 'b'], candidates: [{ name: 'Bob' }] }, []],
    ['a person', { output: { role: 'admin', name: 'Bob' } }, []],
  ])('%s', (_, payload, lines) => {
    expect(output(payload, false)).toEqual(lines);
  });

  test('plain inputs of a chain are no messages', () => {
    for (const payload of [{ input: 'hi' }, { question: 'hi', system: 'Be brief' }, { prompt: 'hi', instructions: 'Be brief' }, { input: { topic: 'cats' } }]) {
      expect(input(payload, false)).toEqual([]);
    }
  });
});

test('a message that is there twice is read twice; what contains itself is read once', () => {
  expect(input({ messages: [human, human] })).toEqual(['user: hi', 'user: hi']);
  const loop: Record<string, unknown> = { messages: [human] };
  (loop['messages'] as unknown[]).push(loop);
  expect(input(loop)).toEqual(['user: hi']);
});

test('ids and names', () => {
  const [message] = readMessages([{ id: 'fc_1', type: 'function_call', call_id: 'c1', name: 'weather', arguments: '{}' }], 'output');
  expect(message).toMatchObject({ id: 'fc_1', name: null, role: 'assistant', side: 'output' });
});
