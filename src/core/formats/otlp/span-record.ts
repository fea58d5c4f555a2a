import type { ToolCall } from '../../model/content/content.ts';
import { asArray, asNumber, asObject, asText, isObject, parseIfJson, type JsonObject } from '../../model/json.ts';
import type { RunEventRecord, RunRecord } from '../../model/record.ts';
import { readTime, type Instant, type TimeInput } from '../../model/time.ts';
import { INTERRUPT } from '../interrupt.ts';
import { decodeAttributes, decodeLong, decodeValue } from './any-value.ts';
import type { Attributes, SpanField } from './dialect.ts';
import { DIALECTS } from './dialects.ts';
import { readId } from './otlp-id.ts';
import { readFields, type SpanFields } from './span-fields.ts';

/** What a span shares with others of its export. */
export interface SpanSurroundings {
  readonly resource: unknown;
  readonly scope: unknown;
  /** The name of the service, for spans that tell no project. */
  readonly service: string | undefined;
}

const SPAN_KINDS = ['UNSPECIFIED', 'INTERNAL', 'SERVER', 'CLIENT', 'PRODUCER', 'CONSUMER'];
const FIRST_TOKEN = /first[\s._-]?(?:token|chunk)/i;

/** A span of OTLP/JSON, in camel or snake case, seen as a RunRecord. */
export class SpanRecord implements RunRecord {
  readonly source: JsonObject;
  readonly traceId: string | undefined;
  readonly #around: SpanSurroundings;
  readonly #fields: SpanFields;

  constructor(span: JsonObject, traceId: string | undefined, around: SpanSurroundings) {
    this.source = span;
    this.traceId = traceId;
    this.#around = around;
    this.#fields = readFields(span['attributes']);
  }

  get id(): string {
    return readId(this.source['spanId'] ?? this.source['span_id']) ?? '';
  }

  get parentId(): string | undefined {
    return readId(this.source['parentSpanId'] ?? this.source['parent_span_id']);
  }

  get name(): string {
    return asText(this.source['name']) ?? '';
  }

