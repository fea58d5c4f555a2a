/**
 * What is done on a page and measured, one after the other.
 *
 * @typedef {Press | Gesture | Scrolling | Typing} Step
 *
 * @typedef {object} Titled
 * @property {string} title
 * @property {readonly string[]} [before]  keys that are pressed first, without being measured
 *
 * A key or a click, and the frame that shows what it changed.
 * @typedef {Titled & PressDetails} Press
 * @typedef {object} PressDetails
 * @property {'press'} type
 * @property {import('./changes.ts').Change} change
 * @property {string} [key]  is pressed,
 * @property {string} [click]  or the first visible element of this selector is clicked,
 * @property {number} [place]  or another than the first
 *
 * What a hand does for some seconds, and the frames of it.
 * @typedef {Titled & GestureDetails} Gesture
 * @typedef {object} GestureDetails
 * @property {'gesture'} type
 * @property {import('./changes.ts').Change} change
 * @property {string} over  the first visible element of this selector is where the pointer is
 * @property {number} [place]  or another than the first
 * @property {(page: import('playwright').Page, point: Point) => Promise<void>} act
 *
 * @typedef {object} Point
 * @property {number} x
 * @property {number} y
 *
 * A list that scrolls by the same way each frame.
 * @typedef {Titled & ScrollingDetails} Scrolling
 * @typedef {object} ScrollingDetails
 * @property {'scroll'} type
 * @property {number} pixels  a frame
 * @property {string} [within]  the first of this selector that scrolls, or the first that does inside of it
 *
 * A query written into a search field, and what each key stroke finds.
 * @typedef {Titled & TypingDetails} Typing
 * @typedef {object} TypingDetails
 * @property {'typing'} type
 * @property {string} text
 * @property {boolean} [atOnce]  as a query is that was copied
 *
 * What came of a step.
 * @typedef {Response | Motion | Findings} Outcome
 * @typedef {{ type: 'response', tasks: import('./tasks.js').Tasks } & import('./response.ts').Response} Response
 * @typedef {{ type: 'motion', tasks: import('./tasks.js').Tasks } & import('./motion.ts').Motion} Motion
 * @typedef {{ type: 'findings', keys: readonly Finding[] }} Findings
 * @typedef {{ tasks: import('./tasks.js').Tasks } & import('./finding.ts').Finding} Finding
 */

export {};
