import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';

/**
 * @typedef {object} BenchOptions
 * @property {number | undefined} runs
 * @property {boolean} quick
 * @property {boolean} huge
 * @property {readonly string[] | undefined} only  rows of the browser's bench
 * @property {boolean} peers
 * @property {boolean} build
 * @property {string | undefined} json
 */

/** @returns {BenchOptions} */
export function readOptions() {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string' },
      quick: { type: 'boolean', default: false },
      huge: { type: 'boolean', default: false },
      only: { type: 'string' },
      'no-peers': { type: 'boolean', default: false },
      'no-build': { type: 'boolean', default: false },
      json: { type: 'string' },
    },
  });
  const runs = values.runs === undefined ? undefined : Number(values.runs);
  if (runs !== undefined && !(Number.isInteger(runs) && runs >= 1 && runs <= 1_000_000)) {
    throw new Error(`--runs takes a whole number from 1 to 1000000, not “${values.runs}”.`);
  }
  return { runs, quick: values.quick, huge: values.huge, only: values.only?.split(','), peers: !values['no-peers'], build: !values['no-build'], json: values.json };
}

/** The load of the last minute, beside the number of cores: on a busy machine every figure is an upper bound. */
function load() {
  return (loadavg()[0] ?? 0).toFixed(1);
}

export function machine() {
  const processors = cpus();
  return `Node ${process.versions.node}, ${processors.length} × ${processors[0]?.model.trim() ?? process.arch}, ${process.platform}, load ${load()}`;
}

/**
 * @param {string | undefined} file
 * @param {object} figures
 */
export function writeFigures(file, figures) {
  console.log(`Load at the end: ${load()}`);
  if (file === undefined) return;
  writeFileSync(file, `${JSON.stringify({ machine: machine(), ...figures }, null, 2)}\n`);
  console.log(`Figures written to ${file}`);
}
