import type { Message, MessagePart } from '../../model/content/content.ts';
import type { Run } from '../../model/run.ts';
import type { Hearer, Place } from './transcript.ts';
import type { Entry, TurnDraft } from './turn-draft.ts';
import type { TurnWriter } from './turn-writer.ts';
import type { Unit } from './unit.ts';

/**
 * The messages that a run handed on at its end. Most of them were said by runs inside of it. Of the others, those that
 * stand before something known are written there, and the rest at the end of the turn.
 */
export class HandedOn implements Hearer<Entry> {
  readonly #out: TurnWriter;
  readonly #run: Run;
  readonly #turn: TurnDraft;
  readonly #after = new Map<Entry | null, Entry[]>();
  /** What was heard since the last thing that is known. */
  #unknown: Entry[] = [];
  #known: Entry | null = null;
  #message: Message | null = null;
  #words: MessagePart[] | null = null;

  constructor(out: TurnWriter, run: Run) {
    this.#out = out;
    this.#run = run;
    this.#turn = out.turn;
  }

  readonly isAsked = (unit: Unit): boolean => this.#turn.askedAs(unit) !== undefined;

  /** Hears of a message; gives the place where it was told, if that is another. */
  hear(place: Place<Entry>, unit: Unit, isNew: boolean): Place<Entry> | undefined {
    const asked = isNew && unit.part === null ? this.#turn.askedAs(unit) : undefined;
    const known = isNew ? (asked?.entry ?? this.#find(unit)) : place.told;
    if (isNew && known === undefined) place.told = this.#write(unit);
    else if (known?.turn === this.#turn) this.#goOn(known);
    return asked?.place ?? undefined;
  }

  /** Writes what was not known before. */
  end(): void {
    if (this.#after.size > 0) this.#turn.insert(this.#after);
    for (const entry of this.#unknown) this.#out.putEntry(entry);
  }

  #find(unit: Unit): Entry | undefined {
    if (unit.part?.type === 'tool-call') return this.#out.knownCall(unit.part.call);
    if (unit.part?.type === 'tool-result') return this.#out.knownResult(unit.part);
    return unit.part?.type === 'text' ? this.#turn.saidBy(unit.part.text) : undefined;
  }

  #write({ message, part }: Unit): Entry {
    const last = this.#unknown.at(-1);
    const isWord = part !== null && part.type !== 'tool-call' && part.type !== 'tool-result';
    if (isWord && this.#message === message && this.#words !== null && last !== undefined) {
      this.#words.push(part);
      return last;
    }
    const entry = this.#entryOf(message, part);
    this.#words = isWord && entry.item.type === 'message' ? (entry.item.parts as MessagePart[]) : null;
    this.#message = message;
    this.#unknown.push(entry);
    return entry;
  }

  #entryOf(message: Message, part: MessagePart | null): Entry {
    if (part?.type === 'tool-call') return this.#out.toldCall(this.#run, part.call, message);
    if (part?.type === 'tool-result') return this.#out.toldResult(this.#run, part);
    return { item: this.#out.message(this.#run, message, part === null ? message.parts : [part]), turn: this.#turn };
  }

  #goOn(known: Entry): void {
    // What stands before all that is known comes after what was asked, unless that is what follows.
    const after = this.#known ?? (isAsked(known) ? null : this.#turn.lastAsked);
    const list = this.#after.get(after);
    if (list === undefined && this.#unknown.length > 0) this.#after.set(after, this.#unknown);
    else for (const entry of this.#unknown) list?.push(entry);
    this.#unknown = [];
    this.#words = null;
    this.#known = known;
  }
}

const isAsked = ({ item }: Entry): boolean => (item.type === 'message' || item.type === 'payload') && item.side === 'input';
