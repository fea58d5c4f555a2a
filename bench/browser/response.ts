import { type Change, signatureOf } from './changes.ts';
import { frames, nextFrame } from './frames.ts';
import { nextInput } from './inputs.ts';

/** What followed a key or a click, in ms after it. */
export interface Response {
  /** The next frame. */
  frame: number;
  /** The frame that showed the change; null if none did. */
  shown: number | null;
}

const PATIENCE = 10_000;

/** Resolves some frames after the change that the next key or click makes, so that late work is seen too. */
export async function respond(stage: HTMLElement, change: Change): Promise<Response> {
  const before = signatureOf(change, stage);
  const start = await nextInput();
  const frame = (await nextFrame()) - start;
  let now = frame;
  while (signatureOf(change, stage) === before && now < PATIENCE) now = (await nextFrame()) - start;
  await frames(12);
  return { frame, shown: now < PATIENCE ? now : null };
}
