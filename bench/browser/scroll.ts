import { frames } from './frames.ts';
import { ROW } from './row.ts';

export interface Scroll {
  /** Ms from one frame to the next. */
  intervals: number[];
  /** Frames that had no row yet where the new ones come in. */
  blank: number;
  /** The longest task of 50 ms or more; 0 if there was none. */
  longest: number;
}

/** Inside of the last whole row, and of a scroll bar. */
const EDGE = 24;

/** Scrolls by so many pixels a frame, as a wheel would. */
export async function scroll(stage: HTMLElement, pixels: number, count: number): Promise<Scroll | null> {
  const scroller = scrollerOf(stage);
  if (scroller === undefined) return null;
  const { left, width, bottom } = scroller.getBoundingClientRect();
  const times: number[] = [];
  let blank = 0;
  let longest = 0;
  // No heartbeat here: it would take the time that the browser needs to draw.
  const tasks = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  });
  tasks.observe({ type: 'longtask' });
  await new Promise<void>((resolve) => {
    requestAnimationFrame(function step(time) {
      times.push(time);
      if (times.length > count) return resolve();
      scroller.scrollTop += pixels;
      // What this frame draws: rows are told of the move only after it.
      if (document.elementFromPoint(left + width / 2, bottom - EDGE)?.closest(ROW) == null) blank++;
      requestAnimationFrame(step);
    });
  });
  await frames(3);
  tasks.disconnect();
  return { intervals: times.slice(1).map((time, at) => time - (times[at] ?? time)), blank, longest };
}

function scrollerOf(stage: HTMLElement): HTMLElement | undefined {
  const elements = [stage, ...stage.querySelectorAll<HTMLElement>('*')];
  return elements.find((element) => element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(element).overflowY));
}
