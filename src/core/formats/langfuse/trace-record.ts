import { asNumber, asText, asTexts, type JsonObject } from '../../model/json.ts';
import type { RunRecord } from '../../model/record.ts';
import { readTime, type Instant, type TimeInput } from '../../model/time.ts';
import { decodeJson } from './decode-json.ts';
import { labelled, ownFields } from './own-fields.ts';
import type { TraceContext } from './trace-context.ts';

/** A trace of Langfuse that no observation stands for, seen as the run above them. */
export class TraceRecord implements RunRecord {
  readonly kind = 'chain';
  readonly sourceKind = 'TRACE';
  readonly id: string;
  readonly traceId: string;
  readonly source: JsonObject;
  /** Langfuse records no end of a trace: it is that of its observations. */
  readonly endTime: TimeInput | undefined;
  readonly #context: TraceContext;

  constructor(trace: JsonObject, context: TraceContext, lastEnd: TimeInput | undefined) {
    this.id = context.id;
    this.traceId = context.id;
    this.source = trace;
    this.#context = context;
    this.endTime = this.#isEmpty ? endByLatency(trace) : lastEnd;
  }

  get name(): string {
    return asText(this.source['name']) ?? '';
  }

  get startTime(): TimeInput {
    return this.source['timestamp'] as TimeInput;
  }

  /** Without observations nothing tells of an end: a trace that has an output came to one. */
  get status(): string | undefined {
    return this.#isEmpty && this.endTime === undefined && this.outputs != null ? 'success' : undefined;
  }

  /** The sum over its observations, which is told only where they are not there to tell it themselves. */
  get cost(): RunRecord['cost'] {
    const total = asNumber(this.source['totalCost']);
    return this.#isEmpty && total !== undefined && total > 0 ? { total } : undefined;
  }

  get tags(): readonly string[] {
    return asTexts(this.source['tags']);
  }

  get project(): string | undefined {
    return asText(this.source['projectId']);
  }

  get threadId(): string | undefined {
    return this.#context.threadId;
  }

  get inputs(): unknown {
    return decodeJson(this.source['input']) ?? undefined;
  }

  get outputs(): unknown {
    return decodeJson(this.source['output']) ?? undefined;
  }

  get metadata(): JsonObject {
    const { id: _id, name: _name, input: _input, output: _output, metadata, ...rest } = ownFields(this.source);
    return { ...labelled(metadata), ...rest };
  }

  get #isEmpty(): boolean {
    return this.#context.observations === 0;
  }
}

/** @returns epoch milliseconds */
function endByLatency(trace: JsonObject): number | undefined {
  const seconds = asNumber(trace['latency']);
  const start: Instant = { ms: 0, ns: 0 };
  return seconds !== undefined && seconds >= 0 && readTime(trace['timestamp'], start) ? start.ms + seconds * 1000 : undefined;
}
