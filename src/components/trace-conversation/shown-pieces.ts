/** Rows that are shown at first, and that a press of the button adds. */
export const STEP = 24;
/** Rows at the end that are always shown: how it came out. */
const LAST = 3;
/** Rows of a turn that are shown at first. */
export const MOST_ROWS_SHOWN: number = STEP + LAST;
/** Rows before and after the one at which the person is. */
const AROUND = 5;

/** Rows that follow each other, and how many are left out after them. */
export interface ShownPiece {
  readonly from: number;
  readonly to: number;
  readonly left: number;
}

/**
 * Which of many rows are shown: the first so many, the last, and those around a place in between.
 *
 * @param place -1 for none
 */
export function shownPieces(length: number, count: number, place: number): ShownPiece[] {
  const ranges = [[0, count], ...(place === -1 ? [] : [[place - AROUND, place + AROUND + 1]]), [length - LAST, length]];
  const pieces: { from: number; to: number; left: number }[] = [];
  for (const [start = 0, end = 0] of ranges) {
    const from = Math.max(0, Math.min(start, length));
    const to = Math.min(length, end);
    const before = pieces.at(-1);
    if (before === undefined) pieces.push({ from, to, left: 0 });
    else if (from <= before.to) before.to = Math.max(before.to, to);
    else {
      before.left = from - before.to;
      pieces.push({ from, to, left: 0 });
    }
  }
  return pieces;
}