  get kind(): string | undefined {
    const word = this.#text('kind')?.toLowerCase();
    const known = word === undefined ? undefined : (this.#fields.kindDialect?.kinds[word] ?? word);
    if (known !== undefined) return known;
    const { values } = this.#fields;
    if (values.toolName !== undefined) return 'tool';
    if (values.retrieval !== undefined) return 'retriever';
    if (values.embedding !== undefined) return 'embedding';
    return values.model === undefined && values.inputTokens === undefined ? undefined : 'llm';
  }

  get sourceKind(): string | undefined {
    const kind = this.source['kind'];
    return this.#text('kind') ?? (typeof kind === 'number' ? SPAN_KINDS[kind] : asText(kind)?.replace(/^SPAN_KIND_/, ''));
  }

  get startTime(): TimeInput {
    return toTime(this.source['startTimeUnixNano'] ?? this.source['start_time_unix_nano']) as TimeInput;
  }

  get endTime(): TimeInput | undefined {
    return toTime(this.source['endTimeUnixNano'] ?? this.source['end_time_unix_nano']);
  }

  get firstTokenTime(): TimeInput | undefined {
    const seconds = asNumber(this.#value('firstTokenSeconds'));
    const start: Instant = { ms: 0, ns: 0 };
    if (seconds !== undefined && readTime(this.startTime, start)) {
      const nanoseconds = start.ns + Math.round(seconds * 1e9);
      return Number.isSafeInteger(nanoseconds) ? BigInt(start.ms) * 1_000_000n + BigInt(nanoseconds) : Number.NaN;
    }
    for (const event of asArray(this.source['events'])) {
      if (isObject(event) && FIRST_TOKEN.test(asText(event['name']) ?? '')) return eventTime(event);
    }
    return undefined;
  }

  get status(): string | undefined {
    if (this.#statusCode !== 2) return undefined;
    return INTERRUPT.test(this.error?.type ?? '') ? 'interrupted' : 'error';
  }

  /** Only a status of ERROR is a failure: an exception event without one was handled, by a retry for instance. */
  get error(): { type: string | undefined; message: string | undefined; stack: string | undefined } | undefined {
    if (this.#statusCode !== 2) return undefined;
    const status = asObject(this.source['status']);
    const exception = asArray(this.source['events']).findLast((event) => isObject(event) && event['name'] === 'exception');
    const attributes = isObject(exception) ? decodeAttributes(exception['attributes']) : {};
    return {
      type: asText(attributes['exception.type']) ?? this.#text('errorType'),
      message: asText(status?.['message']) ?? asText(attributes['exception.message']),
      stack: asText(attributes['exception.stacktrace']),
    };
  }

  get model(): RunRecord['model'] {
    const name = this.#text('model');
    const provider = this.#text('provider');
    if (name === undefined && provider === undefined) return undefined;
    return { name, provider, parameters: asObject(parseIfJson(this.#value('parameters'))) };
  }

  get usage(): RunRecord['usage'] {
    const { values } = this.#fields;
    if (values.inputTokens === undefined && values.outputTokens === undefined && values.totalTokens === undefined) return undefined;
    return {
      input: this.#number('inputTokens'),
      output: this.#number('outputTokens'),
      total: this.#number('totalTokens'),
      inputDetails: { cacheRead: this.#number('cacheRead'), cacheWrite: this.#number('cacheWrite'), audio: this.#number('inputAudio') },
      outputDetails: { reasoning: this.#number('reasoning'), audio: this.#number('outputAudio') },
    };
  }

  get cost(): RunRecord['cost'] {
    const { values } = this.#fields;
    if (values.totalCost === undefined && values.inputCost === undefined && values.outputCost === undefined) return undefined;
    return { input: this.#number('inputCost'), output: this.#number('outputCost'), total: this.#number('totalCost') };
  }

  get tags(): readonly string[] | undefined {
    const tags = this.#value('tags');
    return Array.isArray(tags) ? tags : undefined;
  }

  get hidden(): boolean {
    return this.#text('level') === 'DEBUG';
  }

  get project(): string | undefined {
    return this.#text('project') ?? this.#around.service;
  }

  get threadId(): string | undefined {
    return this.#text('threadId');
  }

  get inputs(): unknown {
    const attributes = this.#attributes;
    return firstKnown((dialect) => dialect.inputs?.(attributes));
  }

  get outputs(): unknown {
    const attributes = this.#attributes;
    return firstKnown((dialect) => dialect.outputs?.(attributes));
  }

  /** Every attribute that no payload shows, with what the `metadata` attribute holds laid out, and what the span's surroundings say. */
  get metadata(): JsonObject {
    const attributes = this.#attributes;
    const own = Object.fromEntries(Object.entries(attributes).filter(([key]) => key !== 'metadata' && !DIALECTS.some((dialect) => dialect.isPayload(key))));
    const given = parseIfJson(attributes['metadata']);
    const { resource, scope } = this.#around;
    return {
      ...(isObject(given) ? given : given === undefined ? {} : { metadata: given }),
      ...own,
      ...(isObject(resource) ? { resource: decodeAttributes(resource['attributes']) } : {}),
      ...(isObject(scope) ? { scope: { name: scope['name'], version: scope['version'], ...decodeAttributes(scope['attributes']) } } : {}),
      ...(this.source['links'] === undefined ? {} : { links: this.source['links'] }),
    };
  }

  get events(): readonly RunEventRecord[] {
    return asArray(this.source['events']).filter(isObject).map((event) => {
      const time = eventTime(event);
      return { name: asText(event['name']) ?? 'event', ...(time === undefined ? {} : { time }), attributes: decodeAttributes(event['attributes']) };
    });
  }

  get messages(): RunRecord['messages'] {
    const attributes = this.#attributes;
    return firstKnown((dialect) => dialect.messages?.(attributes));
  }

  get documents(): readonly unknown[] | undefined {
    const attributes = this.#attributes;
    return firstKnown((dialect) => dialect.documents?.(attributes));
  }

  get toolCalls(): readonly ToolCall[] | undefined {
    if (this.kind !== 'tool') return undefined;
    const attributes = this.#attributes;
    return firstKnown((dialect) => dialect.toolCalls?.(attributes));
  }

  get #attributes(): Attributes {
    return decodeAttributes(this.source['attributes']);
  }

  get #statusCode(): number {
    const code = asObject(this.source['status'])?.['code'];
    if (typeof code === 'number') return code;
    return typeof code === 'string' && /^(?:STATUS_CODE_)?ERROR$|^2$/.test(code) ? 2 : 0;
  }

  #value(field: SpanField): unknown {
    const value = this.#fields.values[field];
    return value === undefined ? undefined : decodeValue(value);
  }

  #text(field: SpanField): string | undefined {
    return asText(this.#value(field));
  }

  #number(field: SpanField): number | undefined {
    return asNumber(this.#value(field));
  }
}

function firstKnown<T>(read: (dialect: (typeof DIALECTS)[number]) => T | undefined): T | undefined {
  for (const dialect of DIALECTS) {
    const value = read(dialect);
    if (value !== undefined) return value;
  }
  return undefined;
}

function eventTime(event: JsonObject): TimeInput | undefined {
  return toTime(event['timeUnixNano'] ?? event['time_unix_nano']);
}

/** Nanoseconds since 1970 as text, as a number or as two halves; 0 stands for none. */
function toTime(value: unknown): TimeInput | undefined {
  if (typeof value === 'string') {
    if (value === '' || value === '0') return undefined;
    return /^\d{1,15}$/.test(value) ? BigInt(value) : value;
  }
  if (typeof value === 'number') return value === 0 ? undefined : Number.isInteger(value) ? BigInt(value) : value / 1e6;
  const whole = isObject(value) ? decodeLong(value) : value;
  if (typeof whole === 'number' || typeof whole === 'string') return toTime(whole);
  return whole == null ? undefined : (whole as TimeInput);
}
