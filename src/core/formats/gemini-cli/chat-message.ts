import { asArray, asObject, asText, isObject, type JsonObject } from '../../model/json.ts';
import { readTime, type Instant } from '../../model/time.ts';

/** Who or what a message is from. */
export const SPOKEN: ReadonlySet<unknown> = new Set(['user', 'gemini', 'info', 'error', 'warning']);

/** Whether an object is a message of a session. */
export function isChatMessage(item: JsonObject): boolean {
  return SPOKEN.has(item['type']) && 'content' in item && 'timestamp' in item && !('role' in item) && !('uuid' in item);
}

/** One message of a session, with what is needed to place it. */
export class ChatMessage {
  readonly source: JsonObject;
  readonly id: string;
  readonly type: string;
  /** Epoch milliseconds; NaN if the message has no time. */
  readonly time: number;

  constructor(source: JsonObject, nth: number) {
    const moment: Instant = { ms: 0, ns: 0 };
    this.source = source;
    this.id = asText(source['id']) ?? `message-${nth}`;
    this.type = asText(source['type']) ?? '';
    this.time = readTime(source['timestamp'], moment) ? moment.ms + moment.ns / 1e6 : Number.NaN;
  }

  /** What was said: text, a part, or a list of both. */
  get parts(): readonly unknown[] {
    const { content } = this.source;
    return content === '' || content == null ? [] : Array.isArray(content) ? content : [content];
  }

  get text(): string {
    return this.parts.map((part) => (typeof part === 'string' ? part : (asText(asObject(part)?.['text']) ?? ''))).join('');
  }

  get toolCalls(): readonly JsonObject[] {
    return asArray(this.source['toolCalls']).filter(isObject);
  }

  /** How much the record says: the file writes a message again as it grows. */
  get size(): number {
    return this.toolCalls.length + this.parts.length + asArray(this.source['thoughts']).length + (this.source['tokens'] == null ? 0 : 1);
  }
}
