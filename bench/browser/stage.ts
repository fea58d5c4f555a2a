import type { Change } from './changes.ts';
import { find, type Finding } from './finding.ts';
import type { Motion } from './motion.ts';
import { firstRow, mount, type Mount, type Sign } from './mount.ts';
import { pointOf, type Point } from './point.ts';
import { record, type Recording } from './recording.ts';
import { respond, type Response } from './response.ts';
import { scroll } from './scroll.ts';

/** What a page measures. */
export interface Subject<Data> {
  prepare(size: number, seed: number): Data;
  /** Called again, it shows other data in the place of the first. */
  render(data: Data, container: HTMLElement): void;
  /** @default the first row */
  sign?: Sign;
}

/** What the driver calls from outside. */
export interface Stage {
  /** @returns ms that it took */
  prepare(size: number, seed: number): number;
  mount(): Promise<Mount>;
  /** Watches for what the next key or click changes; `response` tells. */
  watch(change: Change): void;
  response(): Promise<Response>;
  /** Watches for what the next key stroke in a search field finds; `finding` tells. */
  seek(): void;
  finding(): Promise<Finding>;
  /** Records frames, and which of them change something, until `recorded`. */
  record(change: Change): void;
  recorded(): Promise<Motion>;
  scroll(selector: string | null, pixels: number, frames: number): Promise<Motion | null>;
  /** The middle of the element with this selector at this place of the visible ones. Where none is in sight, the first is brought there. */
  pointOf(selector: string, place: number): Promise<Point | null>;
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
  let response: Promise<Response> | undefined;
  let finding: Promise<Finding> | undefined;
  let recording: Recording | undefined;

  window.bench = {
    prepare(size, seed) {
      const start = performance.now();
      data = subject.prepare(size, seed);
      return performance.now() - start;
    },
    mount() {
      const ready = begun(data);
      return mount(container, subject.sign ?? firstRow, () => subject.render(ready, container));
    },
    watch(change) {
      response = respond(container, change);
    },
    response: () => begun(response),
    seek() {
      finding = find(container);
    },
    finding: () => begun(finding),
    record(change) {
      recording = record(container, change);
    },
    recorded: () => begun(recording).stop(),
    scroll: (selector, pixels, frames) => scroll(container, selector, pixels, frames),
    pointOf: (selector, place) => pointOf(container, selector, place),
  };
}

function begun<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Its beginning was not called.');
  return value;
}
