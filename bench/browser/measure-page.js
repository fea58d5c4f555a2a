import { carryOut } from './carry-out.js';
import { memoryOf } from './memory.js';
import { withTasks } from './tasks.js';

/**
 * @typedef {object} Figures
 * @property {number} size
 * @property {number} prepare  ms
 * @property {Mount} mount  the first of a new page, where every function runs for the first time
 * @property {Mount | null} again  other data in its place; null where two would not fit
 * @property {Record<string, import('./steps.js').Outcome | null>} steps  by title; null where there was nothing to do it to
 * @property {import('./memory.js').Memory} memory  after all steps
 *
 * @typedef {{ tasks: import('./tasks.js').Tasks } & import('./mount.ts').Mount} Mount
 */

/** The most runs of which a page is given two traces. */
const TWICE = 100_000;

/**
 * @param {import('playwright').Browser} browser
 * @param {string} url
 * @param {import('./subjects.js').Subject} subject
 * @param {number} size
 * @param {number} limit  ms
 * @returns {Promise<Figures>}
 */
export async function measurePage(browser, url, subject, size, limit) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
  page.setDefaultTimeout(limit);
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  /** @type {Promise<never>} */
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done after ${limit / 1000} s`)), limit);
  });
  /** @type {Promise<never>} */
  const broken = new Promise((_, reject) => {
    page.on('crash', () => reject(new Error('the page crashed')));
    page.on('pageerror', (error) => reject(error));
  });
  const measuring = measure(browser, page, url, subject, size);
  try {
    return await Promise.race([late, broken, measuring]);
  } finally {
    clearTimeout(timer);
    await page.close();
    // Where it was given up, the trace that it had begun must end before the next one.
    await measuring.catch(() => undefined);
  }
}

/**
 * @param {import('playwright').Browser} browser
 * @param {import('playwright').Page} page
 * @param {string} url
 * @param {import('./subjects.js').Subject} subject
 * @param {number} size
 * @returns {Promise<Figures>}
 */
async function measure(browser, page, url, subject, size) {
  await page.goto(url);
  await page.waitForFunction(() => window.bench !== undefined);
  const client = await page.context().newCDPSession(page);
  const prepareAndMount = async (/** @type {number} */ seed) => {
    const prepare = await page.evaluate(([count, of]) => window.bench.prepare(count, of), /** @type {const} */ ([size, seed]));
    await client.send('HeapProfiler.collectGarbage');
    const { result, tasks } = await withTasks(browser, () => page.evaluate(() => window.bench.mount()));
    return { prepare, mount: { ...result, tasks } };
  };
  const { prepare, mount } = await prepareAndMount(1);

  /** @type {Figures['steps']} */
  const steps = {};
  for (const step of subject.steps) steps[step.title] = await carryOut(browser, page, step);
  const memory = await memoryOf(browser, client);

  const again = size <= TWICE || subject.sizes !== undefined ? (await prepareAndMount(2)).mount : null;
  return { size, prepare, mount, again, steps, memory };
}
