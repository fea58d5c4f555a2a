import type { Attributes } from './dialect.ts';

/**
 * Attributes under a prefix as the nested lists that they were before they became attributes:
 * `p.0.a`, `p.0.b.c` → `[{ a, 'b.c' }]`. Only the number after the prefix makes a list; the rest of the key stays dotted
 * and is looked up by whoever knows the names. Entries are in the order of their numbers, however large those are.
 */
export function listUnder(attributes: Attributes, prefix: string): Record<string, unknown>[] {
  const byNumber = new Map<number, Record<string, unknown>>();
  for (const key in attributes) {
    if (!key.startsWith(prefix) || key[prefix.length] !== '.') continue;
    const from = prefix.length + 1;
    const dot = key.indexOf('.', from);
    const number = Number(dot === -1 ? key.slice(from) : key.slice(from, dot));
    if (!Number.isInteger(number)) continue;
    let entry = byNumber.get(number);
    if (entry === undefined) {
      entry = {};
      byNumber.set(number, entry);
    }
    entry[dot === -1 ? '' : key.slice(dot + 1)] = attributes[key];
  }
  return [...byNumber].toSorted(([a], [b]) => a - b).map(([, entry]) => entry);
}
