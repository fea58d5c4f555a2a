import type { Change } from './changes.ts';
import { mount, type Mount } from './mount.ts';
import { respond, type Response } from './response.ts';
import { scroll, type Scroll } from './scroll.ts';

/** What a page measures. */
export interface Subject<Data> {
  prepare(runs: number, seed: number): Data;
  /** Called again, it shows other data in the place of the first. */
  render(data: Data, container: HTMLElement): void;
}

/** What the driver calls from outside. */
export interface Stage {
  /** @returns ms that it took */
  prepare(runs: number, seed: number): number;
  mount(): Promise<Mount>;
  /** Watches for what the next key or click changes; `response` tells. */
  watch(change: Change): void;
  response(): Promise<Response>;
  scroll(pixels: number, frames: number): Promise<Scroll | null>;
  /** The middle of the element with this selector in the row at this place of the visible ones. */
  pointOf(selector: string, place: number): { x: number; y: number } | null;
}

declare global {
  interface Window {
    bench: Stage;
  }
}

export function setStage<Data>(subject: Subject<Data>): void {
  const container = document.querySelector<HTMLElement>('#stage');
  if (container === null) throw new Error('The page has no #stage.');
  let data: Data | undefined;
  let watched: Promise<Response> | undefined;

  window.bench = {
    prepare(runs, seed) {
      const start = performance.now();
      data = subject.prepare(runs, seed);
      return performance.now() - start;
    },
    mount() {
      const ready = data;
      if (ready === undefined) throw new Error('Prepare first.');
      return mount(container, () => subject.render(ready, container));
    },
    watch(change) {
      watched = respond(container, change);
    },
    response() {
      if (watched === undefined) throw new Error('Watch first.');
      return watched;
    },
    scroll: (pixels, frames) => scroll(container, pixels, frames),
    pointOf(selector, place) {
      const { top, bottom } = container.getBoundingClientRect();
      const boxes = [...container.querySelectorAll(selector)].slice(0, place + 200).map((element) => element.getBoundingClientRect());
      const box = boxes.filter((candidate) => candidate.height > 0 && candidate.top >= top && candidate.bottom <= bottom)[place];
      return box === undefined ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    },
  };
}
