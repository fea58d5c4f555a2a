import { MS } from '../step.js';
import { llmCall } from './llm-call.js';

/**
 * Every run is the child of the one before it; the last calls the model, so that its tokens roll up all the way.
 *
 * @param {import('../recorder.js').Recorder} recorder
 * @param {number} runs
 */
export function chain(recorder, runs) {
  for (let depth = 0; depth < runs - 1; depth++) {
    recorder.open(depth - 1, depth === 0 ? 'agent' : 'chain', `step_${depth % 100}`, depth * MS);
  }
  let end = llmCall(recorder, runs - 2, (runs - 1) * MS);
  for (let depth = runs - 2; depth >= 0; depth--) {
    end += 1000 + recorder.random.between(0, 999);
    recorder.close(depth, end);
  }
}
