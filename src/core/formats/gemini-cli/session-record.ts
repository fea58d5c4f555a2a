import { asArray, asText, type JsonObject } from '../../model/json.ts';
import type { RunEventRecord, RunRecord } from '../../model/record.ts';
import type { TimeInput } from '../../model/time.ts';
import { orUndefined } from '../known-moment.ts';
import type { ChatSession } from './chat-session.ts';
import { noteEvent } from './note-event.ts';
import { toolStatus } from './tool-status.ts';

/** A session of Gemini CLI, or of a subagent of it, seen as the run around its turns. */
export class SessionRecord implements RunRecord {
  readonly kind = 'agent';
  readonly id: string;
  readonly traceId: string;
  readonly parentId: string | undefined;
  readonly #session: ChatSession;

  /**
   * @param traceId the session that it is part of, or its own
   * @param callerId the tool that the subagent was called by
   */
  constructor(session: ChatSession, traceId: string, callerId: string | undefined) {
    this.id = session.id;
    this.traceId = traceId;
    this.parentId = callerId;
    this.#session = session;
  }

  get name(): string {
    return asText(this.#session.metadata['summary']) ?? (this.sourceKind === 'subagent' ? 'subagent' : 'Gemini CLI session');
  }

  get sourceKind(): string {
    return this.#session.metadata['kind'] === 'subagent' ? 'subagent' : 'session';
  }

  get startTime(): TimeInput {
    return (this.#session.metadata['startTime'] ?? orUndefined(this.#session.firstTime)) as TimeInput;
  }

  get endTime(): TimeInput | undefined {
    return this.#session.tools.some((tool) => toolStatus(tool) === 'running') ? undefined : (orUndefined(this.#session.lastTime) ?? (this.#session.metadata['lastUpdated'] as TimeInput | undefined));
  }

  get project(): string | undefined {
    return asText(asArray(this.#session.metadata['directories'])[0]) ?? asText(this.#session.metadata['projectHash']);
  }

  get threadId(): string {
    return this.traceId;
  }

  get metadata(): JsonObject {
    const { sessionId: _id, messages: _messages, ...metadata } = this.#session.metadata;
    return metadata;
  }

  get events(): readonly RunEventRecord[] {
    return [...this.#session.notes.map(noteEvent), ...this.#session.rewinds.map((rewind) => ({ name: 'rewind', attributes: rewind }))];
  }

  get source(): unknown {
    return this.#session.metadata;
  }
}
