import type { JsonObject } from '../../model/json.ts';
import { put } from './any-value.ts';

/**
 * Attributes under a prefix as the nested lists that they were before they became attributes:
 * `p.0.a`, `p.0.b.c` → `[{ a, 'b.c' }]`. Only the number after the prefix makes a list; the rest of the key stays dotted
 * and is looked up by whoever knows the names. Entries are in the order of their numbers, however large those are.
 *
 * @param onKey hears of each key that is in the list
 */
export function listUnder(attributes: JsonObject, prefix: string, onKey?: (key: string) => void): Record<string, unknown>[] {
  const byNumber = new Map<number, Record<string, unknown>>();
  for (const key in attributes) {
    if (!key.startsWith(prefix) || key[prefix.length] !== '.') continue;
    const from = prefix.length + 1;
    const dot = key.indexOf('.', from);
    const digits = dot === -1 ? key.slice(from) : key.slice(from, dot);
    if (!/^\d+$/.test(digits)) continue;
    const number = Number(digits);
    let entry = byNumber.get(number);
    if (entry === undefined) {
      entry = {};
      byNumber.set(number, entry);
    }
    put(entry, dot === -1 ? '' : key.slice(dot + 1), attributes[key]);
    onKey?.(key);
  }
  return [...byNumber].toSorted(([a], [b]) => a - b).map(([, entry]) => entry);
}
