import type { Json } from './spans.ts';
import { fixture } from '../fixtures.ts';

/** An observation of Langfuse's export, with the OpenTelemetry attributes that it was made of. */
export interface Observation {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly parentObservationId: string | null;
  readonly startTime: string;
  readonly endTime: string | null;
  readonly attributes: Json;
  readonly scope: Json;
}

/** Langfuse writes attributes as text, and some as the text of what OTLP has. */
const anyValueOf = (value: unknown): unknown => (typeof value === 'string' && /^\{"\w+Value":/.test(value) ? JSON.parse(value) : { stringValue: typeof value === 'string' ? value : JSON.stringify(value) });

const parsed = (value: unknown): unknown => (typeof value === 'string' ? JSON.parse(value) : value);

/** The observations of a trace of Langfuse that keep their OpenTelemetry attributes, values as the text that Langfuse makes of them. */
export function observationsOf(folder: string, name: string): Observation[] {
  const { observations } = fixture(folder, name) as { observations: Json[] };
  return observations.map((observation) => {
    const metadata = (parsed(observation['metadata']) ?? {}) as { attributes?: Json; scope?: Json };
    return { ...(observation as unknown as Observation), attributes: (parsed(metadata.attributes) ?? {}) as Json, scope: metadata.scope ?? {} };
  });
}

/** The export that those observations came from; Langfuse keeps milliseconds. */
export function exportOf(observations: readonly Observation[]): Json {
  const nanoseconds = (time: string | null) => (time === null ? '0' : `${Date.parse(time)}000000`);
  return {
    resourceSpans: [{
      resource: { attributes: [] },
      scopeSpans: observations.map(({ scope, ...observation }) => ({
        scope: { name: scope['name'], version: scope['version'] },
        spans: [{
          traceId: 'a'.repeat(32), spanId: observation.id, parentSpanId: observation.parentObservationId ?? '', name: observation.name, kind: 1,
          startTimeUnixNano: nanoseconds(observation.startTime), endTimeUnixNano: nanoseconds(observation.endTime), status: {},
          attributes: Object.entries(observation.attributes).map(([key, value]) => ({ key, value: anyValueOf(value) })),
        }],
      })),
    }],
  };
}
