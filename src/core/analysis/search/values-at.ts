import { isObject } from '../../model/json.ts';
import type { Paused, Work } from './work.ts';

/** The keys of OpenTelemetry have dots themselves, but not more than this. */
const MOST_DOTS = 8;
/** Where objects hold each other, a path can lead on without end. */
const MOST_STEPS = 20_000_000;
const EFFORT = 8;

/**
 * The values that a path leads to. A part of the path that is a number is a place in a list; any other part goes through
 * lists to each of their values. Several parts together can be one key with dots.
 */
export function* valuesAt(payload: unknown, path: readonly string[], work: Work): Paused<readonly unknown[]> {
  if (path.length === 0) return [payload];
  const found: unknown[] = [];
  const values: unknown[] = [payload];
  const places: number[] = [0];
  for (let steps = 0; values.length > 0 && steps < MOST_STEPS; steps++) {
    if (work.add(EFFORT)) yield;
    const value = values.pop();
    const place = places.pop()!;
    if (place === path.length) {
      found.push(value);
    } else if (Array.isArray(value)) {
      const part = path[place]!;
      if (/^\d{1,9}$/.test(part)) {
        values.push(value[Number(part)]);
        places.push(place + 1);
        continue;
      }
      for (let at = value.length - 1; at >= 0; at--) {
        values.push(value[at]);
        places.push(place);
      }
    } else if (isObject(value)) {
      let key = '';
      for (let next = place; next < path.length && next < place + MOST_DOTS; next++) {
        key = next === place ? path[next]! : `${key}.${path[next]}`;
        if (!Object.hasOwn(value, key)) continue;
        values.push(value[key]);
        places.push(next + 1);
      }
    }
  }
  return found;
}
