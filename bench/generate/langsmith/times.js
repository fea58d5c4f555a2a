import { EPOCH_MS, MS, epochMsOf } from '../step.js';

/**
 * The JS SDK writes the order of execution where microseconds belong; the same digits are in the dotted order.
 *
 * @typedef {object} Clock
 * @property {(time: number, order: number) => string} start
 * @property {(time: number) => string | number} end
 * @property {(time: number) => string} event
 * @property {(time: number, order: number) => string} dotted
 */

/** @type {Clock} */
export const jsClock = {
  start: (time, order) => `${isoOf(time).slice(0, -1)}${orderDigits(order)}Z`,
  end: epochMsOf,
  event: isoOf,
  dotted: (time, order) => `${isoOf(time).replace(/[-:.Z]/g, '')}${orderDigits(order)}Z`,
};

/** @type {Clock} */
export const pythonClock = {
  start: microsOf,
  end: microsOf,
  event: microsOf,
  dotted: (time) => `${microsOf(time).slice(0, 26).replace(/[-:.]/g, '')}Z`,
};

/** @param {number} time */
function isoOf(time) {
  return new Date(epochMsOf(time)).toISOString();
}

/** @param {number} time */
function microsOf(time) {
  const micros = Math.floor((time % MS) / 1000);
  const seconds = new Date(EPOCH_MS + Math.floor(time / MS)).toISOString().slice(0, -1);
  return `${seconds}${String(micros).padStart(3, '0')}+00:00`;
}

/** @param {number} order */
function orderDigits(order) {
  return String(order).padStart(3, '0').slice(0, 3);
}
