/** Different lines under one key that a further line is compared with. */
const MOST_ALIKE = 20;

/**
 * Takes off lines that come again, word for word: files are opened twice, and sessions that are gone on with repeat what
 * was before.
 *
 * @param keyOf what equal lines have in common: an id or a moment; lines without a key are all kept
 * @param first is filled with the first line under each key
 */
export function withoutCopies<T extends { readonly source: unknown }>(lines: readonly T[], keyOf: (line: T) => string | undefined, first: Map<string, T>): readonly T[] {
  const others = new Map<string, T[]>();
  const copies = new Set<T>();
  for (const line of lines) {
    const key = keyOf(line);
    const known = key === undefined ? undefined : first.get(key);
    if (key === undefined) continue;
    if (known === undefined) {
      first.set(key, line);
      continue;
    }
    const alike = others.get(key) ?? [];
    others.set(key, alike);
    const text = JSON.stringify(line.source);
    if (alike.length < MOST_ALIKE && [known, ...alike].some(({ source }) => JSON.stringify(source) === text)) copies.add(line);
    else alike.push(line);
  }
  return copies.size === 0 ? lines : lines.filter((line) => !copies.has(line));
}
