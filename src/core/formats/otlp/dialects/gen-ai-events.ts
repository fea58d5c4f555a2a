import { asArray, asObject, isObject, parseIfJson, type JsonObject } from '../../../model/json.ts';
import type { Dialect, SpanMessages } from '../dialect.ts';
import { parseParts } from '../parse-parts.ts';
import type { SpanContent, SpanEvent } from '../span-content.ts';
import { messagesIn } from './gen-ai.ts';

/**
 * The GenAI conventions where messages are events: one event for all of them (since v1.37), one for each message (v1.28
 * to v1.36, Strands, Azure), and one for each side (before v1.28, Semantic Kernel).
 */
export const genAiEvents: Dialect = {
  id: 'gen_ai_events',
  // Strands counts in milliseconds what the conventions' metric of this name has in seconds.
  fields: { 'gen_ai.server.time_to_first_token': 'firstTokenMilliseconds' },
  inputs: (span) => ofTool(span, 'input'),
  outputs: (span) => ofTool(span, 'output'),
  messages: ({ events }) => messagesInEvents(events),
};

const DETAILS = 'gen_ai.client.inference.operation.details';
const MESSAGE = /^gen_ai\.(system|developer|user|assistant|tool)\.message$/;
const CHOICE = 'gen_ai.choice';
const PROMPT = 'gen_ai.content.prompt';
const COMPLETION = 'gen_ai.content.completion';

/** The messages that events tell, in any of the three styles. */
export function messagesInEvents(events: readonly SpanEvent[]): SpanMessages | undefined {
  const input: unknown[] = [];
  const output: unknown[] = [];
  for (const event of events) {
    const { name, attributes } = event;
    const role = MESSAGE.exec(name)?.[1];
    if (name === DETAILS) {
      // Strands writes one such event when a span begins and one when it ends.
      const details = messagesIn({ takeJson: (key) => parseIfJson(attributes[key] ?? undefined) });
      if (details?.input !== undefined) input.push(details.input);
      if (details?.output !== undefined) output.push(details.output);
    } else if (role !== undefined) input.push(toMessage(bodyOf(event), role));
    else if (name === CHOICE) {
      output.push(toChoice(bodyOf(event)));
      // Strands has what the tools answered beside what the model said.
      if (attributes['tool.result'] !== undefined) output.push({ role: 'tool', content: parseParts(attributes['tool.result']) });
    }
    else if (name === PROMPT) input.push(parseIfJson(attributes['gen_ai.prompt'] ?? attributes['gen_ai.event.content']));
    else if (name === COMPLETION) output.push(parseIfJson(attributes['gen_ai.completion'] ?? attributes['gen_ai.event.content']));
  }
  return input.length + output.length === 0 ? undefined : { input: known(input), output: known(output) };
}

/** What a tool was given, and what it answered: the content of its messages. */
function ofTool({ attributes, events }: SpanContent, side: 'input' | 'output'): unknown {
  if (attributes['gen_ai.operation.name'] !== 'execute_tool') return undefined;
  for (const { name, attributes: said } of events) {
    if (name === DETAILS) {
      const part = asObject(asArray(asObject(asArray(parseIfJson(said[`gen_ai.${side}.messages`]))[0])?.['parts'])[0]);
      if (part !== undefined) return side === 'input' ? part['arguments'] : (part['response'] ?? part['result']);
    } else if (name === (side === 'input' ? 'gen_ai.tool.message' : CHOICE)) return parseIfJson(side === 'input' ? said['content'] : said['message']);
  }
  return undefined;
}

function known(list: readonly unknown[]): readonly unknown[] | undefined {
  return list.length === 0 ? undefined : list;
}

/** What an event says. Azure and Koog have all of it as JSON in one attribute. */
function bodyOf({ attributes }: SpanEvent): JsonObject {
  const body = parseIfJson(attributes['gen_ai.event.content'] ?? attributes['body']);
  return isObject(body) ? { ...attributes, ...body } : attributes;
}

function toMessage(body: JsonObject, role: string): JsonObject {
  const message = withParsed({ ...body, role: body['role'] ?? role });
  // The id of a tool's message is that of the call which it answers.
  return role === 'tool' && message['tool_call_id'] === undefined ? { ...message, tool_call_id: body['id'] } : message;
}

function toChoice(body: JsonObject): JsonObject {
  const message = parseIfJson(body['message']);
  if (isObject(message)) return withParsed({ role: 'assistant', ...message });
  return withParsed({ ...body, role: 'assistant', ...(message === undefined ? {} : { content: body['message'] }) });
}

function withParsed(message: JsonObject): JsonObject {
  const { content, tool_calls: calls } = message;
  return { ...message, ...(content === undefined ? {} : { content: parseParts(content) }), ...(calls === undefined ? {} : { tool_calls: parseIfJson(calls) }) };
}
