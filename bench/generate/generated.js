/**
 * @typedef {'agent' | 'chain' | 'fan-out' | 'threads'} Shape
 * @typedef {'none' | 'small' | 'typical'} Payload
 *
 * @typedef {object} GenerateOptions
 * @property {Shape} shape
 * @property {number} runs
 * @property {number} [seed]
 * @property {Payload} [payload]
 *
 * @typedef {object} GeneratedTrace
 * @property {number} from  place of its first step
 * @property {number} to  place after its last step
 * @property {number} thread  number of the conversation
 *
 * @typedef {object} Generated
 * @property {Shape} shape
 * @property {number} seed
 * @property {Payload} payload
 * @property {import('./step.js').Step[]} steps  in reading order, trace after trace
 * @property {GeneratedTrace[]} traces
 * @property {import('./figures.js').Figures} expected  of all traces; `figuresOf(steps, from, to)` gives those of one
 */

export {};
