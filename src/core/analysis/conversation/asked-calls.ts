import type { MessagePart, ToolCall } from '../../model/content/content.ts';
import type { Entry } from './turn-draft.ts';
import { isSameUnit, unitOf } from './unit.ts';

interface Asked {
  readonly entry: Entry;
  readonly call: ToolCall;
  /** What asked: calls of one answer, or of one list of messages, belong together. */
  readonly by: object;
  isCarriedOut: boolean;
  isAnswered: boolean;
}

/** What a tool answered, as a message tells it. */
export type ToolResult = Extract<MessagePart, { type: 'tool-result' }>;

/**
 * Pairs what models asked for with the runs that carried it out and with the answers. By the call's id; where one side has
 * none, by the tool's name among the calls that were asked for together last, the same arguments before the same place.
 * What fits nothing stays alone.
 */
export class AskedCalls {
  readonly #byId = new Map<string, Asked>();
  readonly #byName = new Map<string, Asked[]>();
  /** Tools that ran without anybody asking and bear no id, by name: their call may be told later. */
  readonly #alone = new Map<string, { readonly entries: Entry[]; next: number }>();

  /** Notes a call that stands in an entry. */
  ask(entry: Entry, call: ToolCall, by: object): void {
    const asked: Asked = { entry, call, by, isCarriedOut: false, isAnswered: false };
    // Some models begin to count anew each time: the latest call of an id is meant.
    if (call.id !== null) this.#byId.set(call.id, asked);
    const others = this.#byName.get(call.name);
    if (others?.at(-1)?.by === by) others.push(asked);
    else this.#byName.set(call.name, [asked]);
  }

  /** Notes a tool's run that carried out no call that is known. */
  ranAlone(entry: Entry, call: ToolCall): void {
    if (call.id !== null) this.#byId.set(call.id, { entry, call, by: entry, isCarriedOut: true, isAnswered: false });
    else {
      const others = this.#alone.get(call.name);
      if (others === undefined) this.#alone.set(call.name, { entries: [entry], next: 0 });
      else others.entries.push(entry);
    }
  }

  /** The call with the same id, as a model asked for it; null if none did. */
  callOf(call: ToolCall): ToolCall | null {
    const known = call.id === null ? undefined : this.#byId.get(call.id)?.entry.item;
    return known?.type === 'tool' ? known.call : null;
  }

  /** What stands for a call that messages tell of: the call itself, or the run that carried it out; undefined if nothing does. */
  told(call: ToolCall): Entry | undefined {
    const known = call.id === null ? undefined : this.#byId.get(call.id);
    if (known !== undefined) return known.entry;
    const alone = this.#alone.get(call.name);
    const entry = alone?.entries[alone.next];
    if (alone === undefined || entry === undefined) return undefined;
    alone.next++;
    if (call.id !== null) this.#byId.set(call.id, { entry, call, by: entry, isCarriedOut: true, isAnswered: false });
    return entry;
  }

  /** The call that a tool's run carried out; undefined if there is none, or if another run did. */
  carriedOut(call: ToolCall): Entry | undefined {
    const known = call.id === null ? undefined : this.#byId.get(call.id);
    const open = this.#openCalls(call.name, call.id).filter(({ isCarriedOut }) => !isCarriedOut);
    const asked = known ?? open.find((candidate) => hasSameArguments(candidate.call, call)) ?? open[0];
    if (asked === undefined || asked.isCarriedOut) return undefined;
    asked.isCarriedOut = true;
    return asked.entry;
  }

  /** The call that a result answers; undefined if there is none. */
  answered({ callId, name }: ToolResult): Entry | undefined {
    const known = callId === null ? undefined : this.#byId.get(callId);
    const asked = known ?? this.#openCalls(name, callId).find(({ isAnswered }) => !isAnswered);
    if (asked === undefined) return undefined;
    asked.isAnswered = true;
    return asked.entry;
  }

  /** The latest calls of a tool that an id does not tell apart. */
  #openCalls(name: string | null, id: string | null): readonly Asked[] {
    const calls = name === null ? [] : (this.#byName.get(name) ?? []);
    return id === null ? calls : calls.filter(({ call }) => call.id === null);
  }
}

function hasSameArguments(a: ToolCall, b: ToolCall): boolean {
  const [bareA, bareB] = [a, b].map((call) => unitOf({ type: 'tool-call', call: { ...call, id: null, result: undefined } }));
  return bareA !== undefined && bareB !== undefined && isSameUnit(bareA, bareB);
}
