import { firstPaint, nextFrame } from './frames.ts';
import { startHeartbeat } from './heartbeat.ts';
import { ROW } from './row.ts';

export interface Mount {
  /** From the call that renders to the frame that shows rows, in ms. */
  paint: number;
  /** The longest stretch in which the main thread was busy. */
  longest: number;
  elements: number;
}

export async function mount(stage: HTMLElement, render: () => void): Promise<Mount> {
  const old = stage.querySelector(ROW);
  await nextFrame();
  const heartbeat = startHeartbeat();
  const start = performance.now();
  render();
  // The browser tells its first paint exactly; later ones are seen in the frame's wake.
  let shown = old === null ? await firstPaint() : await nextFrame();
  while (stage.querySelector(ROW) === old) shown = await nextFrame();
  await nextFrame();
  return { paint: shown - start, longest: heartbeat.stop(), elements: stage.querySelectorAll('*').length };
}
