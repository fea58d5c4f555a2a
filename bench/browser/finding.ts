import { frames, nextFrame } from './frames.ts';
import { nextInput } from './inputs.ts';

/** What followed a key stroke in a search field, in ms after it. */
export interface Finding {
  /** The next frame. */
  frame: number;
  /** The frame that showed the first results of what is written now; null if none came. */
  first: number | null;
  /** The frame that showed all of them. */
  all: number | null;
}

const PATIENCE = 20_000;

/** Resolves some frames after all results of the next key stroke are on show. While a search goes on, it shows its progress. */
export async function find(stage: HTMLElement): Promise<Finding> {
  const start = await nextInput();
  const frame = (await nextFrame()) - start;
  let now = frame;
  let first: number | null = null;
  let progress = progressOf(stage);
  while (progress < 1 && now < PATIENCE) {
    if (progress > 0) first ??= now;
    now = (await nextFrame()) - start;
    progress = progressOf(stage);
  }
  const all = progress < 1 ? null : now;
  await frames(12);
  return { frame, first: first ?? all, all };
}

function progressOf(stage: HTMLElement): number {
  return stage.querySelector<HTMLProgressElement>('[data-slot="run-search-progress"]')?.value ?? 1;
}
