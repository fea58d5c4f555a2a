import { MS } from '../step.js';
import { agent } from './agent.js';

/**
 * Many traces of one to a few hundred runs, most of them small, some of them not over yet.
 *
 * @param {import('../recorder.js').Recorder} recorder
 * @param {number} runs
 * @param {import('../generated.js').GeneratedTrace[]} traces
 */
export function threads(recorder, runs, traces) {
  const { random, steps } = recorder;
  let now = 0;
  while (steps.length < runs) {
    const size = Math.min(1 + Math.floor(300 * random.next() ** 3), runs - steps.length);
    const from = steps.length;
    recorder.limit(size);
    agent(recorder, -1, now);
    if (random.chance(0.02)) leaveRunning(steps);
    traces.push({ from, to: steps.length, thread: random.between(0, Math.floor(traces.length / 3)) });
    now += random.between(200 * MS, 60_000 * MS);
  }
}

/**
 * The last step and all above it have not ended: how a trace looks while it is being written.
 *
 * @param {import('../step.js').Step[]} steps
 */
function leaveRunning(steps) {
  for (let step = steps.at(-1); step !== undefined; step = steps[step.parent]) {
    step.end = null;
    step.status = 'running';
    step.usage = null;
  }
}
