import { firstPaint, nextFrame } from './frames.ts';
import { ROW } from './row.ts';

export interface Mount {
  /** From the call that renders to the frame that shows it, in ms. */
  paint: number;
  elements: number;
}

/** What there is once data are on show, and another for other data; null while there are none. */
export type Sign = (stage: HTMLElement) => Element | string | null;

export const firstRow: Sign = (stage) => stage.querySelector(ROW);

export async function mount(stage: HTMLElement, sign: Sign, render: () => void): Promise<Mount> {
  const old = sign(stage);
  await nextFrame();
  const start = performance.now();
  render();
  // The browser tells its first paint exactly; later ones are seen in the frame's wake.
  let shown = old === null ? await firstPaint() : await nextFrame();
  while (sign(stage) === old) shown = await nextFrame();
  await nextFrame();
  return { paint: shown - start, elements: stage.querySelectorAll('*').length };
}
