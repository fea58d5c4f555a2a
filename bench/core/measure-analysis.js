import { generateTrace, toRecords } from '../generate/index.js';
import { collectGarbage } from '../lib/collect-garbage.js';
import { median } from '../lib/statistics.js';
import { ANALYSES } from './analyses.js';

/**
 * @typedef {object} AnalysisReading
 * @property {string} name
 * @property {import('../generate/generated.js').Shape} shape
 * @property {number} runs
 * @property {number} time  ms, median
 */

/**
 * How long each analysis takes on a trace of one shape.
 *
 * @param {import('../generate/generated.js').Shape} shape
 * @param {number} runs
 * @param {typeof import('../../src/core/index.ts')} library
 * @param {number} repetitions
 * @returns {AnalysisReading[]}
 */
export function measureAnalyses(shape, runs, library, repetitions) {
  const records = toRecords(generateTrace({ shape, runs, seed: 1, payload: 'none' }));
  const [trace] = library.buildTraces(records);
  const [unpaid] = library.buildTraces(records.map((record) => ({ ...record, cost: null })));
  if (trace === undefined || unpaid === undefined) throw new Error(`The generator made no trace of the shape ${shape}.`);
  return ANALYSES.map(({ name, run }) => {
    /** @type {number[]} */
    const times = [];
    for (let round = -2; round < repetitions; round++) {
      collectGarbage();
      const start = performance.now();
      run(library, trace, unpaid);
      if (round >= 0) times.push(performance.now() - start);
    }
    return { name, shape, runs, time: median(times) };
  });
}
