import { median, percentile } from '../lib/statistics.js';

/** Vsync comes every 16.67 ms; a frame is late when one was missed, whatever the clock's rounding says. */
const IN_TIME = 17;

/**
 * The medians of several pages of one size.
 *
 * @typedef {object} Summary
 * @property {string} subject
 * @property {number} runs
 * @property {number} [paint]
 * @property {number} [mountLongest]
 * @property {number | null} [again]
 * @property {number | null} [againLongest]
 * @property {number} [elements]
 * @property {number} [heap]
 * @property {Record<string, { shown: number | null, longest: number } | null>} [interactions]
 * @property {Record<string, { inTime: number, p50: number, p95: number, max: number, blank: number, longest: number } | null>} [scrolls]
 * @property {string} [failure]
 */

/**
 * @param {string} subject
 * @param {readonly import('./measure-page.js').Figures[]} pages
 * @returns {Summary}
 */
export function summaryOf(subject, pages) {
  const [first] = pages;
  if (first === undefined) throw new Error('Nothing was measured.');
  const across = (/** @type {(page: import('./measure-page.js').Figures) => number} */ of) => median(pages.map(of));
  return {
    subject,
    runs: first.runs,
    paint: across(({ mount }) => mount.paint),
    mountLongest: across(({ mount }) => mount.longest),
    again: first.again && across(({ again }) => again?.paint ?? Number.NaN),
    againLongest: first.again && across(({ again }) => again?.longest ?? Number.NaN),
    elements: across(({ mount }) => mount.elements),
    heap: across(({ heap }) => heap),
    interactions: Object.fromEntries(
      Object.keys(first.interactions).map((title) => [title, interactionOf(pages.map(({ interactions }) => interactions[title] ?? null))]),
    ),
    scrolls: Object.fromEntries(Object.keys(first.scrolls).map((title) => [title, scrollOf(pages.map(({ scrolls }) => scrolls[title] ?? null))])),
  };
}

/** @param {readonly (import('./response.ts').Response | null)[]} responses */
function interactionOf(responses) {
  const known = responses.filter((response) => response !== null);
  if (known.length === 0) return null;
  const shown = known.map((response) => response.shown).filter((time) => time !== null);
  // Once unseen is unseen: a change that shows only now and then does not work.
  return { shown: shown.length < known.length ? null : median(shown), longest: median(known.map(({ longest }) => longest)) };
}

/** @param {readonly (import('./scroll.ts').Scroll | null)[]} scrolls */
function scrollOf(scrolls) {
  const known = scrolls.filter((scroll) => scroll !== null);
  if (known.length === 0) return null;
  const intervals = known.flatMap((scroll) => scroll.intervals);
  return {
    inTime: intervals.filter((interval) => interval < IN_TIME).length / intervals.length,
    p50: median(intervals),
    p95: percentile(intervals, 0.95),
    max: percentile(intervals, 1),
    blank: known.reduce((sum, { blank }) => sum + blank, 0) / intervals.length,
    longest: percentile(known.map(({ longest }) => longest), 1),
  };
}
