import { asObject, parseIfJson, type JsonObject } from '../json.ts';
import type { MessagePart, ToolCall } from './content.ts';
import { firstOf, firstTextOf } from './fields.ts';

/** What names a call by its id. A message has an `id` of its own, which is why that is not one of them. */
export const CALL_ID: readonly string[] = ['call_id', 'callId', 'tool_call_id', 'toolCallId', 'tool_use_id', 'toolUseId'];

/** Where a call is a field of what describes it. */
export const CALL_HOLDERS: readonly string[] = ['functionCall', 'function_call', 'function', 'toolUse', 'toolInvocation'];

/** Where a result is a field of what describes it. */
export const RESULT_HOLDERS: readonly string[] = ['functionResponse', 'function_response', 'toolResult'];

const ID = [...CALL_ID, 'id'];
const NAME = ['name', 'toolName', 'tool_name'];
const ARGUMENTS = ['arguments', 'args', 'input', 'parameters', 'toolInput', 'server_tool_call'];
const CALL_RESULT = ['result', 'output'];
const RESULT = [...CALL_RESULT, 'response', 'content', 'server_tool_call_response', 'error', 'errorText'];

/** Reads a call in the words of any provider; `undefined` if it doesn't tell which tool is meant. */
export function readToolCall(value: unknown): ToolCall | undefined {
  const outer = asObject(value);
  if (outer === undefined) return undefined;
  const inner = asObject(firstOf(outer, CALL_HOLDERS)) ?? outer;
  const name = firstTextOf(inner, NAME) ?? firstTextOf(outer, NAME) ?? toolNameInType(outer);
  if (name === null) return undefined;
  return {
    id: firstTextOf(outer, ID) ?? firstTextOf(inner, ID),
    name,
    arguments: parseIfJson(firstOf(inner, ARGUMENTS) ?? firstOf(outer, ARGUMENTS)),
    result: firstOf(inner, CALL_RESULT),
  };
}

/** Reads what a tool answered, in the words of any provider; `undefined` if it is about no call. */
export function readToolResult(value: JsonObject): MessagePart | undefined {
  const inner = asObject(firstOf(value, RESULT_HOLDERS)) ?? value;
  const callId = firstTextOf(inner, ID);
  const name = firstTextOf(inner, NAME);
  return callId === null && name === null ? undefined : { type: 'tool-result', callId, name, result: bare(firstOf(inner, RESULT)) };
}

/** `{ type: 'tool-getWeather', input }`: a part of the AI SDK's messages for user interfaces. */
function toolNameInType(value: JsonObject): string | null {
  const type = value['type'];
  return typeof type === 'string' && type.startsWith('tool-') && 'input' in value ? type.slice(5) : null;
}

/** The AI SDK wraps results: `{ type: 'json', value }`. */
function bare(result: unknown): unknown {
  const wrapper = asObject(result);
  return wrapper !== undefined && 'value' in wrapper && typeof wrapper['type'] === 'string' ? wrapper['value'] : result;
}
