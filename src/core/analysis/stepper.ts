import type { Paused } from './search/work.ts';

/**
 * Work that is done in steps, so that nothing else has to wait for it.
 *
 * @example
 * const search = createLoopSearch(trace);
 * while (!search.step(8, () => performance.now())) await pause();
 * search.result;
 */
export interface Stepper<T> {
  readonly isDone: boolean;
  /** What came of the work; undefined before it is done. */
  readonly result: T | undefined;
  /**
   * Goes on with the work; true if it is done.
   *
   * @param budget ms after which to stop; it can be exceeded by a fraction of one
   * @param now the time in ms
   */
  step(budget: number, now: () => number): boolean;
}

/** Work that can pause, in steps. */
export function createStepper<T>(work: Paused<T>): Stepper<T> {
  let result: T | undefined;
  let isDone = false;
  return {
    get isDone() {
      return isDone;
    },
    get result() {
      return result;
    },
    step(budget, now) {
      const end = now() + budget;
      while (!isDone) {
        const { done, value } = work.next();
        if (done === true) {
          isDone = true;
          result = value;
        } else if (now() >= end) {
          return false;
        }
      }
      return true;
    },
  };
}

/** Does work that can pause at once, without any. */
export function finish<T>(work: Paused<T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}
