import { startHeartbeat } from './heartbeat.ts';
import { ROW } from './row.ts';

export interface Scroll {
  /** Ms from one frame to the next. */
  intervals: number[];
  /** Frames that showed no row in the middle. */
  blank: number;
  longest: number;
}

/** Scrolls by so many pixels a frame, as a wheel would. */
export async function scroll(stage: HTMLElement, pixels: number, count: number): Promise<Scroll | null> {
  const scroller = scrollerOf(stage);
  if (scroller === undefined) return null;
  const { left, width, top, height } = scroller.getBoundingClientRect();
  const times: number[] = [];
  let blank = 0;
  const heartbeat = startHeartbeat();
  await new Promise<void>((resolve) => {
    requestAnimationFrame(function step(time) {
      times.push(time);
      // Before this frame's move: what the last one showed.
      if (document.elementFromPoint(left + width / 2, top + height / 2)?.closest(ROW) == null) blank++;
      if (times.length > count) return resolve();
      scroller.scrollTop += pixels;
      requestAnimationFrame(step);
    });
  });
  return { intervals: times.slice(1).map((time, at) => time - (times[at] ?? time)), blank, longest: heartbeat.stop() };
}

function scrollerOf(stage: HTMLElement): HTMLElement | undefined {
  const elements = [stage, ...stage.querySelectorAll<HTMLElement>('*')];
  return elements.find((element) => element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(element).overflowY));
}
