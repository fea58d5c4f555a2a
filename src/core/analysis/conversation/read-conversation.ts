import type { Run } from '../../model/run.ts';
import { Trace } from '../../model/trace.ts';
import type { Paused } from '../search/work.ts';
import { createStepper, type Stepper } from '../stepper.ts';
import type { Conversation } from './conversation.ts';
import { ConversationWriter } from './conversation-writer.ts';
import { TraceWalk } from './trace-walk.ts';

/**
 * A conversation that is read in steps, so that nothing else has to wait for it: to know what was said, the payloads of
 * all model and tool calls have to be read. What was read up to now can be looked at any time.
 *
 * @example
 * const reader = createConversationReader(traces);
 * while (!reader.step(8, () => performance.now())) await pause();
 * reader.conversation().turns;
 */
export interface ConversationReader {
  /** How much was read, 0 to 1. */
  readonly progress: number;
  readonly isDone: boolean;
  /** How much was done: runs passed and messages looked at. By it, and not by the time, one can stop at the same place each time. */
  readonly work: number;
  /**
   * Goes on reading; true if it is done.
   *
   * @param budget ms after which to stop; it can be exceeded by the time that one run's payload takes
   * @param now the time in ms
   */
  step(budget: number, now: () => number): boolean;
  /** What was read up to now. Turns in which nothing changed are the same objects as before. */
  conversation(): Conversation;
}

/**
 * A conversation that is read in steps.
 *
 * @param traces one trace, or the traces of a thread in any order: they are read by their start, and what a later one
 *   repeats of an earlier one is told once
 * @param inside a run of the (first) trace, of which only what is inside is read: of an agent its task and answer too
 */
export function createConversationReader(traces: Trace | readonly Trace[], inside: Run | null = null): ConversationReader {
  return new SteppedReader(traces instanceof Trace ? [traces] : traces, inside);
}

/**
 * Reads one trace, or the traces of a thread, as a conversation: turn by turn, with everything that happened in between.
 * Every message is told once, however many prompts repeat it. It reads the payload of every model and tool call; for
 * more than some thousands of them, `createConversationReader` does it in steps.
 *
 * @param traces one trace, or the traces of a thread in any order
 * @param inside a run of the (first) trace, of which only what is inside is read
 *
 * @example
 * for (const turn of conversationOf(trace).turns) console.log(turn.items.map((item) => item.type));
 */
export function conversationOf(traces: Trace | readonly Trace[], inside: Run | null = null): Conversation {
  const reader = createConversationReader(traces, inside);
  reader.step(Number.POSITIVE_INFINITY, () => 0);
  return reader.conversation();
}

class SteppedReader implements ConversationReader {
  readonly #traces: readonly Trace[];
  readonly #inside: Run | null;
  readonly #writer = new ConversationWriter();
  readonly #count: number;
  readonly #stepper: Stepper<void>;
  #read = 0;

  constructor(traces: readonly Trace[], inside: Run | null) {
    // Of two snapshots of one trace, the later one.
    const byId = new Map(traces.map((trace) => [trace.id, trace]));
    this.#traces = inside === null ? [...byId.values()].toSorted((a, b) => a.startTime - b.startTime) : traces.slice(0, 1);
    this.#inside = inside;
    this.#count = this.#traces.reduce((sum, trace) => sum + trace.runs.length, 0);
    this.#stepper = createStepper(this.#readAll());
  }

  get progress(): number {
    return this.isDone ? 1 : this.#read / Math.max(1, this.#count);
  }

  get isDone(): boolean {
    return this.#stepper.isDone;
  }

  get work(): number {
    return this.#read + this.#writer.messages;
  }

  step(budget: number, now: () => number): boolean {
    return this.#stepper.step(budget, now);
  }

  conversation(): Conversation {
    return { turns: this.#writer.out.turns.map((turn) => turn.snapshot()) };
  }

  *#readAll(): Paused<void> {
    for (const trace of this.#traces) {
      const before = this.#read;
      this.#writer.beginTrace(trace);
      for (const at of new TraceWalk(trace, this.#headsOf(trace), this.#writer).read()) {
        this.#read = before + at;
        yield;
      }
      this.#read = before + trace.runs.length;
    }
  }

  #headsOf(trace: Trace): number[] {
    const { subtreeEnd } = trace.columns;
    const inside = this.#inside === null ? -1 : trace.indexOf(this.#inside);
    if (this.#inside !== null && inside === -1) return [];
    if (this.#inside?.kind === 'agent' || isBranch(this.#inside)) return [inside];
    const heads: number[] = [];
    const end = inside === -1 ? trace.runs.length : subtreeEnd[inside]!;
    for (let at = inside + 1; at < end; at = subtreeEnd[at]!) heads.push(at);
    return heads;
  }
}

/** Branches are read with what they were handed; of tools and the like that is told around them. */
function isBranch(run: Run | null): boolean {
  return run !== null && (run.kind === 'chain' || run.kind === 'other');
}
