import { excerpt } from '../../model/issue.ts';
import type { RunEventRecord, RunRecord } from '../../model/record.ts';
import type { TimeInput } from '../../model/time.ts';
import { orUndefined } from '../known-moment.ts';
import type { Turn } from './chat-session.ts';
import { noteEvent } from './note-event.ts';
import { answerMessage, promptMessage } from './spoken.ts';
import { toolStatus } from './tool-status.ts';

/** A person's message and what it led to, seen as a run. */
export class TurnRecord implements RunRecord {
  readonly kind = 'chain';
  readonly sourceKind = 'turn';
  readonly id: string;
  readonly parentId: string;
  readonly traceId: string;
  readonly #turn: Turn;

  constructor(turn: Turn, sessionId: string, traceId: string) {
    this.id = turn.id;
    this.parentId = sessionId;
    this.traceId = traceId;
    this.#turn = turn;
  }

  /** The first words of what was asked. */
  get name(): string {
    const line = this.#turn.prompt.text.trim().split('\n', 1)[0];
    return line === undefined || line === '' ? 'turn' : excerpt(line);
  }

  get startTime(): TimeInput {
    return orUndefined(this.#turn.firstTime) as TimeInput;
  }

  get endTime(): TimeInput | undefined {
    return this.#turn.answers.some(({ tools }) => tools.some((tool) => toolStatus(tool) === 'running')) ? undefined : orUndefined(this.#turn.lastTime);
  }

  /** An error after which the model said nothing more is how the turn ended. */
  get error(): RunRecord['error'] {
    const last = this.#turn.notes.findLast(({ type }) => type === 'error');
    const answered = this.#turn.answers.at(-1)?.message.time ?? Number.NEGATIVE_INFINITY;
    return last !== undefined && answered <= last.time ? { message: last.text } : undefined;
  }

  get inputs(): unknown {
    return this.#turn.prompt.source['content'];
  }

  get outputs(): unknown {
    return this.#turn.answers.at(-1)?.message.source['content'];
  }

  get messages(): RunRecord['messages'] {
    const last = this.#turn.answers.at(-1);
    return { input: promptMessage(this.#turn.prompt), output: last === undefined ? [] : answerMessage(last) };
  }

  get events(): readonly RunEventRecord[] {
    return this.#turn.notes.map(noteEvent);
  }

  get source(): unknown {
    return this.#turn.prompt.source;
  }
}
