import { errorOf } from './errors.js';
import { eventsOf, extraOf, runTypeOf, tagsOf } from './fields.js';
import { ioOf } from './io.js';

/**
 * @typedef {object} RunIds
 * @property {string} id
 * @property {string | undefined} traceId
 * @property {string | undefined} parentId
 * @property {string | undefined} dottedOrder
 * @property {string} threadId
 *
 * @typedef {object} RunStyle
 * @property {boolean} python
 * @property {import('./times.js').Clock} clock
 * @property {import('../generated.js').Payload} payload
 */

/**
 * @param {import('../step.js').Step} step
 * @param {number} place
 * @param {number} order  of execution, from 1
 * @param {RunIds} ids
 * @param {RunStyle} style
 */
export function runOf(step, place, order, ids, style) {
  const { python, clock, payload } = style;
  const failed = step.status === 'error' || step.status === 'interrupted';
  return {
    session_name: 'bench',
    id: ids.id,
    name: step.name,
    start_time: clock.start(step.start, order),
    ...(step.end === null ? {} : { end_time: clock.end(step.end) }),
    run_type: runTypeOf(step.kind),
    ...(ids.parentId === undefined ? {} : { parent_run_id: ids.parentId }),
    trace_id: ids.traceId,
    ...(ids.dottedOrder === undefined ? {} : { dotted_order: ids.dottedOrder }),
    tags: tagsOf(step),
    ...ioOf(step, place, python, payload),
    ...eventsOf(step, clock),
    extra: extraOf(step, place, ids.threadId, style),
    ...(failed ? { error: errorOf(step, python) } : {}),
  };
}
