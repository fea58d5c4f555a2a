import { withTasks } from './tasks.js';

/** @typedef {import('playwright').Browser} Browser */
/** @typedef {import('playwright').Page} Page */

/** Frames that a list scrolls. */
const FRAMES = 120;
/** Ms in which whatever a key began is over. */
const PAUSE = 500;

const FIELD = '[data-slot="run-search-field"]';

/**
 * Does a step on a page and tells what came of it; null where there was nothing to do it to.
 *
 * @param {Browser} browser
 * @param {Page} page
 * @param {import('./steps.js').Step} step
 * @returns {Promise<import('./steps.js').Outcome | null>}
 */
export async function carryOut(browser, page, step) {
  for (const key of step.before ?? []) await page.keyboard.press(key);
  if (step.before !== undefined) await page.waitForTimeout(PAUSE);
  switch (step.type) {
    case 'press': return press(browser, page, step);
    case 'gesture': return gesture(browser, page, step);
    case 'scroll': return scroll(browser, page, step);
    case 'typing': return type(browser, page, step);
  }
}

/**
 * @param {Browser} browser
 * @param {Page} page
 * @param {import('./steps.js').Press} step
 * @returns {Promise<import('./steps.js').Response | null>}
 */
async function press(browser, page, { change, key, click, place }) {
  const point = click === undefined ? null : await moveTo(page, click, place);
  if (click !== undefined && point === null) return null;
  const { result, tasks } = await withTasks(browser, async () => {
    await page.evaluate((what) => window.bench.watch(what), change);
    if (point !== null) await page.mouse.click(point.x, point.y);
    else if (key !== undefined) await page.keyboard.press(key);
    return page.evaluate(() => window.bench.response());
  });
  return { type: 'response', ...result, tasks };
}

/**
 * @param {Browser} browser
 * @param {Page} page
 * @param {import('./steps.js').Gesture} step
 * @returns {Promise<import('./steps.js').Motion | null>}
 */
async function gesture(browser, page, { change, over, place, act }) {
  const point = await moveTo(page, over, place);
  if (point === null) return null;
  const { result, tasks } = await withTasks(browser, async () => {
    await page.evaluate((what) => window.bench.record(what), change);
    await act(page, point);
    return page.evaluate(() => window.bench.recorded());
  });
  return { type: 'motion', ...result, tasks };
}

/**
 * @param {Browser} browser
 * @param {Page} page
 * @param {import('./steps.js').Scrolling} step
 * @returns {Promise<import('./steps.js').Motion | null>}
 */
async function scroll(browser, page, { pixels, within }) {
  const { result, tasks } = await withTasks(browser, () =>
    page.evaluate(([selector, by, frames]) => window.bench.scroll(selector, by, frames), /** @type {const} */ ([within ?? null, pixels, FRAMES])),
  );
  return result && { type: 'motion', ...result, tasks };
}

/**
 * @param {Browser} browser
 * @param {Page} page
 * @param {import('./steps.js').Typing} step
 * @returns {Promise<import('./steps.js').Findings | null>}
 */
async function type(browser, page, { text, atOnce = false }) {
  if ((await moveTo(page, FIELD)) === null) return null;
  await page.focus(FIELD);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Backspace');
  await page.waitForTimeout(PAUSE);
  const keys = [];
  for (const written of atOnce ? [text] : text) {
    const { result, tasks } = await withTasks(browser, async () => {
      await page.evaluate(() => window.bench.seek());
      if (atOnce) await page.keyboard.insertText(written);
      else await page.keyboard.press(written);
      return page.evaluate(() => window.bench.finding());
    });
    keys.push({ ...result, tasks });
  }
  return { type: 'findings', keys };
}

/**
 * @param {Page} page
 * @param {string} selector
 * @param {number} [place]
 */
async function moveTo(page, selector, place = 0) {
  const point = await page.evaluate(([what, at]) => window.bench.pointOf(what, at), /** @type {const} */ ([selector, place]));
  if (point !== null) await page.mouse.move(point.x, point.y);
  return point;
}
