import { median, percentile } from '../lib/statistics.js';

/** Vsync comes every 16.67 ms; a frame is late when one was missed, whatever the clock's rounding says. */
const IN_TIME = 17;

/**
 * The medians of several pages of one size. Times are in ms.
 *
 * @typedef {object} Summary
 * @property {string} subject
 * @property {string} row
 * @property {number} size
 * @property {string} unit
 * @property {MountSummary} [mount]
 * @property {MountSummary | null} [again]
 * @property {import('./memory.js').Memory} [memory]
 * @property {Record<string, StepSummary | null>} [steps]  by title
 * @property {string} [failure]
 *
 * @typedef {object} MountSummary
 * @property {number} paint
 * @property {number} elements
 * @property {Tasks} tasks
 *
 * @typedef {ResponseSummary | MotionSummary | FindingsSummary} StepSummary
 *
 * @typedef {object} ResponseSummary
 * @property {'response'} type
 * @property {number | null} shown  null if a page never showed it
 * @property {Tasks} tasks
 *
 * @typedef {object} MotionSummary
 * @property {'motion'} type
 * @property {number} inTime  share of the frames
 * @property {number} p50
 * @property {number} p95
 * @property {number} max
 * @property {number | null} changed  share of the frames that showed something else
 * @property {number | null} blank  share of those without rows at the edge
 * @property {number} cpu  of a processor a frame, in the main thread
 * @property {Tasks} tasks
 *
 * @typedef {object} FindingsSummary
 * @property {'findings'} type
 * @property {FindingSummary} firstKey
 * @property {FindingSummary | null} others  the slowest of the keys after the first; null where there is none
 *
 * @typedef {object} FindingSummary
 * @property {number} frame
 * @property {number | null} first
 * @property {number | null} all
 * @property {Tasks} tasks
 */

/** @typedef {import('./steps.js').Outcome} Outcome */
/** @typedef {import('./tasks.js').Tasks} Tasks */

/**
 * @param {import('./subjects.js').Subject} subject
 * @param {readonly import('./measure-page.js').Figures[]} pages
 * @returns {Summary}
 */
export function summaryOf({ title, row, unit = 'runs' }, pages) {
  const [first] = pages;
  if (first === undefined) throw new Error('Nothing was measured.');
  const again = pages.flatMap((page) => page.again ?? []);
  return {
    subject: title,
    row,
    size: first.size,
    unit,
    mount: mountOf(pages.map(({ mount }) => mount)),
    again: again.length === 0 ? null : mountOf(again),
    memory: memoryOf(pages.map(({ memory }) => memory)),
    steps: Object.fromEntries(Object.keys(first.steps).map((step) => [step, stepOf(pages.map(({ steps }) => steps[step] ?? null))])),
  };
}

/**
 * @param {readonly import('./measure-page.js').Mount[]} mounts
 * @returns {MountSummary}
 */
function mountOf(mounts) {
  return { paint: median(mounts.map(({ paint }) => paint)), elements: median(mounts.map(({ elements }) => elements)), tasks: tasksOf(mounts) };
}

/**
 * @param {readonly import('./memory.js').Memory[]} memories
 * @returns {import('./memory.js').Memory}
 */
function memoryOf(memories) {
  const processes = memories.flatMap(({ process }) => process ?? []);
  return { heap: median(memories.map(({ heap }) => heap)), process: processes.length === 0 ? null : median(processes) };
}

/**
 * @param {readonly (Outcome | null)[]} outcomes
 * @returns {StepSummary | null}
 */
function stepOf(outcomes) {
  const responses = outcomes.filter((outcome) => outcome?.type === 'response');
  if (responses.length > 0) return { type: 'response', shown: always(responses.map(({ shown }) => shown)), tasks: tasksOf(responses) };
  const motions = outcomes.filter((outcome) => outcome?.type === 'motion');
  if (motions.length > 0) return motionOf(motions);
  const findings = outcomes.filter((outcome) => outcome?.type === 'findings');
  return findings.length > 0 ? findingsOf(findings) : null;
}

/**
 * @param {readonly import('./steps.js').Motion[]} motions
 * @returns {MotionSummary}
 */
function motionOf(motions) {
  const intervals = motions.flatMap((motion) => motion.intervals);
  const average = (/** @type {readonly number[]} */ shares) => (shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length);
  return {
    type: 'motion',
    inTime: intervals.filter((interval) => interval < IN_TIME).length / intervals.length,
    p50: median(intervals),
    p95: percentile(intervals, 0.95),
    max: percentile(intervals, 1),
    changed: average(motions.flatMap(({ changed }) => changed ?? [])),
    blank: average(motions.flatMap(({ blank }) => blank ?? [])),
    cpu: motions.reduce((sum, { tasks }) => sum + tasks.cpu, 0) / intervals.length,
    tasks: tasksOf(motions),
  };
}

/**
 * @param {readonly import('./steps.js').Findings[]} findings
 * @returns {FindingsSummary}
 */
function findingsOf(findings) {
  const keys = (findings[0]?.keys ?? []).map((_, nth) => findingOf(findings.flatMap((finding) => finding.keys[nth] ?? [])));
  const [firstKey, ...others] = keys;
  if (firstKey === undefined) throw new Error('Nothing was written.');
  return { type: 'findings', firstKey, others: others.length === 0 ? null : slowest(others) };
}

/**
 * @param {readonly import('./steps.js').Finding[]} findings
 * @returns {FindingSummary}
 */
function findingOf(findings) {
  return {
    frame: median(findings.map(({ frame }) => frame)),
    first: always(findings.map(({ first }) => first)),
    all: always(findings.map(({ all }) => all)),
    tasks: tasksOf(findings),
  };
}

/**
 * @param {readonly FindingSummary[]} findings
 * @returns {FindingSummary}
 */
function slowest(findings) {
  const latest = (/** @type {readonly (number | null)[]} */ times) => (times.includes(null) ? null : Math.max(...times.map(Number)));
  const most = (/** @type {keyof Tasks} */ field) => Math.max(...findings.map(({ tasks }) => tasks[field]));
  return {
    frame: Math.max(...findings.map(({ frame }) => frame)),
    first: latest(findings.map(({ first }) => first)),
    all: latest(findings.map(({ all }) => all)),
    tasks: { longest: most('longest'), longestCpu: most('longestCpu'), cpu: most('cpu') },
  };
}

/**
 * @param {readonly { readonly tasks: Tasks }[]} measured
 * @returns {Tasks}
 */
function tasksOf(measured) {
  const across = (/** @type {keyof Tasks} */ field) => median(measured.map(({ tasks }) => tasks[field]));
  return { longest: across('longest'), longestCpu: across('longestCpu'), cpu: across('cpu') };
}

/**
 * The median; null if one is missing: a change that shows only now and then does not work.
 *
 * @param {readonly (number | null)[]} times
 */
function always(times) {
  const seen = times.filter((time) => time !== null);
  return seen.length < times.length ? null : median(seen);
}
