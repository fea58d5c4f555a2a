import { asObject, asText, type JsonObject } from '../../model/json.ts';
import { readTime, type Instant } from '../../model/time.ts';

/** Types of items that the model answers with. */
const ANSWERS: ReadonlySet<string> = new Set(['reasoning', 'function_call', 'custom_tool_call', 'local_shell_call', 'tool_search_call', 'web_search_call', 'image_generation_call', 'mcp_call']);
/** Of these, the ones that Codex carries out itself. */
const CALLS: ReadonlySet<string> = new Set(['function_call', 'custom_tool_call', 'local_shell_call', 'tool_search_call']);
const RESULTS: ReadonlySet<string> = new Set(['function_call_output', 'custom_tool_call_output', 'local_shell_call_output', 'tool_search_output', 'mcp_tool_call_output']);

/** What Codex tells the model about its surroundings in messages of a user. */
const CONTEXT = /^\s*<(?:environment_context|user_instructions|user_action|turn_aborted|permissions|skills?_|subagent_)|^\s*# AGENTS\.md/;

/** What a line is to the steps of a session. */
export type LineRole = 'meta' | 'context' | 'answer' | 'result' | 'message' | 'event';

/** One line of a rollout, with what is needed to place it. */
export class RolloutLine {
  readonly source: JsonObject;
  /** Epoch milliseconds; NaN if the line has no time, as in files of before September 2025. */
  readonly time: number;
  readonly payload: JsonObject;
  readonly role: LineRole;

  /** @param scratch is written over: a session has as many times as lines */
  constructor(source: JsonObject, scratch: Instant) {
    this.source = source;
    this.time = readTime(source['timestamp'], scratch) ? scratch.ms + scratch.ns / 1e6 : Number.NaN;
    // Older files have the items bare, and begin with a line that has no type.
    this.payload = asObject(source['payload']) ?? source;
    this.role = roleOf(source, this.payload);
  }

  /** The item's or the event's own type. */
  get type(): string {
    return asText(this.payload['type']) ?? asText(this.source['type']) ?? '';
  }

  get callId(): string | undefined {
    return asText(this.payload['call_id']) ?? (CALLS.has(this.type) ? asText(this.payload['id']) : undefined);
  }

  get turnId(): string | undefined {
    return asText(this.payload['turn_id']);
  }

  /** Whether the model asks for a tool that Codex carries out. */
  get isToolCall(): boolean {
    return this.role === 'answer' && CALLS.has(this.type) && this.callId !== undefined;
  }

  /** A message's first words. */
  get text(): string | undefined {
    const { message, content } = this.payload;
    if (typeof message === 'string') return message;
    if (typeof content === 'string') return content;
    for (const part of Array.isArray(content) ? (content as readonly unknown[]) : []) {
      const text = asText(asObject(part)?.['text']);
      if (text !== undefined) return text;
    }
    return undefined;
  }

  /** Whether a person asked something: told by an event of its own, or, where there are none, by a message. */
  isPrompt(hasEvents: boolean): boolean {
    if (hasEvents) return this.role === 'event' && this.type === 'user_message';
    return this.role === 'message' && this.payload['role'] === 'user' && !CONTEXT.test(this.text ?? '<environment_context>');
  }
}

function roleOf(source: JsonObject, payload: JsonObject): LineRole {
  switch (source['type']) {
    case 'session_meta':
      return 'meta';
    case 'turn_context':
      return 'context';
    case 'response_item':
      return roleOfItem(payload);
    case undefined:
      return 'instructions' in source || 'git' in source ? 'meta' : 'event';
    default:
      return payload === source ? roleOfItem(source) : 'event';
  }
}

function roleOfItem(item: JsonObject): LineRole {
  const type = asText(item['type']) ?? '';
  if (ANSWERS.has(type) || (type === 'message' && item['role'] === 'assistant')) return 'answer';
  if (RESULTS.has(type)) return 'result';
  return type === 'message' ? 'message' : 'event';
}
