/**
 * @typedef {object} Subject
 * @property {string} title
 * @property {string} name  of its folder in the build
 * @property {URL} script
 * @property {readonly import('./measure-page.js').Interaction[]} interactions
 */

// Its packages are its own: nothing here may look for them among those of runlens.
const PEERS = new URL('../peers/', import.meta.url);

const ROW = '[data-slot="trace-tree-row"]';
const TOGGLE = '[data-slot="trace-tree-toggle"]';

/**
 * A click gives the tree the focus that its keys need.
 *
 * @type {Subject}
 */
export const runlens = {
  title: '<TraceTree>',
  name: 'runlens',
  script: new URL('./runlens.tsx', import.meta.url),
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
export const plain = { title: 'plain rows', name: 'plain', script: new URL('./plain.tsx', import.meta.url), interactions: [] };

/** @type {Subject} */
export const reactO11y = {
  title: '@assistant-ui/react-o11y',
  name: 'react-o11y',
  script: new URL('react-o11y.jsx', PEERS),
  interactions: [
    { title: 'toggle the root', change: 'rows', click: '.bench-toggle' },
    { title: 'toggle it back', change: 'rows', click: '.bench-toggle' },
  ],
};
