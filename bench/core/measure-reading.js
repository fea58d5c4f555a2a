import { collectGarbage, heapUsed } from '../lib/collect-garbage.js';
import { median } from '../lib/statistics.js';
import { documentOf } from './cases.js';
import { disagreements } from './disagreements.js';

/**
 * @typedef {object} Reading
 * @property {import('./cases.js').Case} given
 * @property {number} bytes
 * @property {number} parse  ms, JSON.parse
 * @property {number} read  ms, readTraces on the parsed document and totalsOf of every root
 * @property {number} readText  ms, readTraces on the text
 * @property {number} ratio  read ÷ parse of the same round
 * @property {number} heap  bytes a run that the traces hold beside the parsed document
 * @property {string[]} wrong  figures that are not those of the generator
 */

/**
 * @param {import('./cases.js').Case} given
 * @param {typeof import('../../src/core/index.ts')} library
 * @param {number} repetitions
 * @returns {Reading}
 */
export function measureReading(given, { readTraces }, repetitions) {
  const { text, expected } = documentOf(given);
  const readAll = (/** @type {unknown} */ input) => {
    const { traces } = readTraces(input);
    return { traces, totals: traces.flatMap((trace) => trace.roots.map((root) => trace.totalsOf(root))) };
  };

  // A hidden class dies with its last object, and takes the code that was made for it along: without a small trace that
  // stays, every round would begin cold.
  const small = documentOf({ ...given, runs: 1000 });
  const kept = readAll(JSON.parse(small.text));

  /** @type {Record<'parse' | 'read' | 'readText' | 'ratio', number[]>} */
  const times = { parse: [], read: [], readText: [], ratio: [] };
  // Interleaved, so that a slow moment of the machine meets all three alike.
  for (let round = -warmUps(given.runs); round < repetitions; round++) {
    const figures = measureRound(text, readAll);
    if (round < 0) continue;
    times.parse.push(figures.parse);
    times.read.push(figures.read);
    times.readText.push(figures.readText);
    times.ratio.push(figures.read / figures.parse);
  }
  const { heap, result } = measureHeap(text, readAll);
  return {
    given,
    bytes: Buffer.byteLength(text),
    parse: median(times.parse),
    read: median(times.read),
    readText: median(times.readText),
    ratio: median(times.ratio),
    heap: heap / given.runs,
    wrong: [...disagreements(kept, small.expected), ...disagreements(result, expected)],
  };
}

/** @param {number} runs */
function warmUps(runs) {
  return Math.min(20, Math.ceil(50_000 / runs));
}

/**
 * A function of its own: what a loop's body made would stay alive into its next round.
 *
 * @param {string} text
 * @param {(input: unknown) => unknown} readAll
 */
function measureRound(text, readAll) {
  const parsed = timed(() => JSON.parse(text));
  const read = timed(() => readAll(parsed.result));
  return { parse: parsed.time, read: read.time, readText: timed(() => readAll(text)).time };
}

/**
 * @template T
 * @param {string} text
 * @param {(input: unknown) => T} readAll
 */
function measureHeap(text, readAll) {
  const parsed = JSON.parse(text);
  const before = heapUsed();
  const result = readAll(parsed);
  return { heap: heapUsed() - before, result, parsed };
}

/**
 * @template T
 * @param {() => T} work
 */
function timed(work) {
  collectGarbage();
  const start = performance.now();
  const result = work();
  return { result, time: performance.now() - start };
}
