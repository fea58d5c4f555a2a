import { asArray, asNumber, asObject, asText, isObject, type JsonObject } from '../../model/json.ts';
import type { RunRecord } from '../../model/record.ts';
import type { TimeInput } from '../../model/time.ts';
import { STATUS } from './run-status.ts';

/** Whether an object is a conversation as the `langsmith-fetch` tool writes it: the messages of a trace or a thread. */
export function isConversation(item: JsonObject): boolean {
  return Array.isArray(item['messages']) && ('trace_id' in item || 'thread_id' in item);
}

/** Whether an object is a message, in LangChain's shape or a chat API's. */
export function isMessage(item: JsonObject): boolean {
  if ('sessionId' in item || 'model' in item) return false;
  if (typeof item['role'] === 'string') return 'content' in item || 'tool_calls' in item;
  if (item['lc'] !== undefined) return /Message(?:Chunk)?$/.test(String(asArray(item['id']).at(-1)));
  return (item['type'] === 'human' || item['type'] === 'ai' || item['type'] === 'tool' || item['type'] === 'system') && 'content' in item;
}

/**
 * The messages of a trace, without its runs: what `langsmith-fetch` prints by default, and with `--include-metadata` beside
 * the figures of its root (langchain-ai/langsmith-fetch, `fetchers.py`). Seen as one run, which was given all messages up to
 * the last answer, and gave that.
 */
export class ConversationRecord implements RunRecord {
  readonly kind = 'chain';
  readonly sourceKind = 'messages';
  readonly name = 'conversation';
  readonly id: string;
  readonly source: JsonObject;

  constructor(source: JsonObject, nth: number) {
    this.source = source;
    this.id = asText(source['trace_id']) ?? asText(source['thread_id']) ?? `conversation-${nth}`;
  }

  get traceId(): string {
    return this.id;
  }

  get threadId(): string | undefined {
    return asText(this.source['thread_id']) ?? asText(asObject(this.metadata['custom_metadata'])?.['thread_id']);
  }

  get startTime(): TimeInput {
    return this.metadata['start_time'] as TimeInput;
  }

  get endTime(): TimeInput | undefined {
    return (this.metadata['end_time'] ?? undefined) as TimeInput | undefined;
  }

  get firstTokenTime(): TimeInput | undefined {
    return (this.metadata['first_token_time'] ?? undefined) as TimeInput | undefined;
  }

  /** The tool fetches what LangSmith has stored: without a status nothing says that it still runs. */
  get status(): string {
    const word = asText(this.metadata['status'])?.toLowerCase() ?? '';
    return Object.hasOwn(STATUS, word) ? STATUS[word]! : 'success';
  }

  get usage(): RunRecord['usage'] {
    const usage = asObject(this.metadata['token_usage']);
    return usage && { input: asNumber(usage['prompt_tokens']), output: asNumber(usage['completion_tokens']), total: asNumber(usage['total_tokens']) };
  }

  get cost(): RunRecord['cost'] {
    const costs = asObject(this.metadata['costs']);
    return costs && { input: asNumber(costs['prompt_cost']), output: asNumber(costs['completion_cost']), total: asNumber(costs['total_cost']) };
  }

  get inputs(): unknown {
    return { messages: this.#messages.slice(0, this.#firstOfAnswer) };
  }

  get outputs(): unknown {
    return { messages: this.#messages.slice(this.#firstOfAnswer) };
  }

  get metadata(): JsonObject {
    return asObject(this.source['metadata']) ?? {};
  }

  get messages(): RunRecord['messages'] {
    return { input: this.#messages.slice(0, this.#firstOfAnswer), output: this.#messages.slice(this.#firstOfAnswer) };
  }

  get #messages(): readonly unknown[] {
    return asArray(this.source['messages']);
  }

  get #firstOfAnswer(): number {
    return this.#messages.findLastIndex((message) => !isAnswer(message)) + 1;
  }
}

function isAnswer(message: unknown): boolean {
  if (!isObject(message)) return false;
  const word = message['lc'] === undefined ? (message['role'] ?? message['type']) : asArray(message['id']).at(-1);
  return /^(?:ai|assistant)/i.test(String(word));
}
