import { expect } from 'vitest';
import { readLangfuse, readTraces, type Run, type Trace } from '../../../../src/core/index.ts';

export type Json = Record<string, unknown>;

/** An observation as v1 of the public API answers; `rest` is laid over it. */
export const observation = (id: string, rest: Json = {}): Json => ({
  id, traceId: 't', projectId: 'p', parentObservationId: null, name: id, type: 'SPAN', environment: 'default', startTime: '2026-11-21T23:29:33.000Z', endTime: '2026-11-21T23:29:34.000Z',
  completionStartTime: null, version: null, createdAt: '2026-11-21T23:29:35.000Z', updatedAt: '2026-11-21T23:29:35.000Z', level: 'DEFAULT', statusMessage: null, input: null, output: null, metadata: {},
  model: null, modelParameters: null, modelId: null, promptId: null, promptName: null, promptVersion: null, usageDetails: {}, costDetails: {}, usage: { unit: 'TOKENS', input: 0, output: 0, total: 0 },
  unit: 'TOKENS', promptTokens: 0, completionTokens: 0, totalTokens: 0, calculatedInputCost: null, calculatedOutputCost: null, calculatedTotalCost: 0, latency: 1, timeToFirstToken: null, ...rest,
});

/** A trace as v1 of the public API answers. */
export const traceOf = (observations: readonly unknown[], rest: Json = {}): Json => ({
  id: 't', externalId: null, timestamp: '2026-11-21T23:29:33.000Z', name: 'turn', userId: 'u', sessionId: 's', release: null, version: null, projectId: 'p', environment: 'default', public: false, bookmarked: false,
  tags: ['beta'], input: { question: 'why?' }, output: 'because', metadata: { plan: 'pro' }, createdAt: '2026-11-21T23:29:35.000Z', updatedAt: '2026-11-21T23:29:35.000Z', htmlPath: '/project/p/traces/t',
  latency: 1, totalCost: 0, observations, scores: [], ...rest,
});

/** Reads what must be one trace. */
export function oneTrace(input: unknown): Trace {
  expect(readTraces(input).format).toBe('langfuse');
  const { traces } = readLangfuse(input);
  expect(traces).toHaveLength(1);
  return traces[0]!;
}

/** Reads a trace of one observation. */
export function oneRun(rest: Json): Run {
  const trace = oneTrace(traceOf([observation('a', rest)]));
  expect(trace.runs).toHaveLength(1);
  return trace.runs[0]!;
}

/** Every run's parent, by id, in reading order. */
export const tree = (trace: Trace): [string, string | null][] => trace.runs.map(({ id, parentId }) => [id, parentId]);
