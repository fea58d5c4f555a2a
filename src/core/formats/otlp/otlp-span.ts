import { asArray, asObject, asText, isObject, type JsonObject } from '../../model/json.ts';
import type { RunEventRecord, RunLinkRecord } from '../../model/record.ts';
import type { TimeInput } from '../../model/time.ts';
import { decodeAttributes, decodeLong } from './any-value.ts';
import { readId } from './otlp-id.ts';
import { readEvents, SpanRecord } from './span-record.ts';
import type { SpanSurroundings } from './span-surroundings.ts';

const SPAN_KINDS = ['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'];

/** A span of OTLP/JSON, in camel or snake case. */
export class OtlpSpan extends SpanRecord {
  protected readonly around: SpanSurroundings;

  constructor(span: JsonObject, traceId: string | undefined, around: SpanSurroundings) {
    super(span, traceId);
    this.around = around;
  }

  protected get spanId(): string | undefined {
    return readId(this.source['spanId'] ?? this.source['span_id']);
  }

  protected get parentSpanId(): string | undefined {
    return readId(this.source['parentSpanId'] ?? this.source['parent_span_id']);
  }

  get startTime(): TimeInput {
    return toTime(this.source['startTimeUnixNano'] ?? this.source['start_time_unix_nano']) as TimeInput;
  }

  protected get spanEnd(): TimeInput | undefined {
    return toTime(this.source['endTimeUnixNano'] ?? this.source['end_time_unix_nano']);
  }

  get events(): readonly RunEventRecord[] {
    return readEvents(this.source['events'], (event) => toTime(event['timeUnixNano'] ?? event['time_unix_nano']));
  }

  override get links(): readonly RunLinkRecord[] {
    return asArray(this.source['links']).map((link) => {
      if (!isObject(link)) return { attributes: { value: link } };
      return {
        traceId: readId(link['traceId'] ?? link['trace_id']),
        runId: readId(link['spanId'] ?? link['span_id']),
        attributes: decodeAttributes(link['attributes']),
      };
    });
  }

  protected attributesIn(span: JsonObject): unknown {
    return span['attributes'];
  }

  protected get spanKind(): string | undefined {
    const kind = this.source['kind'];
    return typeof kind === 'number' ? SPAN_KINDS[kind] : asText(kind)?.replace(/^SPAN_KIND_/, '');
  }

  protected get failure(): string | undefined {
    const status = asObject(this.source['status']);
    const code = status?.['code'];
    const hasFailed = code === 2 || (typeof code === 'string' && /^(?:STATUS_CODE_)?ERROR$|^2$/.test(code));
    return hasFailed ? (asText(status?.['message']) ?? '') : undefined;
  }
}

/** Nanoseconds since 1970 as text, as a number or as two halves; 0 stands for none. */
function toTime(value: unknown): TimeInput | undefined {
  if (typeof value === 'string') {
    if (value === '' || value === '0') return undefined;
    return /^\d{1,15}$/.test(value) ? BigInt(value) : value;
  }
  if (typeof value === 'number') return value === 0 ? undefined : Number.isInteger(value) ? BigInt(value) : value / 1e6;
  const whole = isObject(value) ? decodeLong(value as JsonObject) : value;
  if (typeof whole === 'number' || typeof whole === 'string') return toTime(whole);
  return whole == null ? undefined : (whole as TimeInput);
}
