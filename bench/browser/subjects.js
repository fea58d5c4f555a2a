/**
 * @typedef {object} Subject
 * @property {string} title
 * @property {string} page
 * @property {readonly import('./measure-page.js').Interaction[]} interactions
 */

const ROW = '[data-slot="trace-tree-row"]';
const TOGGLE = '[data-slot="trace-tree-toggle"]';

/**
 * A click gives the tree the focus that its keys need.
 *
 * @type {Subject}
 */
export const runlens = {
  title: '<TraceTree>',
  page: 'browser/runlens.html',
  interactions: [
    { title: 'select by click', change: 'selection', click: ROW, place: 5 },
    { title: 'ArrowDown', change: 'focus', key: 'ArrowDown' },
    { title: 'collapse all [', change: 'rows', before: ']', key: '[' },
    { title: 'expand all ]', change: 'rows', key: ']' },
    { title: 'toggle the root', change: 'rows', click: TOGGLE },
    { title: 'toggle it back', change: 'rows', click: TOGGLE },
  ],
};

/** @type {Subject} */
export const plain = { title: 'plain rows', page: 'browser/plain.html', interactions: [] };

/** @type {Subject} */
export const reactO11y = {
  title: '@assistant-ui/react-o11y',
  page: 'peers/react-o11y.html',
  interactions: [
    { title: 'toggle the root', change: 'rows', click: '.bench-toggle' },
    { title: 'toggle it back', change: 'rows', click: '.bench-toggle' },
  ],
};
