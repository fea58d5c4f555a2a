import { frames } from './frames.ts';

export interface Point {
  x: number;
  y: number;
}

/** The middle of an element at this place of those in sight; where none is, the first is brought there. Null if there is no such element. */
export async function pointOf(stage: HTMLElement, selector: string, place: number): Promise<Point | null> {
  const seen = visiblePoint(stage, selector, place);
  const [element] = stage.querySelectorAll(selector);
  if (seen !== null || element === undefined) return seen;
  element.scrollIntoView({ block: 'center' });
  await frames(3);
  return visiblePoint(stage, selector, 0);
}

function visiblePoint(stage: HTMLElement, selector: string, place: number): Point | null {
  const { top, bottom } = stage.getBoundingClientRect();
  const boxes = [...stage.querySelectorAll(selector)].slice(0, place + 200).map((element) => element.getBoundingClientRect());
  const box = boxes.filter((candidate) => candidate.height > 0 && candidate.top >= top && candidate.bottom <= bottom)[place];
  return box === undefined ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
