import { intervalsOf, type Motion } from './motion.ts';
import { ROW } from './row.ts';

/** Inside of the last whole row, and of a scroll bar. */
const EDGE = 24;
/** One frame in so many is looked at: to look makes the browser lay out what it would lay out later. */
const LOOKS = 10;

/**
 * Scrolls by so many pixels a frame, as a wheel would, and back where an end is reached.
 *
 * @param selector of what scrolls, or of what it is in
 */
export async function scroll(stage: HTMLElement, selector: string | null, pixels: number, count: number): Promise<Motion | null> {
  const scroller = scrollerOf(selector === null ? stage : stage.querySelector<HTMLElement>(selector));
  if (scroller === undefined) return null;
  const { left, width, bottom } = scroller.getBoundingClientRect();
  const hasRows = scroller.querySelector(ROW) !== null;
  const end = scroller.scrollHeight - scroller.clientHeight;
  const times: number[] = [];
  let by = pixels;
  let place = scroller.scrollTop;
  let looks = 0;
  let blanks = 0;
  await new Promise<void>((resolve) => {
    requestAnimationFrame(function step(time) {
      times.push(time);
      if (times.length > count) return resolve();
      if (by > 0 ? place >= end : place <= 0) by = -by;
      place += by;
      scroller.scrollTop = place;
      // What this frame draws: rows are told of the move only after it.
      if (hasRows && times.length % LOOKS === 0) {
        looks++;
        if (document.elementFromPoint(left + width / 2, bottom - EDGE)?.closest(ROW) == null) blanks++;
      }
      requestAnimationFrame(step);
    });
  });
  return { intervals: intervalsOf(times), changed: null, blank: looks === 0 ? null : blanks / looks };
}

function scrollerOf(within: HTMLElement | null): HTMLElement | undefined {
  const elements = within === null ? [] : [within, ...within.querySelectorAll<HTMLElement>('*')];
  return elements.find((element) => element.scrollHeight > element.clientHeight + 1 && /auto|scroll/.test(getComputedStyle(element).overflowY));
}
