import { count, megabytes, ms, percent } from '../lib/figures.js';

/** @typedef {import('./summary.js').Summary} Summary */
/** @typedef {import('./summary.js').StepSummary} StepSummary */
/** @typedef {import('./summary.js').FindingSummary} FindingSummary */
/** @typedef {import('./tasks.js').Tasks} Tasks */

/**
 * A line of a table.
 *
 * @typedef {object} Line
 * @property {string} title
 * @property {string} budget  empty for none
 * @property {(summary: Summary) => Cell} cell
 *
 * @typedef {object} Cell
 * @property {string} text
 * @property {boolean} isOver  whether it exceeds the budget
 */

const TASK = 50;
const IN_TIME = 0.95;
const ELEMENTS = 2500;
const HEAP = 1.5e9;

/** @type {Cell} */
const NOTHING = { text: '–', isOver: false };

/** @type {readonly Line[]} */
export const MOUNT_LINES = [
  { title: 'first paint, new page', budget: '50 ms', cell: ({ mount }) => time(mount?.paint, TASK) },
  taskLine(({ mount }) => mount?.tasks, ''),
  { title: 'first paint, next in its place', budget: '50 ms', cell: ({ again }) => time(again?.paint, TASK) },
  taskLine(({ again }) => again?.tasks, ''),
  { title: 'DOM elements', budget: count(ELEMENTS), cell: ({ mount }) => (mount === undefined ? NOTHING : { text: count(mount.elements), isOver: mount.elements > ELEMENTS }) },
];

/** @type {readonly Line[]} */
export const MEMORY_LINES = [
  { title: 'JavaScript heap at the end', budget: megabytes(HEAP), cell: ({ memory }) => (memory === undefined ? NOTHING : { text: megabytes(memory.heap), isOver: memory.heap > HEAP }) },
  { title: "the page's process", budget: '', cell: ({ memory }) => (memory?.process == null ? NOTHING : { text: megabytes(memory.process), isOver: false }) },
];

/**
 * The lines of a step, by what comes of it.
 *
 * @param {string} title
 * @param {readonly (StepSummary | null)[]} outcomes  of all that did it
 * @returns {Line[]}
 */
export function stepLines(title, outcomes) {
  const known = outcomes.find((outcome) => outcome !== null);
  if (known?.type === 'response') return responseLines(title);
  if (known?.type === 'motion') return motionLines(title, known);
  return known?.type === 'findings' ? findingLines(title, known.others !== null) : [{ title, budget: '', cell: () => NOTHING }];
}

/**
 * @param {string} title
 * @returns {Line[]}
 */
function responseLines(title) {
  const of = (/** @type {Summary} */ { steps }) => typed(steps?.[title], 'response');
  return [{ title, budget: '50 ms', cell: (summary) => time(of(summary)?.shown, TASK) }, taskLine((summary) => of(summary)?.tasks)];
}

/**
 * @param {string} title
 * @param {import('./summary.js').MotionSummary} known
 * @returns {Line[]}
 */
function motionLines(title, { changed, blank }) {
  const of = (/** @type {Summary} */ { steps }) => typed(steps?.[title], 'motion');
  return [
    { title: `${title}: in time`, budget: '95 %', cell: (summary) => (of(summary)?.changed === 0 ? { text: 'unmoved', isOver: true } : share(of(summary)?.inTime, IN_TIME)) },
    { title: '  frame p50, p95, max', budget: '', cell: (summary) => spread(of(summary)) },
    { title: '  processor a frame', budget: '', cell: (summary) => time(of(summary)?.cpu) },
    taskLine((summary) => of(summary)?.tasks),
    ...(changed === null ? [] : [{ title: '  frames with a change', budget: '', cell: (/** @type {Summary} */ summary) => share(of(summary)?.changed) }]),
    ...(blank === null ? [] : [{ title: '  without rows at the edge', budget: '', cell: (/** @type {Summary} */ summary) => share(of(summary)?.blank) }]),
  ];
}

/**
 * @param {string} title
 * @param {boolean} hasOthers  whether more than one key was struck
 * @returns {Line[]}
 */
function findingLines(title, hasOthers) {
  const of = (/** @type {Summary} */ { steps }) => typed(steps?.[title], 'findings');
  if (!hasOthers) return keyLines(title, (summary) => of(summary)?.firstKey);
  return [
    ...keyLines(`${title}, first key`, (summary) => of(summary)?.firstKey),
    ...keyLines(`${title}, slowest of the others`, (summary) => of(summary)?.others ?? undefined),
  ];
}

/**
 * @param {string} title
 * @param {(summary: Summary) => FindingSummary | undefined} of
 * @returns {Line[]}
 */
function keyLines(title, of) {
  return [
    { title: `${title}: frame`, budget: '50 ms', cell: (summary) => time(of(summary)?.frame, TASK) },
    taskLine((summary) => of(summary)?.tasks),
    { title: '  first results', budget: '', cell: (summary) => time(of(summary)?.first) },
    { title: '  all results', budget: '', cell: (summary) => time(of(summary)?.all) },
  ];
}

/**
 * @param {(summary: Summary) => Tasks | undefined} of
 * @param {string} [budget]
 * @returns {Line}
 */
function taskLine(of, budget = '50 ms') {
  return {
    title: '  longest task (of a processor)',
    budget,
    cell: (summary) => {
      const tasks = of(summary);
      if (tasks === undefined) return NOTHING;
      return { text: `${ms(tasks.longest)} (${ms(tasks.longestCpu).replace(/ ms$/, '')})`, isOver: budget !== '' && tasks.longest > TASK };
    },
  };
}

/**
 * @template {StepSummary['type']} Type
 * @param {StepSummary | null | undefined} outcome
 * @param {Type} type
 * @returns {Extract<StepSummary, { type: Type }> | undefined}
 */
function typed(outcome, type) {
  return outcome?.type === type ? /** @type {Extract<StepSummary, { type: Type }>} */ (outcome) : undefined;
}

/**
 * @param {number | null | undefined} value  null for what was never seen
 * @param {number} [most]
 * @returns {Cell}
 */
function time(value, most = Number.POSITIVE_INFINITY) {
  if (value === undefined) return NOTHING;
  return value === null ? { text: 'never', isOver: true } : { text: ms(value), isOver: value > most };
}

/**
 * @param {number | null | undefined} value
 * @param {number} [least]
 * @returns {Cell}
 */
function share(value, least = 0) {
  return value == null ? NOTHING : { text: percent(value), isOver: value < least };
}

/**
 * @param {{ p50: number, p95: number, max: number } | undefined} figure
 * @returns {Cell}
 */
function spread(figure) {
  return figure === undefined ? NOTHING : { text: [figure.p50, figure.p95, figure.max].map((value) => value.toFixed(1)).join(', '), isOver: false };
}
