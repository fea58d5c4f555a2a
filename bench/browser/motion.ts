/** What a person saw while something moved. */
export interface Motion {
  /** Ms from one frame to the next. */
  intervals: number[];
  /** The share of frames that showed something else than the one before; null where every one does. */
  changed: number | null;
  /** The share of frames that had no row yet where the new ones come in; null where that was not looked at. */
  blank: number | null;
}

/** Ms from each time to the next. */
export function intervalsOf(times: readonly number[]): number[] {
  return times.slice(1).map((time, at) => time - (times[at] ?? time));
}
