import { dragRange, holdKeys, panByWheel, point, typeOn, zoomByWheel } from './gestures.js';
import { RARE_WORD } from './rare-word.js';

/**
 * @typedef {object} Subject
 * @property {string} title
 * @property {string} row  the name by which it is asked for; those of one name stand in one table
 * @property {string} page  the name of its folder in the build
 * @property {URL} script
 * @property {string} [variant]  which of its data the page shows
 * @property {readonly number[]} [sizes]  numbers of runs by default
 * @property {string} [unit]  what the sizes count, runs by default
 * @property {boolean} [huge]  whether it is asked to bear a million
 * @property {readonly import('./steps.js').Step[]} steps
 */

/** @typedef {readonly import('./steps.js').Step[]} Steps */

// Its packages are its own: nothing here may look for them among those of runlens.
const PEERS = new URL('../peers/', import.meta.url);

const ROW = '[data-slot="trace-tree-row"]';
const ROWS = '[data-slot="trace-tree-body"]';
const TOGGLE = '[data-slot="trace-tree-toggle"]';
const LANE = '[data-slot="trace-waterfall-lane"]';
const FIELD = '[data-slot="run-search-field"]';
const FILTER = '[data-slot="run-search-mode"]';
const INSPECTOR = '[data-slot="run-inspector"]';
const OUTPUT = '[data-section="output"]';
const MODE = `${OUTPUT} [data-slot="run-inspector-modes"] > button`;
const COPY = `${OUTPUT} [data-slot="run-inspector-actions"] [data-slot="copy-button"]`;
const JSON_ROW = `${OUTPUT} [data-slot="json-view-row"]`;

/** Pixels a frame: the notch of a wheel, and a scroll bar's thumb that is dragged, with all rows new in every frame. */
const WHEEL = 120;
const THUMB = 900;

/**
 * @param {string} [within]
 * @returns {Steps}
 */
const scrolls = (within) => [
  { type: 'scroll', title: 'scroll, wheel', pixels: WHEEL, ...(within && { within }) },
  { type: 'scroll', title: 'scroll, thumb', pixels: THUMB, ...(within && { within }) },
];

/**
 * A click gives the tree the focus that its keys need.
 *
 * @type {Steps}
 */
const TREE_STEPS = [
  { type: 'press', title: 'select by click', change: 'selection', click: ROW, place: 5 },
  { type: 'press', title: 'ArrowDown', change: 'focus', key: 'ArrowDown' },
  { type: 'press', title: 'collapse all [', change: 'rows', before: [']'], key: '[' },
  { type: 'press', title: 'expand all ]', change: 'rows', key: ']' },
  { type: 'press', title: 'toggle the root', change: 'rows', click: TOGGLE },
  { type: 'press', title: 'toggle it back', change: 'rows', click: TOGGLE },
];

/**
 * By real events over the lanes. Time is moved while some of it is out of sight.
 *
 * @type {Steps}
 */
const ZOOM_STEPS = [
  { type: 'gesture', title: 'point at lanes', change: 'time', over: LANE, place: 2, act: point },
  { type: 'gesture', title: 'zoom, Ctrl + wheel', change: 'time', over: LANE, place: 9, act: zoomByWheel },
  { type: 'gesture', title: 'pan, wheel sideways', change: 'time', before: ['F', 'w', 'w', 'w', 'w', 'w', 'w'], over: LANE, place: 9, act: panByWheel },
  { type: 'gesture', title: 'drag over a range', change: 'time', before: ['F'], over: LANE, place: 9, act: dragRange },
  { type: 'gesture', title: 'hold w, d, a, s', change: 'time', before: ['F'], over: LANE, place: 9, act: holdKeys(['w', 'd', 'a', 's']) },
];

/** @type {Subject} */
const tree = {
  title: '<TraceTree>',
  row: 'tree',
  page: 'tree',
  script: new URL('./tree.tsx', import.meta.url),
  huge: true,
  steps: [...TREE_STEPS, ...scrolls()],
};

/** @type {Subject} */
const waterfall = {
  title: '<TraceWaterfall>',
  row: 'waterfall',
  page: 'waterfall',
  script: new URL('./waterfall.tsx', import.meta.url),
  huge: true,
  steps: [...TREE_STEPS, ...ZOOM_STEPS, ...scrolls(ROWS)],
};

const QUERY = 'kind:llm latency:>2s';

