import type { Trace } from '../../model/trace.ts';
import type { ConversationItem, ConversationTurn } from './conversation.ts';
import type { Place } from './transcript.ts';
import { turnFigures } from './turn-figures.ts';
import { isSameUnit, wordsOf, type Unit } from './unit.ts';

/** An item that may still get to know more: the result of a call, the run that carried it out. */
export interface Entry {
  item: ConversationItem;
  readonly turn: TurnDraft;
}

/** Something that was asked. */
export interface Asked {
  readonly entry: Entry;
  /** Null for a payload. */
  readonly unit: Unit | null;
  /** Where it was told last; null for a payload that no prompt has told yet. */
  place: Place<Entry> | null;
}

/** A turn that is being put together. */
export class TurnDraft {
  readonly id: string;
  readonly trace: Trace;
  /** What models said in it, by its words. */
  readonly #said = new Map<string, Entry>();
  /** The last words that a model said in it. */
  lastSaid = '';
  /** Messages of errors that items of it tell. */
  readonly errors: Set<string> = new Set();
  /** Whether anything followed what was asked. */
  isAnswered = false;
  /** The last of what was asked; null if nothing was. */
  lastAsked: Entry | null = null;
  /** What opened the turn, by its words. */
  readonly #asked = new Map<string, Asked>();
  #entries: Entry[] = [];
  #heads: number[] = [];
  #snapshot: ConversationTurn | null = null;

  constructor(trace: Trace, id: string) {
    this.trace = trace;
    this.id = id;
  }

  /** Notes what was asked. */
  ask(words: string, asked: Asked): void {
    this.#asked.set(words.trim(), asked);
    this.lastAsked = asked.entry;
  }

  /** What a message repeats of what was asked; undefined if it is something else. */
  askedAs(unit: Unit): Asked | undefined {
    const asked = this.#asked.get(wordsOf(unit));
    return asked !== undefined && (asked.unit === null || isSameUnit(asked.unit, unit)) ? asked : undefined;
  }

  /** Notes what a model said. */
  say(words: string, entry: Entry): void {
    this.lastSaid = words.trim();
    this.#said.set(this.lastSaid, entry);
  }

  /** Which model call said these words; undefined if none did. */
  saidBy(words: string): Entry | undefined {
    return this.#said.get(words.trim());
  }

  add(entry: Entry): void {
    this.#entries.push(entry);
    this.#snapshot = null;
  }

  /** Changes an item that stands in this turn. */
  change(entry: Entry, item: ConversationItem): void {
    entry.item = item;
    this.#snapshot = null;
  }

  /** Adds entries right after others; those after null at the start. */
  insert(after: ReadonlyMap<Entry | null, readonly Entry[]>): void {
    const entries: Entry[] = [];
    for (const entry of [null, ...this.#entries]) {
      if (entry !== null) entries.push(entry);
      for (const inserted of after.get(entry) ?? []) entries.push(inserted);
    }
    this.#entries = entries;
    this.#snapshot = null;
  }

  /** Counts in a subtree: its topmost run's position. */
  cover(at: number): void {
    this.#heads.push(at);
    this.#snapshot = null;
  }

  /** Counts in these subtrees, and no others. */
  coverOnly(heads: readonly number[]): void {
    this.#heads = [...heads];
    this.#snapshot = null;
  }

  /** Whether any run belongs to it. */
  get isRecorded(): boolean {
    return this.#heads.length > 0;
  }

  /** The turn as it is now: the same object as long as nothing in it changes. */
  snapshot(): ConversationTurn {
    this.#snapshot ??= { id: this.id, trace: this.trace, items: this.#entries.map(({ item }) => item), figures: turnFigures(this.trace, this.#heads) };
    return this.#snapshot;
  }
}
