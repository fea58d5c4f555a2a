/** Counts work, so that who does it can pause: 1 is about what it takes to search one character. */
export class Work {
  #done = 0;

  /** Counts work that is done; true when it is time for a pause, after a fraction of a millisecond. */
  add(amount: number): boolean {
    this.#done += amount;
    if (this.#done < BETWEEN_PAUSES) return false;
    this.#done = 0;
    return true;
  }

  /** Counts work after which there can be no pause. */
  note(amount: number): void {
    this.#done += amount;
  }
}

const BETWEEN_PAUSES = 100_000;

/** Work that can pause: each value that it yields is a place to stop at, and go on from later. */
export type Paused<T> = Generator<undefined, T, undefined>;