/** @type {Subject} */
const search = {
  title: '<RunSearch> + <TraceTree>',
  row: 'search',
  page: 'search',
  script: new URL('./search.tsx', import.meta.url),
  huge: true,
  steps: [
    { type: 'typing', title: `“${RARE_WORD}”`, text: RARE_WORD },
    { type: 'press', title: 'next match', change: 'count', key: 'Enter' },
    { type: 'press', title: 'previous match', change: 'count', key: 'Shift+Enter' },
    { type: 'typing', title: 'many matches: “the”', text: 'the' },
    { type: 'press', title: 'next of many matches', change: 'count', key: 'Enter' },
    { type: 'scroll', title: 'scroll among matches, wheel', pixels: WHEEL, within: ROWS },
    { type: 'press', title: 'matches alone', change: 'rows', click: FILTER },
    { type: 'press', title: 'all runs again', change: 'rows', click: FILTER },
    { type: 'press', title: 'matches alone, again', change: 'rows', click: FILTER },
    { type: 'typing', title: `matches alone: “${RARE_WORD}”`, text: RARE_WORD },
    { type: 'press', title: 'next match alone', change: 'count', key: 'Enter' },
    { type: 'typing', title: `matches alone: ${QUERY}`, text: QUERY },
    { type: 'typing', title: `${QUERY} at once`, text: QUERY, atOnce: true },
    { type: 'gesture', title: 'type fast', change: 'count', before: ['ControlOrMeta+A', 'Backspace'], over: FIELD, act: typeOn(RARE_WORD) },
  ],
};

/** @type {Subject} */
const viewer = {
  title: '<TraceViewer>',
  row: 'viewer',
  page: 'viewer',
  script: new URL('./viewer.tsx', import.meta.url),
  steps: [
    { type: 'press', title: 'select, inspector opens', change: 'inspector', click: ROW, place: 5 },
    { type: 'press', title: 'select another', change: 'inspector', click: ROW, place: 9 },
    { type: 'press', title: 'select by Enter', change: 'inspector', before: ['ArrowDown'], key: 'Enter' },
    { type: 'press', title: 'collapse all [', change: 'rows', before: [']'], key: '[' },
    { type: 'press', title: 'expand all ]', change: 'rows', key: ']' },
    { type: 'gesture', title: 'zoom, Ctrl + wheel', change: 'time', over: LANE, place: 9, act: zoomByWheel },
    ...scrolls(ROWS),
    { type: 'typing', title: `“${RARE_WORD}”`, text: RARE_WORD },
    { type: 'press', title: 'next match', change: 'inspector', key: 'Enter' },
    { type: 'typing', title: `${QUERY} at once`, text: QUERY, atOnce: true },
  ],
};

const payload = { row: 'payload', page: 'payload', script: new URL('./payload.tsx', import.meta.url) };

/** @type {Steps} */
const MODE_STEPS = [
  { type: 'press', title: 'as JSON', change: 'payload', click: MODE, place: 1 },
  { type: 'press', title: 'as text', change: 'payload', click: MODE, place: 0 },
  { type: 'press', title: 'copy', change: 'copied', click: COPY },
];

/** @type {Steps} */
const JSON_STEPS = [
  { type: 'press', title: 'open an entry', change: 'payload', click: JSON_ROW, place: 4 },
  { type: 'press', title: 'open all inside *', change: 'payload', before: ['Home'], key: '*' },
  { type: 'press', title: 'End', change: 'focus', key: 'End' },
  { type: 'press', title: 'Home', change: 'focus', key: 'Home' },
  ...scrolls(`${OUTPUT} [data-slot="json-view-tree"]`),
];

/** @type {readonly Subject[]} */
const payloads = [
  {
    ...payload,
    title: 'text',
    variant: 'text',
    unit: 'characters',
    sizes: [10_000_000],
    steps: [...MODE_STEPS, { type: 'press', title: 'show more', change: 'payload', click: `${OUTPUT} [data-slot="text-block"] > button` }, ...scrolls(INSPECTOR)],
  },
  { ...payload, title: 'JSON', variant: 'nodes', unit: 'characters', sizes: [10_000_000], steps: [...JSON_STEPS, ...MODE_STEPS.toReversed()] },
  { ...payload, title: 'JSON', variant: 'levels', unit: 'levels', sizes: [400], steps: [...JSON_STEPS, ...MODE_STEPS.toReversed()] },
  {
    ...payload,
    title: 'conversation',
    variant: 'messages',
    unit: 'messages',
    sizes: [2000],
    steps: [
      { type: 'press', title: 'show more', change: 'payload', click: '[data-section="messages"] [data-slot="run-inspector-content"] > button' },
      { type: 'press', title: 'open a message', change: 'payload', click: '[data-slot="run-inspector-message"][data-state="closed"] [data-slot="run-inspector-trigger"]' },
      ...scrolls(INSPECTOR),
    ],
  },
];

/** What runlens is measured by. */
export const SUBJECTS = [tree, waterfall, search, ...payloads, viewer];

/** @type {Subject} */
export const plain = { title: 'plain rows', row: 'plain', page: 'plain', script: new URL('./plain.tsx', import.meta.url), steps: [...scrolls()] };

/** @type {Subject} */
export const reactO11y = {
  title: '@assistant-ui/react-o11y',
  row: 'tree',
  page: 'react-o11y',
  script: new URL('react-o11y.jsx', PEERS),
  steps: [
    { type: 'press', title: 'toggle the root', change: 'rows', click: '.bench-toggle' },
    { type: 'press', title: 'toggle it back', change: 'rows', click: '.bench-toggle' },
    ...scrolls(),
  ],
};
