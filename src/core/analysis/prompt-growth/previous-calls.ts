import type { Trace } from '../../model/trace.ts';
import { modelCalls } from '../model-calls.ts';

/** How far above a model call its loop may be: agents wrap a call in a node and a sequence. As in `promptPrefix`. */
const LOOP_LEVELS = 3;

/**
 * The position of the model call before, of the same loop, for every call of a language model; -1 where there is none, and
 * for all other runs. One pass: the call before is the last one that is equally deep, if the loop's run holds it too.
 */
export function previousCalls(trace: Trace): Int32Array {
  const { runs, columns: { parent, depth } } = trace;
  const calls = modelCalls(trace);
  const previous = new Int32Array(runs.length).fill(-1);
  const lastAtDepth = new Map<number, number>();
  for (let at = 0; at < runs.length; at++) {
    if (calls[at] === 0 || runs[at]!.kind !== 'llm') continue;
    const last = lastAtDepth.get(depth[at]!) ?? -1;
    lastAtDepth.set(depth[at]!, at);
    let loop = at;
    for (let level = 0; level < LOOP_LEVELS && parent[loop] !== -1; level++) loop = parent[loop]!;
    if (loop !== at && last > loop) previous[at] = last;
  }
  return previous;
}
