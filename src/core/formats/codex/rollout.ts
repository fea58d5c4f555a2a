import { asObject, asText } from '../../model/json.ts';
import type { RolloutLine } from './rollout-line.ts';
import type { ModelCall, ToolUse, Turn } from './steps.ts';

const STARTED = new Set(['task_started', 'turn_started']);
const ENDED = new Set(['task_complete', 'turn_complete', 'turn_aborted']);

/**
 * The steps of one session, from its lines in order. A response of the model is written item by item: it goes until a
 * tool answers, a message comes, or its tokens are told.
 */
export class Rollout {
  readonly id: string;
  readonly meta: RolloutLine | undefined;
  readonly turns: Turn[] = [];
  readonly calls: ModelCall[] = [];
  readonly tools: Map<string, ToolUse> = new Map();
  /** Events outside of any turn. */
  readonly events: RolloutLine[] = [];
  firstTime: number = Number.NaN;
  lastTime: number = Number.NaN;
  readonly #hasPromptEvents: boolean;
  #turn: Turn | undefined;
  #context: RolloutLine | undefined;
  #call: ModelCall | undefined;
  #given: RolloutLine[] = [];
  #total = '';

  constructor(id: string, meta: RolloutLine | undefined, lines: readonly RolloutLine[]) {
    this.id = id;
    this.meta = meta;
    this.#hasPromptEvents = lines.some((line) => line.isPrompt(true));
    this.#extend(meta?.time ?? Number.NaN);
    for (const line of lines) this.#read(line);
    this.#close();
  }

  #read(line: RolloutLine): void {
    if (line.isPrompt(this.#hasPromptEvents)) this.#ask(line);
    else if (line.role === 'context') this.#setContext(line);
    else if (line.role === 'event' && STARTED.has(line.type)) this.#openTurn(line, line.turnId, true);
    this.#extend(line.time, line.role);

    if (line.role === 'answer') this.#answer(line);
    else if (line.role === 'result') this.#addResult(line);
    else if (line.role === 'message') this.#give(line);
    else if (line.role === 'event') this.#note(line);
  }

  /** A prompt in a turn that has one already is a word in between, if the file tells when turns end. */
  #ask(line: RolloutLine): void {
    if (this.#turn === undefined || (this.#turn.prompt !== undefined && !this.#turn.isTracked)) this.#openTurn(line, undefined, false);
    if (this.#turn !== undefined) this.#turn.prompt ??= line;
  }

  /** Files without events for the start of a turn tell of it by its context, before the prompt. */
  #setContext(line: RolloutLine): void {
    this.#context = line;
    const { turnId } = line;
    if (turnId !== undefined && turnId !== this.#turn?.id) this.#openTurn(line, turnId, false);
    if (this.#turn !== undefined) this.#turn.context ??= line;
  }

  #openTurn(line: RolloutLine, id: string | undefined, isTracked: boolean): void {
    if (id !== undefined && id === this.#turn?.id) return;
    this.#endCall();
    this.#turn = {
      id: id ?? `${this.id}-turn-${this.turns.length + 1}`, prompt: undefined, context: isTracked ? undefined : this.#context, end: undefined, isTracked,
      firstTime: line.time, lastTime: line.time, lastCall: undefined, events: [],
    };
    this.turns.push(this.#turn);
  }

  #answer(line: RolloutLine): void {
    if (this.#call === undefined) {
      this.#call = this.#createCall(asText(line.payload['id']));
      this.#given = [];
    }
    this.#call.items.push(line);
    const { callId } = line;
    if (line.isToolCall && callId !== undefined && !this.tools.has(callId)) {
      this.tools.set(callId, { id: callId, call: this.#call, line, result: undefined, events: [], isPassed: false });
    }
  }

  #createCall(itemId: string | undefined): ModelCall {
    const id = itemId === undefined || this.tools.has(itemId) ? `${this.id}-response-${this.calls.length + 1}` : `response-${itemId}`;
    const call: ModelCall = { id, turn: this.#turn, context: this.#context, items: [], given: this.#given, tokens: undefined };
    this.calls.push(call);
    if (this.#turn !== undefined) this.#turn.lastCall = call;
    return call;
  }

  #addResult(line: RolloutLine): void {
    const tool = this.tools.get(line.callId ?? '');
    if (tool !== undefined) tool.result ??= line;
    this.#give(line);
  }

  #give(line: RolloutLine): void {
    this.#endCall();
    this.#given.push(line);
  }

  #note(line: RolloutLine): void {
    const tool = this.tools.get(line.callId ?? '');
    if (line.type === 'token_count') this.#count(line);
    else if (tool !== undefined) tool.events.push(line);
    else if (line !== this.#turn?.prompt) (this.#turn?.events ?? this.events).push(line);
    if (!ENDED.has(line.type)) return;
    if (this.#turn !== undefined) this.#turn.end = line;
    this.#endCall();
    this.#turn = undefined;
  }

  /** Codex tells the tokens after each response, and again, unchanged, when a limit moves. */
  #count(line: RolloutLine): void {
    const info = asObject(line.payload['info']);
    const total = JSON.stringify(info?.['total_token_usage'] ?? info?.['last_token_usage'] ?? '');
    if (info === undefined || total === this.#total) return;
    this.#total = total;
    const last = this.#call ?? this.calls.at(-1);
    const call = last === undefined || last.tokens !== undefined || last.turn !== this.#turn ? this.#createCall(undefined) : last;
    call.tokens = line;
    this.#endCall();
  }

  #endCall(): void {
    this.#call = undefined;
  }

  #extend(time: number, role?: RolloutLine['role']): void {
    if (Number.isNaN(time)) return;
    if (!(this.firstTime <= time)) this.firstTime = time;
    if (!(this.lastTime >= time)) this.lastTime = time;
    // Where a turn has no end of its own, the context of the next one is not its last line.
    if (this.#turn === undefined || role === 'context') return;
    if (!(this.#turn.firstTime <= time)) this.#turn.firstTime = time;
    if (!(this.#turn.lastTime >= time)) this.#turn.lastTime = time;
  }

  /** A tool without a result runs, unless its turn went on or ended without it. */
  #close(): void {
    for (const tool of this.tools.values()) {
      const { turn } = tool.call;
      tool.isPassed = turn === undefined || tool.call !== turn.lastCall || turn.end !== undefined || turn !== this.turns.at(-1);
    }
  }
}
