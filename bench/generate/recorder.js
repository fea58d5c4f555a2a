import { createRandom } from './random.js';

/**
 * Collects steps in reading order until there are as many as were asked for.
 *
 * @typedef {object} Recorder
 * @property {import('./step.js').Step[]} steps
 * @property {import('./random.js').Random} random
 * @property {() => number} room  how many steps may still be opened
 * @property {(count: number) => void} limit  opens a new trace of at most so many steps
 * @property {(parent: number, kind: import('./step.js').StepKind, name: string, start: number, details?: Partial<import('./step.js').Step>) => number} open
 *   the new step's place, or -1 when there is no room left
 * @property {(place: number, end: number, status?: import('./step.js').StepStatus) => void} close
 */

/**
 * @param {number} seed
 * @returns {Recorder}
 */
export function createRecorder(seed) {
  /** @type {import('./step.js').Step[]} */
  const steps = [];
  let trace = -1;
  let capacity = 0;
  return {
    steps,
    random: createRandom(seed),
    room: () => capacity - steps.length,
    limit(count) {
      trace++;
      capacity = steps.length + count;
    },
    open(parent, kind, name, start, details) {
      if (steps.length >= capacity) return -1;
      const depth = (steps[parent]?.depth ?? -1) + 1;
      steps.push({
        trace,
        parent,
        depth,
        kind,
        name,
        start,
        end: null,
        firstToken: null,
        status: 'success',
        model: null,
        usage: null,
        graphStep: -1,
        attempt: 1,
        hidden: false,
        ...details,
      });
      return steps.length - 1;
    },
    close(place, end, status = 'success') {
      const step = steps[place];
      if (step === undefined) return;
      step.end = status === 'running' ? null : end;
      step.status = status;
    },
  };
}
