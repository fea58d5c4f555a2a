/** The place of a position in a sorted list; -1 if it is not there. */
export function placeOf(positions: Uint32Array, position: number): number {
  const place = firstAbove(positions, position) - 1;
  return place >= 0 && positions[place] === position ? place : -1;
}

/** The position in a sorted list that is nearest to another in a direction, around the ends; -1 if the list is empty. */
export function matchAfter(positions: Uint32Array, from: number, direction: 1 | -1): number {
  const above = firstAbove(positions, from);
  if (direction === 1) return positions[above] ?? positions[0] ?? -1;
  const below = placeOf(positions, from) === -1 ? above - 1 : above - 2;
  return positions[below] ?? positions.at(-1) ?? -1;
}

/** How many positions of a sorted list are in [from, to). */
export function countWithin(positions: Uint32Array, from: number, to: number): number {
  return firstAbove(positions, to - 1) - firstAbove(positions, from - 1);
}

/** The place of the first position that is greater. */
function firstAbove(positions: Uint32Array, position: number): number {
  let low = 0;
  let high = positions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (positions[middle]! <= position) low = middle + 1;
    else high = middle;
  }
  return low;
}
