/** Lines by their times, epoch milliseconds; those without one (NaN) come first. Files are in order, but for lines that were written side by side. */
export function inOrder<T extends { readonly time: number }>(lines: readonly T[]): readonly T[] {
  const isInOrder = lines.every((line, at) => at === 0 || moment(lines[at - 1]!.time) <= moment(line.time));
  return isInOrder ? lines : lines.toSorted((a, b) => moment(a.time) - moment(b.time) || 0);
}

function moment(time: number): number {
  return Number.isNaN(time) ? Number.NEGATIVE_INFINITY : time;
}
