/**
 * @typedef {object} Interaction
 * @property {string} title
 * @property {import('./changes.ts').Change} change
 * @property {string} [key]  is pressed,
 * @property {string} [click]  or the first visible element of this selector is clicked,
 * @property {number} [place]  or another than the first
 * @property {string} [before]  a key that is pressed first, without being measured
 *
 * @typedef {object} Figures
 * @property {number} runs
 * @property {number} prepare  ms
 * @property {import('./mount.ts').Mount} mount  the first of a new page, where every function runs for the first time
 * @property {import('./mount.ts').Mount | null} again  another trace in its place; null where two would not fit
 * @property {Record<string, import('./response.ts').Response | null>} interactions  by title; null where there was nothing to press
 * @property {Record<string, import('./scroll.ts').Scroll | null>} scrolls  by title
 * @property {number} heap  bytes
 */

/** Pixels a frame: the notch of a wheel, and a scroll bar's thumb that is dragged, with all rows new in every frame. */
const SCROLLS = /** @type {const} */ ({ wheel: 120, thumb: 900 });

const FRAMES = 120;

/** The most runs of which a page is given two traces. */
const TWICE = 100_000;

/**
 * @param {import('playwright').Browser} browser
 * @param {string} url
 * @param {number} runs
 * @param {readonly Interaction[]} interactions
 * @param {number} limit  ms
 * @returns {Promise<Figures>}
 */
export async function measurePage(browser, url, runs, interactions, limit) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
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
  try {
    return await Promise.race([late, broken, measure(page, url, runs, interactions)]);
  } finally {
    clearTimeout(timer);
    await page.close();
  }
}

/**
 * @param {import('playwright').Page} page
 * @param {string} url
 * @param {number} runs
 * @param {readonly Interaction[]} interactions
 * @returns {Promise<Figures>}
 */
async function measure(page, url, runs, interactions) {
  await page.goto(url);
  await page.waitForFunction(() => window.bench !== undefined);
  const prepare = await page.evaluate((count) => window.bench.prepare(count, 1), runs);
  const client = await page.context().newCDPSession(page);
  await client.send('HeapProfiler.collectGarbage');
  const mount = await page.evaluate(() => window.bench.mount());

  /** @type {Figures['interactions']} */
  const responses = {};
  for (const interaction of interactions) responses[interaction.title] = await interact(page, interaction);

  /** @type {Figures['scrolls']} */
  const scrolls = {};
  for (const [title, pixels] of Object.entries(SCROLLS)) {
    scrolls[title] = await page.evaluate(([by, frames]) => window.bench.scroll(by, frames), /** @type {const} */ ([pixels, FRAMES]));
  }
  await client.send('HeapProfiler.collectGarbage');
  const { usedSize } = await client.send('Runtime.getHeapUsage');

  /** @type {Figures['again']} */
  let again = null;
  if (runs <= TWICE) {
    await page.evaluate((count) => window.bench.prepare(count, 2), runs);
    await client.send('HeapProfiler.collectGarbage');
    again = await page.evaluate(() => window.bench.mount());
  }
  return { runs, prepare, mount, again, interactions: responses, scrolls, heap: usedSize };
}

/**
 * @param {import('playwright').Page} page
 * @param {Interaction} interaction
 */
async function interact(page, { change, key, click, place = 0, before }) {
  if (before !== undefined) {
    await page.keyboard.press(before);
    await page.waitForTimeout(500);
  }
  const point = click === undefined ? null : await page.evaluate(([selector, at]) => window.bench.pointOf(selector, at), /** @type {const} */ ([click, place]));
  if (click !== undefined && point === null) return null;
  if (point !== null) await page.mouse.move(point.x, point.y);
  await page.evaluate((what) => window.bench.watch(what), change);
  if (point !== null) await page.mouse.click(point.x, point.y);
  else if (key !== undefined) await page.keyboard.press(key);
  return page.evaluate(() => window.bench.response());
}
