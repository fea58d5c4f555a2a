import { isObject, parseIfJson, type JsonObject } from '../../model/json.ts';
import type { Paused, Work } from '../search/work.ts';
import { Hash, scrambled } from './hash.ts';
import { fieldPlace, itemPlace, ROOT_PLACE } from './place.ts';
import { bearsStamps, isVolatile } from './volatile-keys.ts';

/** What a payload comes down to. */
export interface PayloadDigest {
  /**
   * Equal for payloads that say the same, and hardly ever for others. NaN where a payload is too large to tell, so that it
   * equals nothing.
   */
  readonly value: number;
  /** Equal for payloads with the same fields, whatever they hold. */
  readonly shape: number;
}

/** Beyond so many values a payload is not compared: objects that hold each other in many ways never end. */
const MOST_VALUES = 1_000_000;
/** Longer texts are not parsed: what is JSON in them is compared as text. */
const LONGEST_JSON = 200_000;
/** Characters of one text between two chances to pause. */
const PIECE = 65_536;
/** What it takes to look at a value, in characters. */
const EFFORT = 12;

/** Makes digests of payloads, one after the other. */
export class PayloadDigester {
  readonly #work: Work;
  readonly #hash = new Hash();
  readonly #values: unknown[] = [];
  readonly #places: number[] = [];

  constructor(work: Work) {
    this.#work = work;
  }

  /**
   * The digest of a payload of any shape, depth and size. These make no difference: the order of an object's fields, fields
   * that are undefined, runs of white space, JSON as text instead of values, and what `isVolatile` says.
   *
   * Each value is hashed with its place, and the hashes are added up, so that no fields need to be sorted.
   */
  *make(payload: unknown): Paused<PayloadDigest> {
    const values = this.#values;
    const places = this.#places;
    values.length = 0;
    places.length = 0;
    values.push(payload);
    places.push(ROOT_PLACE);
    let a = 0;
    let b = 0;
    let shape = 0;
    let left = MOST_VALUES;
    while (values.length > 0) {
      const place = places.pop()!;
      const given = values.pop();
      const value = typeof given === 'string' && given.length <= LONGEST_JSON ? parseIfJson(given) : given;
      if (--left < 0) return { value: Number.NaN, shape: Number.NaN };
      if (this.#work.add(typeof given === 'string' && value !== given ? given.length * 2 + EFFORT : EFFORT)) yield;
      if (this.#open(value, place)) continue;
      const hash = this.#hash;
      hash.reset();
      hash.number(place);
      if (typeof value === 'string') yield* this.#addText(value);
      else hash.text(`${typeof value} ${emptyName(value)}`);
      a = (a + scrambled(hash.a)) | 0;
      b = (b + scrambled(hash.b)) | 0;
      shape = (shape + scrambled(place)) | 0;
    }
    return { value: (a >>> 0) * 0x200000 + (b >>> 11), shape: shape >>> 0 };
  }

  /** Lines up what a container holds; false if the value holds nothing. */
  #open(value: unknown, place: number): boolean {
    if (Array.isArray(value)) {
      for (let at = 0; at < value.length; at++) this.#push(value[at], itemPlace(place, at));
      return value.length > 0;
    }
    if (!isObject(value) || value instanceof Date) return false;
    const isStamped = bearsStamps(value);
    let isEmpty = true;
    for (const key in value) {
      if (!Object.hasOwn(value, key)) continue;
      const field = (value as JsonObject)[key];
      if (field === undefined || isVolatile(key, field, isStamped)) continue;
      isEmpty = false;
      this.#push(field, fieldPlace(place, key));
    }
    return !isEmpty;
  }

  #push(value: unknown, place: number): void {
    this.#values.push(value);
    this.#places.push(place);
  }

  /** Takes in a text with each run of white space as one space, and none around it. */
  *#addText(text: string): Paused<void> {
    const hash = this.#hash;
    let isSpaceDue = false;
    let isBegun = false;
    for (let from = 0; from < text.length; from += PIECE) {
      const to = Math.min(text.length, from + PIECE);
      for (let at = from; at < to; at++) {
        const code = text.charCodeAt(at);
        if (isSpace(code)) {
          isSpaceDue = isBegun;
          continue;
        }
        if (isSpaceDue) hash.number(32);
        isSpaceDue = false;
        isBegun = true;
        hash.number(code);
      }
      if (this.#work.add(to - from)) yield;
    }
  }
}

function emptyName(value: unknown): string {
  if (Array.isArray(value)) return '[]';
  return value instanceof Date ? String(value.getTime()) : isObject(value) ? '{}' : String(value);
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x2028 || code === 0x2029;
}
