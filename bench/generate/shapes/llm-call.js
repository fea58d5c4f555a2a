import { MODELS } from '../models.js';
import { MS } from '../step.js';

/**
 * @param {import('../recorder.js').Recorder} recorder
 * @param {number} parent
 * @param {number} start
 * @returns {number} when it ended
 */
export function llmCall(recorder, parent, start) {
  const { random } = recorder;
  const model = random.pick(MODELS);
  const input = random.between(40, 4000);
  const output = random.between(8, 600);
  const end = start + random.between(150 * MS, 2500 * MS);
  const failed = random.chance(0.005);
  const place = recorder.open(parent, 'llm', model.wrapper, start, {
    model,
    firstToken: !failed && random.chance(0.25) ? start + Math.floor((end - start) * 0.2) : null,
    // Some providers report nothing: a viewer must show a dash there, not 0.
    usage:
      failed || random.chance(0.03)
        ? null
        : {
            input,
            output,
            cacheRead: random.chance(0.4) ? Math.floor(input / 2) : 0,
            reasoning: random.chance(0.3) ? Math.floor(output / 2) : 0,
          },
  });
  recorder.close(place, end, failed ? 'error' : 'success');
  return end;
}
