import type { Message, MessagePart, ToolCall } from '../../model/content/content.ts';
import { toolCallsOf } from '../../model/content/tool-calls-of.ts';
import type { Run } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';
import { AskedCalls, type ToolResult } from './asked-calls.ts';
import type { ConversationItem, MessageItem, ToolItem } from './conversation.ts';
import type { Place } from './transcript.ts';
import { TurnDraft, type Entry } from './turn-draft.ts';
import { wordsOf, type Unit } from './unit.ts';

/** Items that tell of words alone, whatever became of their run. */
const WORDS: ReadonlySet<ConversationItem['type']> = new Set(['message', 'payload', 'system', 'prompt']);

/** Writes items into turns, and keeps calls together with their runs and results. */
export class TurnWriter {
  readonly turns: TurnDraft[] = [];
  readonly #calls = new AskedCalls();
  readonly #ids = new Map<string, number>();
  #trace: Trace | null = null;
  /** The place of the trace's first turn. */
  #first = 0;
  #turn: TurnDraft | null = null;
  /** An item that goes before the next one, in the turn of that. */
  #ahead: ConversationItem | null = null;

  beginTrace(trace: Trace): void {
    this.#trace = trace;
    this.#first = this.turns.length;
    this.#turn = null;
  }

  /** Counts the subtree at a position to the turn that was written last. */
  cover(at: number): void {
    this.turn.cover(at);
  }

  /** Ends a trace, of which the subtrees at these positions were read. */
  endTrace(heads: readonly number[]): void {
    const recorded = this.turns.slice(this.#first).filter((turn) => turn.isRecorded);
    // Where a trace is one turn, what stands around its calls belongs to it too.
    if (recorded.length < 2 && heads.length > 0) (recorded[0] ?? this.turn).coverOnly(heads);
    this.#ahead = null;
  }

  /** The turn that is being written. */
  get turn(): TurnDraft {
    return this.#turn ?? this.begin();
  }

  /** Begins a turn. */
  begin(): TurnDraft {
    const trace = this.#trace;
    if (trace === null) throw new Error('A turn was begun outside of a trace: call beginTrace first.');
    this.#turn = new TurnDraft(trace, this.#unique(`${trace.id}/turn`));
    this.turns.push(this.#turn);
    return this.#turn;
  }

  /** Begins a turn if this one has gone beyond what was asked, or if anything was asked in it at all. */
  beginUnlessNew(isAskedAgain: boolean): void {
    if (this.turn.isAnswered || (isAskedAgain && this.turn.lastAsked !== null)) this.begin();
  }

  /** The id of an item. */
  id(run: Run, what: string): string {
    return this.#unique(`${this.#trace?.id}/${run.id}/${what}`);
  }

  /** Keeps an item until the next one is written, so that both stand in one turn; null to forget it. */
  putAhead(item: ConversationItem | null): void {
    this.#ahead = item;
  }

  /** @param isAnswer whether it goes beyond what was asked */
  put(item: ConversationItem, isAnswer = true): Entry {
    return this.putEntry({ item, turn: this.turn }, isAnswer);
  }

  putEntry(entry: Entry, isAnswer = true): Entry {
    const { item, turn } = entry;
    if (this.#ahead !== null) turn.add({ item: this.#ahead, turn });
    this.#ahead = null;
    if (isAnswer) turn.isAnswered = true;
    if (item.run.error !== null && !WORDS.has(item.type)) turn.errors.add(item.run.error.message);
    turn.add(entry);
    return entry;
  }

  /** Writes what a person said. */
  putAsked(run: Run, place: Place<Entry>, unit: Unit): Entry {
    const entry = this.put(this.message(run, unit.message, unit.message.parts), false);
    this.turn.ask(wordsOf(unit), { entry, unit, place });
    return entry;
  }

  /** A tool's run: beside the call that it carried out, or alone. */
  putToolRun(run: Run, hasInside: boolean): void {
    const [call] = toolCallsOf(run);
    const entry = call === undefined ? undefined : this.#calls.carriedOut(call);
    if (entry !== undefined && entry.item.type === 'tool') {
      entry.turn.change(entry, { ...entry.item, run, toolRun: run, hasInside });
      if (run.error !== null) this.turn.errors.add(run.error.message);
      return;
    }
    // A call that was tried again is told again.
    const again = call === undefined ? null : this.#calls.callOf(call);
    const alone = this.put({ ...this.#tool(run, call?.name ?? run.name, again, undefined), toolRun: run, hasInside });
    if (call !== undefined) this.#calls.ranAlone(alone, call);
  }

  /** A call that a model asks for. */
  putCall(run: Run, call: ToolCall): void {
    this.#calls.ask(this.put(this.#tool(run, call.name, call, call.result)), call, run);
  }

  /** What stands for a call that messages tell of; undefined if nothing does yet. */
  knownCall(call: ToolCall): Entry | undefined {
    const known = this.#calls.told(call);
    if (known?.item.type === 'tool' && known.item.call === null) known.turn.change(known, { ...known.item, call });
    return known;
  }

  /** What stands for a call that a model is known to answer; undefined if nothing does. */
  knownResult(result: ToolResult): Entry | undefined {
    const known = this.#calls.answered(result);
    if (known?.item.type === 'tool' && known.item.result === undefined) known.turn.change(known, { ...known.item, result: result.result });
    return known;
  }

  /** Makes the item of a call that is told, not asked for now. */
  toldCall(run: Run, call: ToolCall, by: object): Entry {
    const entry: Entry = { item: this.#tool(run, call.name, call, call.result), turn: this.turn };
    this.#calls.ask(entry, call, by);
    return entry;
  }

  /** Makes the item of a result of which no call is known. */
  toldResult(run: Run, { name, result }: ToolResult): Entry {
    return { item: this.#tool(run, name ?? '', null, result), turn: this.turn };
  }

  message(run: Run, { side, role, name }: Message, parts: readonly MessagePart[]): MessageItem {
    return { type: 'message', id: this.id(run, 'message'), run, side, role, name, parts };
  }

  #tool(run: Run, name: string, call: ToolCall | null, result: unknown): ToolItem {
    return { type: 'tool', id: this.id(run, 'tool'), run, name, call, toolRun: null, result, hasInside: false };
  }

  #unique(name: string): string {
    const count = this.#ids.get(name) ?? 0;
    this.#ids.set(name, count + 1);
    return count === 0 ? name : `${name}/${count}`;
  }
}
