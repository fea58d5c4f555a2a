import { asText, isObject, type JsonObject } from '../../model/json.ts';
import { excerpt } from '../../model/issue.ts';
import type { RunEventRecord, RunRecord } from '../../model/record.ts';
import type { TimeInput } from '../../model/time.ts';
import { orUndefined } from '../known-moment.ts';
import { eventOf } from './event-of.ts';
import type { Turn } from './steps.ts';

/** Whether a turn still runs: only of the last one it can be said, and only where the file tells of ends. */
export function isOpen(turn: Turn, isLast: boolean): boolean {
  return isLast && turn.isTracked && turn.end === undefined;
}

/** A turn of a session: from a prompt to the end of what it led to. */
export class TurnRecord implements RunRecord {
  readonly kind = 'chain';
  readonly sourceKind = 'turn';
  readonly id: string;
  readonly traceId: string;
  readonly parentId: string;
  readonly sequence: number;
  readonly #turn: Turn;
  readonly #isLast: boolean;

  constructor(turn: Turn, sessionId: string, nth: number, isLast: boolean) {
    this.id = turn.id;
    this.traceId = sessionId;
    this.parentId = sessionId;
    this.sequence = nth;
    this.#turn = turn;
    this.#isLast = isLast;
  }

  /** The first words of what was asked. */
  get name(): string {
    const line = this.#turn.prompt?.text?.trim().split('\n', 1)[0];
    return line === undefined || line === '' ? 'turn' : excerpt(line);
  }

  get startTime(): TimeInput {
    return orUndefined(this.#turn.firstTime) as TimeInput;
  }

  get endTime(): TimeInput | undefined {
    return isOpen(this.#turn, this.#isLast) ? undefined : orUndefined(this.#turn.end?.time ?? this.#turn.lastTime);
  }

  get status(): string | undefined {
    return this.#turn.end?.type === 'turn_aborted' ? 'interrupted' : undefined;
  }

  /** An error after which the model said nothing more is how the turn ended. */
  get error(): RunRecord['error'] {
    const last = this.#turn.events.findLast(({ type }) => type === 'error');
    if (last === undefined || this.status !== undefined || !((this.#turn.lastCall?.items.at(-1)?.time ?? Number.NEGATIVE_INFINITY) <= last.time)) return undefined;
    const info = last.payload['codex_error_info'];
    return { type: asText(info) ?? (isObject(info) ? Object.keys(info)[0] : undefined), message: last.text };
  }

  get inputs(): unknown {
    return this.#turn.prompt?.payload;
  }

  get outputs(): unknown {
    return this.#turn.end?.payload['last_agent_message'] ?? this.#answer;
  }

  get messages(): RunRecord['messages'] {
    const asked = this.#turn.prompt;
    const content = asked?.type === 'user_message' ? asked.payload['message'] : asked?.payload['content'];
    return { input: content === undefined ? [] : { role: 'user', content }, output: this.#answer ?? [] };
  }

  get metadata(): JsonObject {
    const { type: _type, ...context } = this.#turn.context?.payload ?? {};
    return context;
  }

  get events(): readonly RunEventRecord[] {
    return this.#turn.events.map(eventOf);
  }

  get source(): unknown {
    return (this.#turn.prompt ?? this.#turn.context ?? this.#turn.events[0])?.source;
  }

  /** The last message of the model. */
  get #answer(): JsonObject | undefined {
    return this.#turn.lastCall?.items.findLast(({ type }) => type === 'message')?.payload;
  }
}
