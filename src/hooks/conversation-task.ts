import type { Conversation } from '../core/analysis/conversation/conversation.ts';
import { createConversationReader, type ConversationReader } from '../core/analysis/conversation/read-conversation.ts';
import type { Run } from '../core/model/run.ts';
import type { Trace } from '../core/model/trace.ts';
import { createSlices } from './run-search-slices.ts';

/** Runs and messages that are read at once: the same on a server as in the browser after it, and no more than a moment's work. */
const AT_ONCE = 400;
/** Ms that the page may have to wait for a slice. */
const SLICE = 8;
/** Ms between two looks at what was read up to now; more where looking takes long, so that most of the time is for reading. */
const BETWEEN_LOOKS = 150;
const LOOK_SHARE = 10;

/** What is read: traces, and the run of the first one inside of which it is. */
export interface ConversationSource {
  readonly traces: readonly Trace[];
  readonly inside: Run | null;
}

/** A conversation as far as it was read. */
export interface ConversationReading {
  readonly conversation: Conversation;
  readonly isDone: boolean;
  /** How much was read, 0 to 1. */
  readonly progress: number;
}

/** Reads a conversation beside what else the page does. Readings never change: there are new ones. */
export class ConversationTask {
  #source: ConversationSource;
  #reader: ConversationReader;
  #reading: ConversationReading;
  /** Newer snapshots of the same traces. They wait for the reading to end, which it never would if each began it anew. */
  #waiting: ConversationSource | null = null;
  /** Whether another snapshot was read before: that stays on show until all of this one is read. */
  #isLater = false;
  /** When to look again. */
  #lookAt = 0;
  readonly #listeners = new Set<() => void>();
  readonly #slices = createSlices(() => this.#slice());

  constructor(source: ConversationSource) {
    this.#source = source;
    this.#reader = createConversationReader(source.traces, source.inside);
    this.#reading = this.#readAtOnce();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getReading = (): ConversationReading => this.#reading;

  /** Goes on reading; begins anew if it is to read something else. */
  read(source: ConversationSource): void {
    this.#waiting = null;
    if (!isSame(source, this.#source)) {
      const isLater = isLaterThan(source, this.#source);
      if (isLater && !this.#reader.isDone) this.#waiting = source;
      else this.#begin(source, isLater);
    }
    if (!this.#reader.isDone) this.#slices.start();
  }

  /** Stops until it is to go on. */
  stop(): void {
    this.#slices.stop();
  }

  #begin(source: ConversationSource, isLater: boolean): void {
    this.#source = source;
    this.#reader = createConversationReader(source.traces, source.inside);
    this.#isLater = isLater;
    const reading = this.#readAtOnce();
    if (!isLater || this.#reader.isDone) this.#show(reading);
  }

  #readAtOnce(): ConversationReading {
    const reader = this.#reader;
    reader.step(AT_ONCE, () => reader.work);
    return this.#look();
  }

  /** Goes on for a while; true if nothing is left to do. */
  #slice(): boolean {
    const isDone = this.#reader.step(SLICE, () => performance.now());
    if (isDone || (!this.#isLater && performance.now() >= this.#lookAt)) this.#show(this.#look());
    if (!isDone || this.#waiting === null) return isDone;
    const waiting = this.#waiting;
    this.#waiting = null;
    this.#begin(waiting, true);
    return this.#reader.isDone;
  }

  #look(): ConversationReading {
    const { isDone, progress } = this.#reader;
    return { conversation: this.#reader.conversation(), isDone, progress };
  }

  #show(reading: ConversationReading): void {
    const start = performance.now();
    this.#reading = reading;
    for (const listener of this.#listeners) listener();
    const end = performance.now();
    this.#lookAt = end + Math.max(BETWEEN_LOOKS, LOOK_SHARE * (end - start));
  }
}

function isSame(a: ConversationSource, b: ConversationSource): boolean {
  return a.inside === b.inside && a.traces.length === b.traces.length && a.traces.every((trace, nth) => trace === b.traces[nth]);
}

/** Whether a source is of the same traces as another one, as far as that has any. */
function isLaterThan(source: ConversationSource, before: ConversationSource): boolean {
  const ids = new Set(source.traces.map(({ id }) => id));
  return source.inside?.id === before.inside?.id && before.traces.length > 0 && before.traces.every(({ id }) => ids.has(id));
}
