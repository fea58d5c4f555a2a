import { type Change, signatureOf } from './changes.ts';
import { frames } from './frames.ts';
import { intervalsOf, type Motion } from './motion.ts';

/** The frames of what is done from outside. */
export interface Recording {
  stop(): Promise<Motion>;
}

/** Frames after the last change that belong to it still. */
const AFTER = 3;

/** Records frames until it is stopped, and keeps those from the first change to the last. */
export function record(stage: HTMLElement, change: Change): Recording {
  const times: number[] = [];
  /** Frames before which there was a change. */
  const changes: number[] = [];
  let signature = signatureOf(change, stage);
  let isOver = false;
  requestAnimationFrame(function note(time) {
    const now = signatureOf(change, stage);
    if (now !== signature) changes.push(times.length);
    signature = now;
    times.push(time);
    if (!isOver) requestAnimationFrame(note);
  });
  return {
    async stop() {
      await frames(AFTER);
      isOver = true;
      const first = changes[0] ?? 0;
      const last = changes.at(-1) ?? times.length;
      const intervals = intervalsOf(times.slice(Math.max(0, first - 1), last + AFTER));
      return { intervals, changed: changes.length / intervals.length, blank: null };
    },
  };
}
