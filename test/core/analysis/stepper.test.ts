import { expect, test } from 'vitest';
import type { Paused } from '../../../src/core/analysis/search/work.ts';
import { createStepper, finish } from '../../../src/core/analysis/stepper.ts';

/** Work of so many pieces, each of which takes a ms of a clock of its own. */
function workOf(pieces: number) {
  const clock = { now: 0 };
  function* work(): Paused<string> {
    for (let piece = 1; piece <= pieces; piece++) {
      clock.now++;
      if (piece < pieces) yield;
    }
    return 'done';
  }
  return { work: work(), now: () => clock.now };
}

test('goes on until the budget is used up, and is done once', () => {
  const { work, now } = workOf(10);
  const stepper = createStepper(work);
  expect(stepper.step(4, now)).toBe(false);
  expect([now(), stepper.isDone, stepper.result]).toEqual([4, false, undefined]);
  expect(stepper.step(4, now)).toBe(false);
  expect(stepper.step(4, now)).toBe(true);
  expect([now(), stepper.isDone, stepper.result]).toEqual([10, true, 'done']);
  expect(stepper.step(4, now)).toBe(true);
  expect(now()).toBe(10);
});

test('without a budget it goes as far as the next pause', () => {
  const { work, now } = workOf(3);
  const stepper = createStepper(work);
  expect([stepper.step(0, now), stepper.step(0, now), stepper.step(0, now)]).toEqual([false, false, true]);
});

test('all at once', () => {
  expect(finish(workOf(5).work)).toBe('done');
});
