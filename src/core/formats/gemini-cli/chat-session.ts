import { asText, type JsonObject } from '../../model/json.ts';
import { inOrder } from '../in-order.ts';
import type { ChatMessage } from './chat-message.ts';

/** From a person's message to the next one. */
export interface Turn {
  readonly id: string;
  readonly prompt: ChatMessage;
  readonly answers: Answer[];
  /** What the CLI told the person meanwhile. */
  readonly notes: ChatMessage[];
  firstTime: number;
  lastTime: number;
}

/** One answer of the model. */
export interface Answer {
  readonly message: ChatMessage;
  readonly turn: Turn | undefined;
  /** When the last thing that the model was told was written, in epoch milliseconds; NaN if there is none. */
  readonly askedTime: number;
  /** The answer whose tools' results the model was given; none for the first of a turn. */
  readonly earlier: Answer | undefined;
  readonly tools: ToolUse[];
}

/** A tool's call and its result, which the file has in one record. */
export interface ToolUse {
  readonly id: string;
  readonly answer: Answer;
  readonly call: JsonObject;
  /** Epoch milliseconds; NaN if it was not told. */
  readonly time: number;
}

/** What a session's file says of it as a whole, and its messages, each once. */
export interface SessionFile {
  readonly id: string;
  readonly metadata: Record<string, unknown>;
  readonly messages: Map<string, ChatMessage>;
  /** Rewinds, which leave what was before them in the file. */
  readonly rewinds: JsonObject[];
}

/** The steps of one session. */
export class ChatSession {
  readonly id: string;
  readonly metadata: JsonObject;
  readonly rewinds: readonly JsonObject[];
  readonly turns: Turn[] = [];
  readonly answers: Answer[] = [];
  readonly tools: ToolUse[] = [];
  /** What was told before any message of a person. */
  readonly notes: ChatMessage[] = [];
  firstTime: number = Number.NaN;
  lastTime: number = Number.NaN;
  #turn: Turn | undefined;
  #askedTime = Number.NaN;
  #earlier: Answer | undefined;

  constructor({ id, metadata, messages, rewinds }: SessionFile) {
    this.id = id;
    this.metadata = metadata;
    this.rewinds = rewinds;
    for (const message of inOrder([...messages.values()])) this.#read(message);
  }

  #read(message: ChatMessage): void {
    if (message.type === 'user') this.#ask(message);
    this.#extend(message.time);
    if (message.type === 'gemini') this.#answer(message);
    else if (message !== this.#turn?.prompt) (this.#turn?.notes ?? this.notes).push(message);
  }

  #ask(message: ChatMessage): void {
    this.#turn = { id: message.id, prompt: message, answers: [], notes: [], firstTime: message.time, lastTime: message.time };
    this.turns.push(this.#turn);
    this.#askedTime = message.time;
    this.#earlier = undefined;
  }

  #answer(message: ChatMessage): void {
    const answer: Answer = { message, turn: this.#turn, askedTime: this.#askedTime, earlier: this.#earlier, tools: [] };
    this.answers.push(answer);
    this.#turn?.answers.push(answer);
    this.#askedTime = message.time;
    this.#earlier = answer;
    for (const [nth, call] of message.toolCalls.entries()) {
      const time = Date.parse(asText(call['timestamp']) ?? '');
      const tool: ToolUse = { id: asText(call['id']) ?? `${message.id}-tool-${nth + 1}`, answer, call, time };
      answer.tools.push(tool);
      this.tools.push(tool);
      this.#extend(time);
      if (time > this.#askedTime) this.#askedTime = time;
    }
  }

  #extend(time: number): void {
    if (Number.isNaN(time)) return;
    if (!(this.firstTime <= time)) this.firstTime = time;
    if (!(this.lastTime >= time)) this.lastTime = time;
    if (this.#turn === undefined) return;
    if (!(this.#turn.firstTime <= time)) this.#turn.firstTime = time;
    if (!(this.#turn.lastTime >= time)) this.#turn.lastTime = time;
  }
}
