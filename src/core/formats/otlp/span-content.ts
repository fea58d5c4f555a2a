import { parseIfJson, type JsonObject } from '../../model/json.ts';
import { decodeAttributes } from './any-value.ts';
import { listUnder } from './unflatten.ts';

/** An event of a span, decoded. */
export interface SpanEvent {
  readonly name: string;
  readonly attributes: JsonObject;
}

/** What a span says, for the dialects to read when someone looks. What one of them takes is shown, and so no metadata. */
export class SpanContent {
  /** All attributes, decoded, by key. */
  readonly attributes: JsonObject;
  /** The name of the library that wrote the span; empty if it is not told. */
  readonly scope: string;
  readonly #readEvents: () => readonly SpanEvent[];
  readonly #taken = new Set<string>();
  readonly #onlyClaims: boolean;
  #events: readonly SpanEvent[] | undefined;

  /** @param onlyClaims whether it is only asked what the dialects take: payloads are then not parsed */
  constructor(attributes: unknown, scope: string, events: () => readonly SpanEvent[], onlyClaims = false) {
    this.attributes = decodeAttributes(attributes);
    this.scope = scope;
    this.#readEvents = events;
    this.#onlyClaims = onlyClaims;
  }

  get events(): readonly SpanEvent[] {
    this.#events ??= this.#readEvents();
    return this.#events;
  }

  /** Whether the attribute is there and says anything. */
  has(key: string): boolean {
    const value = this.attributes[key];
    return value !== undefined && value !== null && value !== '';
  }

  /** The attribute, which it takes; undefined if it says nothing. */
  take(key: string): unknown {
    if (!this.has(key)) return undefined;
    this.#taken.add(key);
    return this.attributes[key];
  }

  /** The attribute, which it takes, parsed if it is JSON of an object or a list. */
  takeJson(key: string, decode: (value: unknown) => unknown = parseIfJson): unknown {
    const value = this.take(key);
    return value === undefined || this.#onlyClaims ? value : decode(value);
  }

  /** The first of the attributes that says anything, parsed. */
  takeFirst(keys: readonly string[]): unknown {
    const key = keys.find((candidate) => this.has(candidate));
    return key === undefined ? undefined : this.takeJson(key);
  }

  /** The attributes `prefix.0.a`, `prefix.1.a`, …, which it takes, as the list that they were. */
  takeUnder(prefix: string): Record<string, unknown>[] {
    return listUnder(this.attributes, prefix, (key) => this.#taken.add(key));
  }

  /** Whether anything was taken of the attribute. */
  isTaken(key: string): boolean {
    return this.#taken.has(key);
  }
}
