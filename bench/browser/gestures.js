import { setTimeout as delay } from 'node:timers/promises';

/** @typedef {import('playwright').Page} Page */
/** @typedef {import('./steps.js').Point} Point */

/** Ms from one event of a moving hand to the next, as mice and touch pads send them. */
const RATE = 1000 / 60;
/** Ms from one to the next of a key that is held. */
const REPEAT = 33;
/** Ms from key to key of a person who types fast. */
const TYPING = 125;

const EVENTS = 60;
const NOTCH = 40;

/**
 * Zooms into what is under the pointer, and out again.
 *
 * @param {Page} page
 */
export async function zoomByWheel(page) {
  await page.keyboard.down('Control');
  await stream(EVENTS, () => page.mouse.wheel(0, -NOTCH));
  await stream(EVENTS, () => page.mouse.wheel(0, NOTCH));
  await page.keyboard.up('Control');
}

/**
 * Moves time to and fro.
 *
 * @param {Page} page
 */
export async function panByWheel(page) {
  await stream(EVENTS, () => page.mouse.wheel(NOTCH, 0));
  await stream(EVENTS, () => page.mouse.wheel(-NOTCH, 0));
}

/**
 * Drags over a stretch to see it alone.
 *
 * @param {Page} page
 * @param {Point} point
 */
export async function dragRange(page, { x, y }) {
  await page.mouse.down();
  await stream(EVENTS, (event) => page.mouse.move(x + (event + 1) * 3, y));
  await page.mouse.up();
}

/**
 * Moves the pointer over the lanes, without any press.
 *
 * @param {Page} page
 * @param {Point} point
 */
export async function point(page, { x, y }) {
  await stream(EVENTS, (event) => page.mouse.move(x + (event % 30) * 6, y + event * 4));
}

/**
 * Holds keys down, one after the other.
 *
 * @param {readonly string[]} keys
 * @returns {(page: Page) => Promise<void>}
 */
export function holdKeys(keys) {
  return async (page) => {
    for (const key of keys) {
      for (let press = 0; press < 15; press++) await Promise.all([page.keyboard.press(key), delay(REPEAT)]);
    }
  };
}

/**
 * Types as a person does, who doesn't wait for results.
 *
 * @param {string} text
 * @returns {(page: Page) => Promise<void>}
 */
export function typeOn(text) {
  return async (page) => {
    for (const letter of text) await Promise.all([page.keyboard.press(letter), delay(TYPING)]);
  };
}

/**
 * Sends events at the rate of a device, which doesn't wait for the page.
 *
 * @param {number} count
 * @param {(event: number) => Promise<void>} send
 */
async function stream(count, send) {
  const sent = [];
  const start = performance.now();
  for (let event = 0; event < count; event++) {
    sent.push(send(event));
    await delay(Math.max(0, start + (event + 1) * RATE - performance.now()));
  }
  await Promise.all(sent);
}
