import { plain, reactO11y, SUBJECTS } from './subjects.js';

/** The runs of a trace that is only asked to work. */
export const HUGE = 1_000_000;

const SIZES = [1000, 10_000, 100_000];
/** Beyond so many runs a quick bench leaves off, and peers fail. */
const QUICK = 10_000;

/** Rows of two elements: about as many elements as TraceTree draws. */
const PLAIN = 240;

/**
 * What is measured, and in which sizes: always some plain rows first, to tell what the machine can do at this time.
 *
 * @param {Pick<import('../lib/options.js').BenchOptions, 'runs' | 'quick' | 'huge' | 'only'>} options
 * @param {() => boolean} hasPeers  is asked where there is a peer to measure
 * @returns {{ subject: import('./subjects.js').Subject, size: number }[]}
 */
export function planOf({ runs, quick, huge, only }, hasPeers) {
  const unknown = only?.find((name) => SUBJECTS.every(({ row }) => row !== name));
  if (unknown !== undefined) throw new Error(`--only takes ${[...new Set(SUBJECTS.map(({ row }) => row))].join(', ')}, not “${unknown}”.`);
  const sizes = runs === undefined ? SIZES.filter((size) => !quick || size <= QUICK) : [runs];
  const subjects = SUBJECTS.filter(({ row }) => only === undefined || only.includes(row));
  const plan = subjects.flatMap((subject) => {
    const all = subject.sizes ?? [...sizes, ...(huge && subject.huge === true ? [HUGE] : [])];
    return all.map((size) => ({ subject, size }));
  });
  if ((only === undefined || only.includes(reactO11y.row)) && hasPeers()) {
    plan.push(...sizes.filter((size) => size <= QUICK).map((size) => ({ subject: reactO11y, size })));
  }
  return [{ subject: plain, size: PLAIN }, ...plan];
}
