import { expect } from 'vitest';
import { readOtlp, type Run, type Trace } from '../../../../src/core/index.ts';

export type Json = Record<string, unknown>;

/** Nanoseconds of 2026-11-21T23:29:33Z. */
export const START = 1795303773_000000000n;

/** A plain value as OTLP/JSON writes it. */
export function anyValue(value: unknown): Json {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number') return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  if (Array.isArray(value)) return { arrayValue: { values: value.map(anyValue) } };
  return typeof value === 'object' && value !== null ? { kvlistValue: { values: pairs(value as Json) } } : {};
}

/** Attributes as OTLP/JSON writes them. */
export const pairs = (attributes: Json): Json[] => Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) }));

const TRACE = '5b8efff798038103d269b633813fc60c';
export const idOf = (nth: number): string => nth.toString(16).padStart(16, '0');

/** The nth span, under another or none, with plain attributes; it begins n ms late and ends n ms before a second is over. */
export function span(nth: number, under: number | null, attributes: Json = {}, rest: Json = {}): Json {
  const start = START + BigInt(nth) * 1_000_000n;
  return {
    traceId: TRACE, spanId: idOf(nth), parentSpanId: under === null ? '' : idOf(under), name: `span ${nth}`, kind: 1,
    startTimeUnixNano: String(start), endTimeUnixNano: String(START + BigInt(1000 - nth) * 1_000_000n), attributes: pairs(attributes), status: {}, ...rest,
  };
}

/** An export of spans of one service. */
export function request(spans: readonly Json[], resource: Json = { 'service.name': 'shop' }, scope: Json = { name: 'my.library', version: '1.2.3' }): Json {
  return { resourceSpans: [{ resource: { attributes: pairs(resource) }, scopeSpans: [{ scope, spans }] }] };
}

/** Reads what must be one trace. */
export function oneTrace(input: unknown): Trace {
  const { traces, format } = readOtlp(input);
  expect(format).toBe('otlp');
  expect(traces).toHaveLength(1);
  return traces[0]!;
}

/** Reads one span with these attributes. */
export function oneRun(attributes: Json, rest: Json = {}): Run {
  const { runs } = oneTrace(request([span(1, null, attributes, rest)]));
  expect(runs).toHaveLength(1);
  return runs[0]!;
}

/** Everything that can be seen of the runs, in reading order. */
export function seen(input: unknown): unknown {
  return readOtlp(input).traces.map((trace) => ({
    id: trace.id, project: trace.project, threadId: trace.threadId, start: trace.startNanoseconds, duration: trace.duration, status: trace.status,
    runs: trace.runs.map((run) => ({ ...run, inputs: run.inputs, outputs: run.outputs, metadata: run.metadata, events: run.events })),
  }));
}
