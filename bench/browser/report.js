import { count, megabytes, ms, percent } from '../lib/figures.js';
import { tableOf } from '../lib/table.js';

/** @typedef {import('./summary.js').Summary} Summary */

/**
 * @param {readonly Summary[]} summaries
 */
export function reportOf(summaries) {
  const interactions = titlesOf(summaries, 'interactions');
  const scrolls = titlesOf(summaries, 'scrolls');
  /** @type {[string, string, (summary: Summary) => string][]} */
  const lines = [
    ['first paint, new page', '50 ms', ({ paint }) => ms(paint)],
    ['  busy at a stretch', '', ({ mountLongest }) => ms(mountLongest)],
    ['first paint, next trace', '50 ms', ({ again }) => ms(again)],
    ['  busy at a stretch', '', ({ againLongest }) => ms(againLongest)],
    ['DOM elements', '2,500', ({ elements }) => (elements === undefined ? '–' : count(elements))],
  ];
  for (const title of interactions) {
    lines.push(
      [title, '50 ms', (summary) => shown(summary.interactions?.[title])],
      ['  busy at a stretch', '50 ms', (summary) => ms(summary.interactions?.[title]?.longest)],
    );
  }
  for (const title of scrolls) {
    const figure = (/** @type {Summary} */ summary) => summary.scrolls?.[title];
    lines.push(
      [`scroll, ${title}: in time`, '95 %', (summary) => share(figure(summary)?.inTime)],
      ['  frame p50, p95, max', '', (summary) => spread(figure(summary))],
      ['  longest task', '50 ms', (summary) => task(figure(summary)?.longest)],
      ['  without rows at the edge', '', (summary) => share(figure(summary)?.blank)],
    );
  }
  lines.push(['JavaScript heap at the end', '', ({ heap }) => (heap === undefined ? '–' : megabytes(heap))]);
  const head = ['', 'budget', ...summaries.map(({ subject, runs }) => `${subject} ${count(runs)}`)];
  const rows = lines.map(([title, budget, cell]) => [title, budget, ...summaries.map(cell)]);
  const failures = summaries.flatMap(({ subject, runs, failure }) => (failure === undefined ? [] : [`${subject} fails at ${count(runs)} runs: ${failure}`]));
  return [tableOf('Keys and clicks: ms until the frame that shows the change.', head, rows), ...failures, ''].join('\n');
}

/**
 * @param {readonly Summary[]} summaries
 * @param {'interactions' | 'scrolls'} field
 */
function titlesOf(summaries, field) {
  return [...new Set(summaries.flatMap((summary) => Object.keys(summary[field] ?? {})))];
}

/** @param {{ shown: number | null } | null | undefined} response */
function shown(response) {
  if (response == null) return '–';
  return response.shown === null ? 'never' : ms(response.shown);
}

/** @param {number | undefined} longest */
function task(longest) {
  return longest === 0 ? '< 50 ms' : ms(longest);
}

/** @param {number | undefined} value */
function share(value) {
  return value === undefined ? '–' : percent(value);
}

/** @param {{ p50: number, p95: number, max: number } | null | undefined} figure */
function spread(figure) {
  return figure == null ? '–' : [figure.p50, figure.p95, figure.max].map((value) => value.toFixed(1)).join(', ');
}
