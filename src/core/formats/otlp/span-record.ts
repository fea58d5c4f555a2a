import type { ToolCall } from '../../model/content/content.ts';
import type { Feedback } from '../../model/feedback.ts';
import { asArray, asNumber, asObject, asText, isObject, parseIfJson, type JsonObject } from '../../model/json.ts';
import type { RunEventRecord, RunLinkRecord, RunRecord } from '../../model/record.ts';
import { readTime, type Instant, type TimeInput } from '../../model/time.ts';
import { INTERRUPT } from '../interrupt.ts';
import { decodeAttributes, decodeValue } from './any-value.ts';
import type { SpanMessages } from './dialect.ts';
import { readId } from './otlp-id.ts';
import { SpanContent, type SpanEvent } from './span-content.ts';
import { readSpanFeedback } from './span-feedback.ts';
import { asFieldText, readFields, type SpanFields, type ToldField } from './span-fields.ts';
import { readDocuments, readMessages, readMetadata, readPayload } from './span-payload.ts';
import type { SpanSurroundings } from './span-surroundings.ts';
import { readSpanCost, readSpanUsage } from './span-usage.ts';
import { asTags } from './tags.ts';

const FIRST_TOKEN = /first[\s._-]?(?:token|chunk)|completion\.chunk$/i;
const EVALUATION = /^gen_ai\.evaluation\.result$/;
const NO_FEEDBACK: readonly Feedback[] = [];
/** Tracers that raise again what they caught have the class of an interrupt in its text alone. */
const INTERRUPT_RAISED = /^(?:\w+\.)*(?:GraphInterrupt|NodeInterrupt)\(/;
/** The lowest of OpenTelemetry's numbers for a severity that is not meant for developers alone. */
const INFO = 9;

/**
 * A span of any envelope, seen as a RunRecord: what its attributes and events say, in whichever dialect. An envelope
 * (OTLP, Jaeger, …) extends it by what it writes in its own way: ids, times, status, events.
 */
export abstract class SpanRecord implements RunRecord {
  readonly source: JsonObject;
  readonly traceId: string | undefined;
  readonly #fields: SpanFields;

  constructor(span: JsonObject, traceId: string | undefined) {
    this.source = span;
    this.traceId = traceId;
    this.#fields = readFields(this.attributesIn(span), this.kindBeside(span));
  }

  abstract get startTime(): TimeInput;
  /** What the span shares with others. */
  protected abstract get around(): SpanSurroundings;
  abstract get events(): readonly RunEventRecord[];
  protected abstract get spanId(): string | undefined;
  protected abstract get parentSpanId(): string | undefined;
  protected abstract get spanEnd(): TimeInput | undefined;
  /** The attributes as the envelope has them: a list of pairs or an object. It is asked before there is anything else. */
  protected abstract attributesIn(span: JsonObject): unknown;
  /** The attribute that tells the kind, by key and value, where the envelope has taken it out of the others. */
  protected kindBeside(_span: JsonObject): readonly [string, unknown] | undefined {
    return undefined;
  }

  /** CLIENT, SERVER and the like, for spans that say no more of their kind. */
  protected abstract get spanKind(): string | undefined;
  /** The message of a failure, empty if it has none; undefined if the span did not fail. */
  protected abstract get failure(): string | undefined;

  get id(): string {
    return (this.isPending ? this.parentSpanId : this.spanId) ?? '';
  }

  get parentId(): string | undefined {
    return this.isPending ? readId(this.value('pendingParent')) : this.parentSpanId;
  }

  get endTime(): TimeInput | undefined {
    return this.isPending ? undefined : this.spanEnd;
  }

  /** Whether it only tells that a span has begun: Logfire writes such a record as the child of the span that it means. */
  get isPending(): boolean {
    return this.#fields.recordType !== undefined && this.text('recordType') === 'pending_span';
  }

  get name(): string {
    return this.text('name') ?? asText(this.source['name']) ?? '';
  }

  get kind(): string | undefined {
    const values = this.#fields;
    const { kind, kindWord } = values;
    if (kind !== undefined && values.isVague !== true) return kind;
    if (values.agentRun !== undefined) return 'agent';
    if (values.toolName !== undefined) return 'tool';
    if (values.retrieval !== undefined) return 'retriever';
    if (values.embedding !== undefined) return 'embedding';
    if (values.model !== undefined || values.inputTokens !== undefined || values.modelCall !== undefined) return 'llm';
    return kind ?? (values.chainStep === undefined ? kindWord?.toLowerCase() : 'chain');
  }

  get sourceKind(): string | undefined {
    return this.#fields.kindWord ?? this.spanKind;
  }

  get firstTokenTime(): TimeInput | undefined {
    const time = this.text('firstTokenTime');
    if (time !== undefined) return time;
    const nanoseconds = this.#nanosecondsToFirstToken();
    if (nanoseconds === undefined) return this.timeOfEvent(FIRST_TOKEN);
    const start: Instant = { ms: 0, ns: 0 };
    if (!readTime(this.startTime, start)) return undefined;
    const moment = start.ns + nanoseconds;
    return Number.isSafeInteger(moment) ? BigInt(start.ms) * 1_000_000n + BigInt(moment) : Number.NaN;
  }

  get status(): string | undefined {
    if (!this.#hasFailed) return undefined;
    const { type, message } = this.error ?? {};
    return INTERRUPT.test(type ?? '') || INTERRUPT_RAISED.test(message ?? '') ? 'interrupted' : 'error';
  }

  /** Only a status of ERROR is a failure: an exception event without one was handled, by a retry for instance. */
  get error(): { type: string | undefined; message: string | undefined; stack: string | undefined } | undefined {
    if (!this.#hasFailed) return undefined;
    const attributes = this.spanEvents.findLast(({ name }) => name === 'exception')?.attributes ?? {};
    return {
      type: asText(attributes['exception.type']) ?? this.text('errorType'),
      message: asText(this.failure) ?? this.text('statusMessage') ?? asText(attributes['exception.message']),
      stack: asText(attributes['exception.stacktrace']),
    };
  }

  get model(): RunRecord['model'] {
    const name = this.text('model');
    const provider = this.text('provider');
    if (name === undefined && provider === undefined) return undefined;
    const { parameters, ownParameters } = this.#fields;
    const given = parameters === undefined ? undefined : asObject(parseIfJson(decodeValue(parameters)));
    return { name, provider, parameters: ownParameters === undefined ? given : { ...decodeAttributes(ownParameters), ...given } };
  }

  get usage(): RunRecord['usage'] {
    return readSpanUsage(this.#fields, this.around.scopeName);
  }

  get cost(): RunRecord['cost'] {
    return readSpanCost(this.#fields);
  }

  get tags(): readonly string[] | undefined {
    return asTags(this.value('tags'));
  }

  get hidden(): boolean {
    const values = this.#fields;
    if (values.level !== undefined) return this.text('level') === 'DEBUG';
    return values.levelNumber !== undefined && (asNumber(this.value('levelNumber')) ?? INFO) < INFO;
  }

  get project(): string | undefined {
    return this.text('project') ?? this.around.project;
  }

  get threadId(): string | undefined {
    return this.text('threadId');
  }

  get inputs(): unknown {
    return readPayload(this.#content(), 'inputs');
  }

  get outputs(): unknown {
    return readPayload(this.#content(), 'outputs');
  }

  get metadata(): JsonObject {
    return readMetadata(this.#content(true), this.around);
  }

  get links(): readonly RunLinkRecord[] {
    return [];
  }

  get messages(): SpanMessages | undefined {
    return readMessages(this.#content());
  }

  get documents(): readonly unknown[] | undefined {
    return readDocuments(this.#content());
  }

  get toolCalls(): readonly ToolCall[] | undefined {
    const name = this.text('toolName') ?? this.text('entityName');
    if (name === undefined || this.kind !== 'tool') return undefined;
    return [{ id: this.text('toolCallId') ?? null, name, arguments: this.inputs, result: this.outputs }];
  }

  /** What the span says that someone thought of a run: of itself, or of the one run that it links to. */
  get feedback(): readonly Feedback[] {
    if (this.#fields.feedback === undefined && !this.#hasEvent(EVALUATION)) return NO_FEEDBACK;
    const [link, ...others] = this.links;
    const target = link === undefined || others.length > 0 ? { traceId: this.traceId, runId: this.id } : link;
    return readSpanFeedback(this.#content(), { traceId: target.traceId ?? this.traceId ?? null, runId: target.runId ?? null });
  }

  protected value(field: ToldField): unknown {
    const value = this.#fields[field];
    return value === undefined ? undefined : decodeValue(value);
  }

  protected text(field: ToldField): string | undefined {
    const value = this.#fields[field];
    return value === undefined ? undefined : asFieldText(value);
  }

  /** The span's events, decoded. */
  protected get spanEvents(): readonly SpanEvent[] {
    return this.events.map(({ name, attributes }) => ({ name, attributes: attributes ?? {} }));
  }

  /** The events as the envelope has them, for what need not decode them. */
  protected get rawEvents(): readonly unknown[] {
    return asArray(this.source['events']);
  }

  /** The name of such an event. */
  protected nameOfEvent(event: JsonObject): unknown {
    return event['name'];
  }

  /** The time of the first event of which the name fits. */
  protected timeOfEvent(name: RegExp): TimeInput | undefined {
    return this.#hasEvent(name) ? (this.events.find((event) => name.test(event.name))?.time ?? undefined) : undefined;
  }

  #hasEvent(name: RegExp): boolean {
    for (const event of this.rawEvents) {
      const given = isObject(event) ? this.nameOfEvent(event) : undefined;
      if (typeof given === 'string' && name.test(given)) return true;
    }
    return false;
  }

  get #hasFailed(): boolean {
    return this.failure !== undefined || this.text('level') === 'ERROR';
  }

  #nanosecondsToFirstToken(): number | undefined {
    const { firstTokenSeconds, firstTokenMilliseconds } = this.#fields;
    const seconds = firstTokenSeconds === undefined ? undefined : asNumber(decodeValue(firstTokenSeconds));
    if (seconds !== undefined) return Math.round(seconds * 1e9);
    const milliseconds = firstTokenMilliseconds === undefined ? undefined : asNumber(decodeValue(firstTokenMilliseconds));
    return milliseconds === undefined ? undefined : Math.round(milliseconds * 1e6);
  }

  #content(onlyClaims = false): SpanContent {
    return new SpanContent(this.attributesIn(this.source), this.around.scopeName, () => this.spanEvents, onlyClaims);
  }
}

/** Events as most envelopes list them: a name, attributes, and a time under some name. */
export function readEvents(events: unknown, timeOf: (event: JsonObject) => TimeInput | undefined): readonly RunEventRecord[] {
  return asArray(events).filter(isObject).map((event) => {
    const time = timeOf(event);
    return { name: asText(event['name']) ?? 'event', ...(time === undefined ? {} : { time }), attributes: decodeAttributes(event['attributes']) };
  });
}
