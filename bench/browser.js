// `npm run bench:browser`: what a person waits for in a production build of TraceTree, in headless Chromium.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { CHROMIUM_ARGS, ensureChromium } from '../scripts/chromium.js';
import { buildPage } from './browser/build-page.js';
import { measurePage } from './browser/measure-page.js';
import { reportOf } from './browser/report.js';
import { serve } from './browser/serve.js';
import { plain, reactO11y, runlens } from './browser/subjects.js';
import { summaryOf } from './browser/summary.js';
import { buildLibrary } from './lib/build-library.js';
import { count } from './lib/figures.js';
import { installPeers } from './lib/install-peers.js';
import { machine, readOptions, writeFigures } from './lib/options.js';

const HUGE = 1_000_000;
const LIMIT = 60_000;

/** Rows of two elements: about as many elements as TraceTree draws. */
const PLAIN = 240;

const options = readOptions();
const sizes = options.runs === undefined ? [1000, 10_000, ...(options.quick ? [] : [100_000])] : [options.runs];
if (options.build) buildLibrary();
const plan = [...sizes, ...(options.huge ? [HUGE] : [])].map((runs) => ({ subject: runlens, runs }));
plan.push({ subject: plain, runs: PLAIN });
if (options.peers && installPeers()) plan.push(...sizes.filter((runs) => runs <= 10_000).map((runs) => ({ subject: reactO11y, runs })));

const folder = mkdtempSync(join(tmpdir(), 'runlens-bench-'));
for (const { script, name } of new Set(plan.map(({ subject }) => subject))) await buildPage(script, join(folder, name));
const server = await serve(folder);
const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS });
console.log(`${machine()}, Chromium ${browser.version()}, 1440 × 900\n`);

/** @type {import('./browser/summary.js').Summary[]} */
const summaries = [];
for (const { subject, runs } of plan) {
  const repetitions = options.quick || runs === HUGE ? 1 : 5;
  console.log(`${subject.title}, ${count(runs)} runs …`);
  try {
    const pages = [];
    for (let page = 0; page < repetitions; page++) {
      pages.push(await measurePage(browser, `${server.origin}/${subject.name}/index.html`, runs, subject.interactions, LIMIT));
    }
    summaries.push(summaryOf(subject.title, pages));
  } catch (error) {
    summaries.push({ subject: subject.title, runs, failure: error instanceof Error ? error.message : String(error) });
  }
}
await browser.close();
server.close();
rmSync(folder, { recursive: true });

console.log(`\n${reportOf(summaries)}`);
writeFigures(options.json, { summaries });
