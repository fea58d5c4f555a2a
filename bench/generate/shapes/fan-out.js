import { MS } from '../step.js';
import { llmCall } from './llm-call.js';

/**
 * One root with all other runs as its children, started a millisecond after each other.
 *
 * @param {import('../recorder.js').Recorder} recorder
 * @param {number} runs
 */
export function fanOut(recorder, runs) {
  const root = recorder.open(-1, 'chain', 'map', 0);
  let last = MS;
  for (let child = 1; child < runs; child++) {
    const end = child % 4 === 0 ? llmCall(recorder, root, child * MS) : leaf(recorder, root, child * MS);
    if (end > last) last = end;
  }
  recorder.close(root, last + MS);
}

/**
 * @param {import('../recorder.js').Recorder} recorder
 * @param {number} root
 * @param {number} start
 */
function leaf(recorder, root, start) {
  const end = start + recorder.random.between(2 * MS, 900 * MS);
  const place = recorder.open(root, 'tool', 'leaf', start);
  recorder.close(place, end, recorder.random.chance(0.02) ? 'error' : 'success');
  return end;
}
