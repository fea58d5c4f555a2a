import type { Run } from '../run.ts';

/** What was read of a run before, or is read now: what it says is read once, when someone looks. */
export function keptByRun<T>(kept: WeakMap<Run, T>, run: Run, read: (run: Run) => T): T {
  let reading = kept.get(run);
  if (reading === undefined) {
    reading = read(run);
    kept.set(run, reading);
  }
  return reading;
}
