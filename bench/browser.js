// `npm run bench:browser`: what a person waits for in a production build, in headless Chromium. `--only waterfall,search`
// measures some rows alone: tree, waterfall, search, payload, viewer.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, ensureChromium } from '../scripts/chromium.js';
import { buildPage } from './browser/build-page.js';
import { measurePage } from './browser/measure-page.js';
import { HUGE, planOf } from './browser/plan.js';
import { reportOf } from './browser/report.js';
import { serve } from './browser/serve.js';
import { summaryOf } from './browser/summary.js';
import { buildLibrary } from './lib/build-library.js';
import { count } from './lib/figures.js';
import { installPeers } from './lib/install-peers.js';
import { machine, readOptions, writeFigures } from './lib/options.js';

const PAGES = 5;
const LIMIT = 120_000;
const HUGE_LIMIT = 600_000;

const options = readOptions();
const plan = planOf(options, () => options.peers && installPeers());
if (options.build) buildLibrary();

const folder = mkdtempSync(join(tmpdir(), 'runlens-bench-'));
const scripts = new Map(plan.map(({ subject: { page, script } }) => [page, script]));
for (const [page, script] of scripts) await buildPage(script, join(folder, page));
const server = await serve(folder);
const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS });
console.log(`${machine()}, Chromium ${browser.version()}, 1440 × 900\n`);

/** @type {import('./browser/summary.js').Summary[]} */
const summaries = [];
for (const { subject, size } of plan) {
  const { title, row, page, variant = '', unit = 'runs' } = subject;
  console.log(`${title}, ${count(size)} ${unit} …`);
  const repetitions = options.quick || size === HUGE ? 1 : PAGES;
  const url = `${server.origin}/${page}/index.html#${variant}`;
  try {
    const pages = [];
    while (pages.length < repetitions) pages.push(await measurePage(browser, url, subject, size, size === HUGE ? HUGE_LIMIT : LIMIT));
    summaries.push(summaryOf(subject, pages));
  } catch (error) {
    summaries.push({ subject: title, row, size, unit, failure: error instanceof Error ? error.message : String(error) });
  }
}
await browser.close();
server.close();
rmSync(folder, { recursive: true });

console.log(`\n${reportOf(summaries)}`);
writeFigures(options.json, { summaries });
