import { execFileSync } from 'node:child_process';

/**
 * What a page holds once all litter is gone, in bytes.
 *
 * @typedef {object} Memory
 * @property {number} heap  JavaScript's objects and typed arrays
 * @property {number | null} process  of the browser's process for pages; null where the system doesn't tell
 */

/**
 * @param {import('playwright').Browser} browser
 * @param {import('playwright').CDPSession} client  of the page
 * @returns {Promise<Memory>}
 */
export async function memoryOf(browser, client) {
  await client.send('HeapProfiler.collectGarbage');
  /** @type {{ usedSize: number, backingStorageSize?: number }} */
  const { usedSize, backingStorageSize = 0 } = await client.send('Runtime.getHeapUsage');
  return { heap: usedSize + backingStorageSize, process: await largestRenderer(browser) };
}

/**
 * There is one page at a time; beside its process, browsers keep empty ones ready.
 *
 * @param {import('playwright').Browser} browser
 */
async function largestRenderer(browser) {
  const client = await browser.newBrowserCDPSession();
  const { processInfo } = await client.send('SystemInfo.getProcessInfo');
  await client.detach();
  const ids = processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => String(id));
  try {
    const sizes = execFileSync('ps', ['-o', 'rss=', '-p', ids.join(',')], { encoding: 'utf8' });
    return Math.max(...sizes.trim().split(/\s+/).map(Number)) * 1024;
  } catch {
    return null;
  }
}
