import { asNumber } from '../../model/json.ts';
import { fold } from './fold.ts';
import type { Leaf } from './leaf-walk.ts';
import type { QueryBound, QueryTest } from './query.ts';

/** Whether a text, a number or a boolean is what the test asks for. */
export function leafPasses(leaf: Leaf, test: QueryTest): boolean {
  switch (test.type) {
    case 'exists':
      return leaf !== '';
    case 'contains':
      return fold(String(leaf)).includes(test.text);
    case 'equals':
      if (typeof leaf === 'number' && leaf === test.number) return true;
      // Folding keeps the length.
      return String(leaf).length === test.text.length && fold(String(leaf)) === test.text;
    case 'like':
      return fits(String(leaf), test.parts);
    case 'between':
      return isAbove(leaf, test.low, 1) && isAbove(leaf, test.high, -1);
  }
}

/** Whether a figure is what the test asks for; NaN, which is no figure, never is. */
export function figurePasses(figure: number, test: QueryTest): boolean {
  if (test.type === 'exists') return !Number.isNaN(figure);
  if (test.type === 'equals') return figure === test.number;
  return test.type === 'between' && !Number.isNaN(figure) && isAbove(figure, test.low, 1) && isAbove(figure, test.high, -1);
}

/** Whether the text is these folded parts, with anything between them. */
function fits(text: string, parts: readonly string[]): boolean {
  const first = parts[0] ?? '';
  const last = parts.at(-1) ?? '';
  const end = text.length - last.length;
  // Of a long text the ends mostly tell.
  if (end < first.length || fold(text.slice(0, first.length)) !== first || fold(text.slice(end)) !== last) return false;
  const folded = parts.length > 2 ? fold(text) : '';
  let at = first.length;
  for (let place = 1; place < parts.length - 1; place++) {
    const found = folded.indexOf(parts[place]!, at);
    if (found === -1 || found + parts[place]!.length > end) return false;
    at = found + parts[place]!.length;
  }
  return true;
}

/** Whether the leaf is above the bound (with a direction of 1) or below it (with -1); it is if there is none. */
function isAbove(leaf: Leaf, bound: QueryBound | null, direction: 1 | -1): boolean {
  if (bound === null) return true;
  const order = compare(leaf, bound.value);
  return order === 0 ? bound.isIncluded : order * direction > 0;
}

/** Below, at or above 0; NaN if the two can't be compared. */
function compare(leaf: Leaf, value: number | string): number {
  if (typeof value === 'number') return (asNumber(leaf) ?? Number.NaN) - value;
  if (typeof leaf !== 'string') return Number.NaN;
  // More of a long text can't change the outcome.
  const text = fold(leaf.slice(0, value.length + 1));
  return text < value ? -1 : text > value ? 1 : 0;
}
