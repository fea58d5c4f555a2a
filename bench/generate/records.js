import { costOf } from './figures.js';
import { spanIdOf, traceIdOf } from './ids.js';
import { tagsOf } from './langsmith/fields.js';
import { EPOCH_MS, MS } from './step.js';
import { textOf } from './text.js';
import { threadIdOf } from './thread-id.js';

const WORDS = /** @type {const} */ ({ none: 0, small: 4, typical: 18 });

/**
 * What `buildTraces` takes: for stories and the browser's bench, where no file is read.
 * Times are epoch milliseconds, exact to a quarter of a microsecond. Payloads are written when someone looks.
 *
 * @param {import('./generated.js').Generated} generated
 * @returns {import('../../src/core/model/record.ts').RunRecord[]}
 */
export function toRecords({ seed, payload, steps, traces }) {
  const words = WORDS[payload];
  return steps.map((step, place) => {
    const { model, usage } = step;
    const cost = costOf(step);
    const thread = traces[step.trace]?.thread ?? 0;
    const record = {
      id: spanIdOf(seed, place),
      name: step.name,
      startTime: timeOf(step.start),
      traceId: traceIdOf(seed, step.trace),
      kind: step.kind,
      status: step.status,
      ...(step.parent < 0 ? { threadId: threadIdOf(seed, thread) } : { parentId: spanIdOf(seed, step.parent) }),
      ...(step.end === null ? {} : { endTime: timeOf(step.end) }),
      ...(step.firstToken === null ? {} : { firstTokenTime: timeOf(step.firstToken) }),
      ...(model === null ? {} : { model: { name: model.name, provider: model.provider, parameters: null } }),
      ...(usage === null ? {} : { usage: usageOf(usage) }),
      ...(cost === null ? {} : { cost: { ...cost, currency: 'USD' } }),
      ...(step.status === 'error' ? { error: { type: 'RuntimeError', message: `${step.name} failed`, stack: null } } : {}),
      ...(step.hidden ? { hidden: true } : {}),
      tags: tagsOf(step),
    };
    if (words === 0) return record;
    return {
      ...record,
      get inputs() {
        return { query: textOf(place, words) };
      },
      get outputs() {
        return step.status === 'success' ? { output: textOf(place + 1, words) } : undefined;
      },
    };
  });
}

/** @param {number} time */
function timeOf(time) {
  return EPOCH_MS + time / MS;
}

/** @param {import('./step.js').StepUsage} usage */
function usageOf({ input, output, cacheRead, reasoning }) {
  return { input, output, total: input + output, inputDetails: { cacheRead }, outputDetails: { reasoning } };
}
