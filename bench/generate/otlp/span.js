import { spanIdOf, traceIdOf } from '../ids.js';
import { EPOCH_MS } from '../step.js';
import { text } from './attributes.js';
import { genAiNameOf, genAiOf } from './genai.js';
import { openInferenceOf } from './openinference.js';

const EPOCH_NANO = BigInt(EPOCH_MS) * 1_000_000n;
const WORDS = /** @type {const} */ ({ none: 0, small: 4, typical: 14 });

/**
 * @typedef {object} SpanStyle
 * @property {number} seed
 * @property {boolean} genAi
 * @property {string} threadId
 * @property {import('../generated.js').Payload} payload
 */

/**
 * @param {import('../step.js').Step} step
 * @param {number} place
 * @param {SpanStyle} style
 */
export function spanOf(step, place, { seed, genAi, threadId, payload }) {
  const words = WORDS[payload];
  return {
    traceId: traceIdOf(seed, step.trace),
    spanId: spanIdOf(seed, place),
    ...(step.parent < 0 ? {} : { parentSpanId: spanIdOf(seed, step.parent) }),
    name: genAi ? genAiNameOf(step) : step.name,
    kind: step.kind === 'llm' ? 3 : 1,
    startTimeUnixNano: nanoOf(step.start),
    endTimeUnixNano: step.end === null ? '0' : nanoOf(step.end),
    attributes: genAi ? genAiOf(step, place, threadId, words) : openInferenceOf(step, place, threadId, words),
    ...eventsOf(step),
    status: statusOf(step),
  };
}

/** @param {number} time */
function nanoOf(time) {
  return String(EPOCH_NANO + BigInt(time));
}

/** @param {import('../step.js').Step} step */
function statusOf(step) {
  if (step.status === 'running') return {};
  return step.status === 'success' ? { code: 1 } : { code: 2, message: messageOf(step) };
}

/**
 * An interrupt is recorded as an exception: instrumentations do not know that it is none.
 *
 * @param {import('../step.js').Step} step
 */
function eventsOf(step) {
  if (step.end === null || (step.status !== 'error' && step.status !== 'interrupted')) return {};
  const attributes = [
    text('exception.type', step.status === 'error' ? 'RuntimeError' : 'GraphInterrupt'),
    text('exception.message', messageOf(step)),
    text('exception.stacktrace', `Traceback (most recent call last):\n  File "/app/agent.py", line 41, in invoke\n`),
  ];
  return { events: [{ timeUnixNano: nanoOf(step.end), name: 'exception', attributes }] };
}

/** @param {import('../step.js').Step} step */
function messageOf(step) {
  return step.status === 'error' ? `${step.name} failed: upstream answered 503` : 'Send this email?';
}
