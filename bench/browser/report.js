import { count } from '../lib/figures.js';
import { tableOf } from '../lib/table.js';
import { MEMORY_LINES, MOUNT_LINES, stepLines } from './lines.js';

/** @typedef {import('./summary.js').Summary} Summary */

/**
 * A table for each row of subjects, with a mark at what exceeds its budget; then what failed.
 *
 * @param {readonly Summary[]} summaries
 */
export function reportOf(summaries) {
  const rows = [...new Set(summaries.map(({ row }) => row))];
  const tables = rows.map((row) => tableOfRow(row, summaries.filter((summary) => summary.row === row)));
  const failures = summaries.flatMap((summary) => (summary.failure === undefined ? [] : [`${nameOf(summary)} fails: ${summary.failure}`]));
  return ['Keys and clicks: ms until the frame that shows the change. ! exceeds the budget.', '', ...tables, ...failures, ''].join('\n');
}

/**
 * @param {string} title
 * @param {readonly Summary[]} summaries
 */
function tableOfRow(title, summaries) {
  const steps = [...new Set(summaries.flatMap(({ steps: done }) => Object.keys(done ?? {})))];
  const lines = [...MOUNT_LINES, ...steps.flatMap((step) => stepLines(step, summaries.map((summary) => summary.steps?.[step] ?? null))), ...MEMORY_LINES];
  return tableOf(
    title,
    ['', 'budget', ...summaries.map(nameOf)],
    lines.map(({ title: line, budget, cell }) => [line, budget, ...summaries.map((summary) => marked(cell(summary)))]),
  );
}

/** @param {Summary} summary */
function nameOf({ subject, size, unit }) {
  return `${subject} ${count(size)}${unit === 'runs' ? '' : ` ${unit}`}`;
}

/** @param {import('./lines.js').Cell} cell */
function marked({ text, isOver }) {
  return isOver ? `! ${text}` : text;
}
