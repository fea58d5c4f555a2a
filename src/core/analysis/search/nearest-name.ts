import { QUERY_FIELDS } from './fields.ts';

const MOST_LETTERS = 24;

/** The field whose name is meant by a misspelled one; null if none is near. */
export function nearestField(name: string): string | null {
  return nearestName(name, QUERY_FIELDS.flatMap((field) => [field.name, ...field.aliases]));
}

/** The name that differs from this one in the fewest letters: at most a third of them. Null if none does. */
export function nearestName(name: string, names: readonly string[]): string | null {
  if (name.length > MOST_LETTERS) return null;
  const lower = name.toLowerCase();
  let nearest: string | null = null;
  let least = Math.max(1, Math.floor(name.length / 3)) + 1;
  for (const candidate of names) {
    const distance = distanceBetween(lower, candidate);
    if (distance >= least) continue;
    least = distance;
    nearest = candidate;
  }
  return nearest;
}

/** How many letters must be put in, left out, exchanged, or swapped with their neighbour. */
function distanceBetween(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const isSame = a[row - 1] === b[column - 1];
      let distance = Math.min(last[column]! + 1, current[column - 1]! + 1, last[column - 1]! + (isSame ? 0 : 1));
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]) {
        distance = Math.min(distance, beforeLast[column - 2]! + 1);
      }
      current.push(distance);
    }
    beforeLast = last;
    last = current;
  }
  return last[b.length]!;
}
