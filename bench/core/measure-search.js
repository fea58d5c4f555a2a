import { collectGarbage } from '../lib/collect-garbage.js';
import { median } from '../lib/statistics.js';
import { documentOf } from './cases.js';
import { SEARCHES } from './searches.js';

/** Ms after which a slice stops, as in the browser. */
const SLICE = 8;

/**
 * @typedef {object} SearchReading
 * @property {string} name
 * @property {number} total  ms, all slices, median
 * @property {number} longest  ms, the longest slice, median
 * @property {number} found
 */

/**
 * How long the searches through a trace with payloads take, each on a trace that nobody has looked at.
 *
 * @param {import('./cases.js').Case} given
 * @param {typeof import('../../src/core/index.ts')} library
 * @param {number} repetitions
 * @returns {SearchReading[]}
 */
export function measureSearches(given, library, repetitions) {
  const { text } = documentOf(given);
  return SEARCHES.map(({ name, begin }) => {
    /** @type {number[]} */
    const totals = [];
    /** @type {number[]} */
    const longest = [];
    let found = 0;
    for (let round = -1; round < repetitions; round++) {
      const [trace] = library.readTraces(text).traces;
      if (trace === undefined) throw new Error('The generator made no trace.');
      collectGarbage();
      const search = begin(library, trace);
      const slices = sliceTimes(search);
      found = search.result?.length ?? 0;
      if (round < 0) continue;
      totals.push(slices.reduce((sum, time) => sum + time, 0));
      longest.push(Math.max(...slices));
    }
    return { name, total: median(totals), longest: median(longest), found };
  });
}

/** @param {import('../../src/core/index.ts').Stepper<unknown>} search */
function sliceTimes(search) {
  /** @type {number[]} */
  const times = [];
  for (let isDone = false; !isDone; ) {
    const start = performance.now();
    isDone = search.step(SLICE, () => performance.now());
    times.push(performance.now() - start);
  }
  return times;
}
