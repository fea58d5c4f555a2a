import { isObject, parseIfJson } from '../../model/json.ts';
import { fieldPlace, itemPlace, ROOT_PLACE } from './place.ts';
import { bearsStamps, isVolatile } from './volatile-keys.ts';

/** Values of one payload that are compared one by one; a payload with more is alike only if it is the same. */
const MOST_LEAVES = 500;
const MOST_DEPTH = 64;
/** Longer texts are not parsed: what is JSON in them is compared as text. */
const LONGEST_JSON = 200_000;

type Leaf = string | number | boolean | bigint | null;

/** What a payload says, by place. Empty lists and objects say nothing. */
export type PayloadLeaves = ReadonlyMap<number, Leaf>;

/** The values of a payload, without what is left out when payloads are compared; null if they are too many to compare one by one. */
export function payloadLeaves(payload: unknown): PayloadLeaves | null {
  const leaves = new Map<number, Leaf>();
  const open: unknown[] = [payload];
  const places: number[] = [ROOT_PLACE];
  const depths: number[] = [0];
  while (open.length > 0) {
    const given = open.pop();
    const place = places.pop()!;
    const depth = depths.pop()!;
    const value = typeof given === 'string' && given.length <= LONGEST_JSON ? parseIfJson(given) : given;
    if (depth > MOST_DEPTH || leaves.size + open.length > MOST_LEAVES) return null;
    if (Array.isArray(value)) {
      if (value.length > MOST_LEAVES) return null;
      for (let at = 0; at < value.length; at++) {
        open.push(value[at]);
        places.push(itemPlace(place, at));
        depths.push(depth + 1);
      }
    } else if (isObject(value)) {
      const isStamped = bearsStamps(value);
      for (const key of Object.keys(value)) {
        const field = value[key];
        if (field === undefined || isVolatile(key, field, isStamped)) continue;
        open.push(field);
        places.push(fieldPlace(place, key));
        depths.push(depth + 1);
      }
    } else if (value !== undefined) {
      leaves.set(place, typeof value === 'symbol' || typeof value === 'function' ? null : (value as Leaf));
    }
  }
  return leaves;
}
