import { asArray, asObject, asText, isObject, type JsonObject } from '../../model/json.ts';
import type { RunEventRecord, RunLinkRecord } from '../../model/record.ts';
import type { TimeInput } from '../../model/time.ts';
import { decodeAttributes } from '../otlp/any-value.ts';
import { readId } from '../otlp/otlp-id.ts';
import { readEvents, SpanRecord } from '../otlp/span-record.ts';
import { surroundingsOf, type SpanSurroundings } from '../otlp/span-surroundings.ts';
import { isWholeNumber, toHexId } from './decimal-id.ts';
import { readEpoch } from './read-epoch.ts';

/** Kinds as the API of JavaScript numbers them: otherwise than OTLP. */
const SPAN_KINDS = ['INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'];

/**
 * A span that has its ids in a context beside it: what OpenTelemetry's SDKs hold in memory and print, and what others made
 * of that (any-agent, Phoenix' API, the first MLflow).
 */
export class ContextSpan extends SpanRecord {
  get startTime(): TimeInput {
    const { startTime, start_time: start = startTime, timestamp } = this.source;
    return readEpoch(start ?? timestamp) as TimeInput;
  }

  get events(): readonly RunEventRecord[] {
    return readEvents(this.source['events'], (event) => readEpoch(event['time'] ?? event['timestamp']));
  }

  override get links(): readonly RunLinkRecord[] {
    return asArray(this.source['links']).filter(isObject).map((link) => {
      const context = contextOf(link) ?? link;
      return { traceId: idIn(context, 'trace', this.source), runId: idIn(context, 'span', this.source), attributes: decodeAttributes(link['attributes']) };
    });
  }

  protected get around(): SpanSurroundings {
    const { resource, instrumentationScope, instrumentationLibrary, instrumentation_scope: scope = instrumentationScope } = this.source;
    return surroundingsOf(resource, scope ?? instrumentationLibrary);
  }

  protected get spanId(): string | undefined {
    return idIn(contextOf(this.source) ?? {}, 'span', this.source) ?? readId(this.source['id']);
  }

  protected get parentSpanId(): string | undefined {
    const { parentSpanId, parent_id: given = parentSpanId, parentId, parent, parentSpanContext } = this.source;
    const context = asObject(parent ?? parentSpanContext);
    return context === undefined ? toHexId(given ?? parentId, 16, hasIntegerIds(this.source)) : idIn(context, 'span', this.source);
  }

  protected get spanEnd(): TimeInput | undefined {
    const { endTime, end_time: end = endTime, duration } = this.source;
    if (end !== undefined || typeof duration !== 'number') return readEpoch(end);
    const start = readEpoch(this.source['timestamp']);
    return typeof start === 'bigint' && Number.isFinite(duration) ? start + BigInt(Math.round(duration * 1000)) : undefined;
  }

  protected attributesIn(span: JsonObject): unknown {
    return span['attributes'];
  }

  protected get spanKind(): string | undefined {
    const kind = this.source['kind'];
    return typeof kind === 'number' ? SPAN_KINDS[kind] : asText(kind)?.replace(/^SpanKind\./, '').toUpperCase();
  }

  protected get failure(): string | undefined {
    const status = asObject(this.source['status']) ?? {};
    const code = status['code'] ?? status['status_code'] ?? this.source['status_code'];
    const hasFailed = code === 2 || (typeof code === 'string' && /(?:^|[._])ERROR$/i.test(code));
    return hasFailed ? (asText(status['message'] ?? status['description'] ?? this.source['status_message']) ?? '') : undefined;
  }
}

/** Where a span or a link has its ids. */
export function contextOf(item: JsonObject): JsonObject | undefined {
  const { context, spanContext = context, _spanContext: inner = spanContext, 'context.span_id': id } = item;
  return asObject(inner) ?? (id === undefined ? undefined : { span_id: id, trace_id: item['context.trace_id'] });
}

/** The trace of such a span. */
export function traceIdOf(span: JsonObject): string | undefined {
  return idIn(contextOf(span) ?? span, 'trace', span);
}

/** Whether its ids are written as integers, as any-agent does: then its times are too. */
function hasIntegerIds(span: JsonObject): boolean {
  return isWholeNumber(span['start_time']) && ['trace_id', 'span_id'].every((key) => isWholeNumber(contextOf(span)?.[key]));
}

function idIn(context: JsonObject, of: 'trace' | 'span', span: JsonObject): string | undefined {
  const { [`${of}Id`]: camel, [`${of}_id`]: id = camel } = context;
  return toHexId(id, of === 'trace' ? 32 : 16, hasIntegerIds(span));
}
