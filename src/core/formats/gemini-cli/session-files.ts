import type { Issue } from '../../model/issue.ts';
import { asText, isObject, type JsonObject } from '../../model/json.ts';
import { unrecognizedItem } from '../unrecognized-item.ts';
import { ChatMessage, SPOKEN } from './chat-message.ts';
import type { SessionFile } from './chat-session.ts';

/**
 * Collects the sessions of a document: whole ones, as files of 2025 have them, and lines, of which the first names the
 * session, further ones are messages, and `$set` and `$rewindTo` tell what became of it. What was gone back on is kept: it
 * happened.
 */
export class SessionFiles {
  readonly sessions: Map<string, SessionFile> = new Map();
  readonly #issues: Issue[];
  #current: SessionFile | undefined;
  #count = 0;

  constructor(issues: Issue[]) {
    this.#issues = issues;
  }

  /** Lines name no session: they belong to the last one that was named, and those before the first to that. */
  read(items: readonly unknown[]): void {
    const first = items.find((item): item is JsonObject => isObject(item) && isSession(item));
    this.#current = this.#open(asText(first?.['sessionId']) ?? 'session');
    for (const item of items) {
      if (!isObject(item)) this.#issues.push(unrecognizedItem(item, 'line of a Gemini CLI session'));
      else if (isSession(item)) this.#readSession(item);
      else if (SPOKEN.has(item['type'])) this.#addMessage(item);
      else if (isObject(item['$set'])) this.#readMetadata(item['$set']);
      else if ('$rewindTo' in item) this.#current.rewinds.push(item);
      else this.#issues.push(unrecognizedItem(item, 'line of a Gemini CLI session'));
    }
  }

  #readSession(item: JsonObject): void {
    this.#current = this.#open(asText(item['sessionId']) ?? 'session');
    this.#readMetadata(item);
  }

  #readMetadata(update: JsonObject): void {
    const { messages, ...metadata } = update;
    for (const key in metadata) if (key !== '__proto__' && this.#current !== undefined) this.#current.metadata[key] = metadata[key];
    if (!Array.isArray(messages)) return;
    for (const message of messages as readonly unknown[]) {
      if (isObject(message)) this.#addMessage(message);
      else this.#issues.push(unrecognizedItem(message, 'message of a Gemini CLI session'));
    }
  }

  #addMessage(item: JsonObject): void {
    const message = new ChatMessage(item, ++this.#count);
    const messages = this.#current?.messages;
    // The file writes a message again as it grows; another one under the same id was said at another time.
    const key = JSON.stringify([message.id, message.type, item['timestamp']]);
    const known = messages?.get(key);
    if (known === undefined || message.size >= known.size) messages?.set(key, message);
  }

  #open(id: string): SessionFile {
    const session = this.sessions.get(id) ?? { id, metadata: {}, messages: new Map(), rewinds: [] };
    this.sessions.set(id, session);
    return session;
  }
}

/** Whether an object is a session, or the line that names one. */
export function isSession(item: JsonObject): boolean {
  return 'sessionId' in item && ('projectHash' in item || (Array.isArray(item['messages']) && ('startTime' in item || 'lastUpdated' in item)));
}
