import { threadIdOf } from '../thread-id.js';
import { text } from './attributes.js';
import { spanOf } from './span.js';

// What a BatchSpanProcessor hands to its exporter at once.
const BATCH = 512;

/**
 * An OTLP/JSON export: batches of spans in order of their end, so that children come before their parents.
 * By default a seed's parity chooses the dialect of attributes.
 *
 * @param {import('../generated.js').Generated} generated
 * @param {{ dialect?: 'openinference' | 'genai', batch?: number }} [options]
 */
export function toOtlp({ seed, payload, steps, traces }, options = {}) {
  const genAi = options.dialect === undefined ? seed % 2 === 0 : options.dialect === 'genai';
  const batch = options.batch ?? BATCH;
  const spans = inOrderOfEnd(steps).map(({ step, place }) => {
    const threadId = threadIdOf(seed, traces[step.trace]?.thread ?? 0);
    return spanOf(step, place, { seed, genAi, threadId, payload });
  });
  const resource = {
    attributes: [
      text('service.name', 'runlens-bench'),
      text('telemetry.sdk.language', 'python'),
      text('telemetry.sdk.name', 'opentelemetry'),
    ],
  };
  const scope = genAi
    ? { name: 'opentelemetry.instrumentation.openai_v2', version: '2.3' }
    : { name: 'openinference.instrumentation.langchain', version: '0.1.43' };
  const resourceSpans = [];
  for (let from = 0; from < spans.length; from += batch) {
    resourceSpans.push({ resource, scopeSpans: [{ scope, spans: spans.slice(from, from + batch) }] });
  }
  return { resourceSpans };
}

/** @param {readonly import('../step.js').Step[]} steps */
function inOrderOfEnd(steps) {
  return steps
    .map((step, place) => ({ step, place }))
    .toSorted((a, b) => (a.step.end ?? Number.MAX_VALUE) - (b.step.end ?? Number.MAX_VALUE));
}
