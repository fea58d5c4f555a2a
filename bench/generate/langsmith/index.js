import { uuidOf } from '../ids.js';
import { epochMsOf } from '../step.js';
import { threadIdOf } from '../thread-id.js';
import { runOf } from './run.js';
import { jsClock, pythonClock } from './times.js';

// Each segment repeats all above it: 100,000 nested runs would make 300 GB of dotted orders.
const DOTTED_DEPTH = 32;

/**
 * The runs as LangSmith's tracers leave them, post and patch merged, in order of start.
 * By default traces alternate between the JS and the Python SDK, beginning with the seed's parity.
 *
 * @param {import('../generated.js').Generated} generated
 * @param {{ sdk?: 'js' | 'python' }} [options]
 * @returns {Record<string, unknown>[]}
 */
export function toLangSmith({ seed, payload, steps, traces }, options = {}) {
  return traces.flatMap(({ from, to, thread }, trace) => {
    const python = options.sdk === undefined ? (seed + trace) % 2 === 0 : options.sdk === 'python';
    const style = { python, payload, clock: python ? pythonClock : jsClock };
    const threadId = threadIdOf(seed, thread);
    /** @type {Map<number, string>} */
    const ids = new Map();
    /** @type {Map<number, string>} */
    const dotted = new Map();
    return inOrderOfStart(steps, from, to).map(({ step, place }, rank) => {
      const id = uuidOf(seed, place, epochMsOf(step.start));
      ids.set(place, id);
      if (step.depth < DOTTED_DEPTH) {
        const above = dotted.get(step.parent);
        const own = style.clock.dotted(step.start, rank + 1) + id;
        dotted.set(place, above === undefined ? own : `${above}.${own}`);
      }
      const known = { id, threadId, traceId: ids.get(from), parentId: ids.get(step.parent), dottedOrder: dotted.get(place) };
      return runOf(step, place, rank + 1, known, style);
    });
  });
}

/**
 * @param {readonly import('../step.js').Step[]} steps
 * @param {number} from
 * @param {number} to
 */
function inOrderOfStart(steps, from, to) {
  return steps
    .slice(from, to)
    .map((step, offset) => ({ step, place: from + offset }))
    .toSorted((a, b) => a.step.start - b.step.start);
}
