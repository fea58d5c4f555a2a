import { figuresOf } from './figures.js';
import { createRecorder } from './recorder.js';
import { agent } from './shapes/agent.js';
import { chain } from './shapes/chain.js';
import { fanOut } from './shapes/fan-out.js';
import { threads } from './shapes/threads.js';

/**
 * A trace, or many for `threads`, of exactly so many runs. The same options give the same steps, on every machine.
 *
 * @param {import('./generated.js').GenerateOptions} options
 * @returns {import('./generated.js').Generated}
 */
export function generateTrace({ shape, runs, seed = 1, payload = 'typical' }) {
  const recorder = createRecorder(seed);
  const { steps } = recorder;
  /** @type {import('./generated.js').GeneratedTrace[]} */
  const traces = [];
  if (shape === 'threads') {
    threads(recorder, runs, traces);
  } else {
    recorder.limit(runs);
    if (shape === 'agent') agent(recorder, -1, 0);
    if (shape === 'chain') chain(recorder, runs);
    if (shape === 'fan-out') fanOut(recorder, runs);
    traces.push({ from: 0, to: steps.length, thread: 0 });
  }
  return { shape, seed, payload, steps, traces, expected: figuresOf(steps) };
}
