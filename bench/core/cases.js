import { generateTrace, toLangSmith, toOtlp } from '../generate/index.js';

/**
 * @typedef {object} Case
 * @property {'LangSmith' | 'OTLP'} format
 * @property {import('../generate/generated.js').Shape} shape
 * @property {number} runs
 */

// Beyond this a document is longer than a string can be.
const MOST = 500_000;

/**
 * @param {number} runs
 * @returns {Case[]}
 */
export function casesOf(runs) {
  /** @type {[import('../generate/generated.js').Shape, number][]} */
  const shapes = [
    ['agent', Math.min(runs, MOST)],
    ['chain', Math.min(runs, MOST)],
    ['fan-out', Math.min(2 * runs, MOST)],
  ];
  const formats = /** @type {const} */ (['LangSmith', 'OTLP']);
  return shapes.flatMap(([shape, count]) => formats.map((format) => ({ format, shape, runs: count })));
}

/** @param {Case} given */
export function documentOf({ format, shape, runs }) {
  const generated = generateTrace({ shape, runs, seed: 1, payload: 'typical' });
  const written = format === 'OTLP' ? toOtlp(generated) : toLangSmith(generated);
  return { text: JSON.stringify(written), expected: generated.expected };
}
