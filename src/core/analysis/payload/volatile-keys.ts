import type { JsonObject } from '../../model/json.ts';

/** Names under which tracers and providers number calls: they differ each time, and say nothing of what was asked. */
const NUMBERS: ReadonlySet<string> = new Set([
  'run_id', 'runId', 'trace_id', 'traceId', 'span_id', 'spanId', 'request_id', 'requestId', 'response_id', 'responseId',
  'call_id', 'callId', 'tool_call_id', 'toolCallId', 'tool_use_id', 'toolUseId',
]);

/** What messages and calls of tools bear beside what they say. Of anything else, an id says which one is meant. */
const STAMPS: ReadonlySet<string> = new Set([
  'id', 'timestamp', 'created', 'created_at', 'createdAt', 'response_metadata', 'usage_metadata', 'providerMetadata',
]);

/** Fields beside `content` by which a message is known. */
const MESSAGE = ['role', 'type', 'tool_calls', 'additional_kwargs', 'response_metadata'];
const ARGUMENTS = ['args', 'arguments', 'input', 'function'];

/** Whether an object is a message or a call of a tool, whose stamps are no part of what it says. */
export function bearsStamps(value: JsonObject): boolean {
  if ('content' in value) return MESSAGE.some((key) => key in value);
  return ('name' in value || 'function' in value) && 'id' in value && ARGUMENTS.some((key) => key in value);
}

/** Whether a field is left out when payloads are compared. */
export function isVolatile(key: string, value: unknown, isStamped: boolean): boolean {
  // A list under `id` is the class of an object that LangChain serialized.
  return NUMBERS.has(key) || (isStamped && STAMPS.has(key) && !(key === 'id' && typeof value === 'object'));
}
