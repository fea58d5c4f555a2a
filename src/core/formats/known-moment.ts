/** A time as the model takes it; a line without one has none. */
export function orUndefined(time: number): number | undefined {
  return Number.isNaN(time) ? undefined : time;
}
