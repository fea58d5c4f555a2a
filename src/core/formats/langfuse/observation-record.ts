import type { ToolCall } from '../../model/content/content.ts';
import { firstTextOf } from '../../model/content/fields.ts';
import { asNumber, asObject, asText, asTexts, type JsonObject } from '../../model/json.ts';
import type { RunRecord } from '../../model/record.ts';
import { readTime, type Instant, type TimeInput } from '../../model/time.ts';
import { decodeJson } from './decode-json.ts';
import { readCost, readUsage } from './langfuse-usage.ts';
import { isTold, labelled, ownFields } from './own-fields.ts';
import type { TraceContext } from './trace-context.ts';

const KINDS: Readonly<Record<string, string>> = {
  GENERATION: 'llm', SPAN: 'chain', EVENT: 'other', AGENT: 'agent', TOOL: 'tool', CHAIN: 'chain', RETRIEVER: 'retriever',
  EVALUATOR: 'evaluator', EMBEDDING: 'embedding', GUARDRAIL: 'guardrail',
};

/** Fields that say something to a person and have no other place in a run. */
const NOTED = ['statusMessage', 'version', 'release', 'environment', 'promptName', 'promptVersion', 'usagePricingTierName', 'toolDefinitions', 'toolCalls', 'traceName', 'userId'];

const TOOL_NAME = ['gen_ai.tool.name', 'ai.toolCall.name', 'tool.name'];
const TOOL_CALL_ID = ['gen_ai.tool.call.id', 'ai.toolCall.id', 'tool_call.id'];

/** An observation of Langfuse, of any of its APIs or exports, seen as a RunRecord. */
export class ObservationRecord implements RunRecord {
  readonly source: JsonObject;
  readonly #trace: TraceContext | undefined;

  constructor(observation: JsonObject, trace: TraceContext | undefined) {
    this.source = observation;
    this.#trace = trace;
  }

  get id(): string {
    return asText(this.source['id']) ?? '';
  }

  get traceId(): string | undefined {
    return this.#trace?.id;
  }

  get parentId(): string | undefined {
    return asText(this.source['parentObservationId']) ?? (this.#trace?.isRun === true ? this.#trace.id : undefined);
  }

  get name(): string {
    return asText(this.source['name']) ?? '';
  }

  get kind(): string | undefined {
    const word = asText(this.source['type']);
    return word !== undefined && Object.hasOwn(KINDS, word.toUpperCase()) ? KINDS[word.toUpperCase()] : word;
  }

  get sourceKind(): string | undefined {
    return asText(this.source['type']);
  }

  get startTime(): TimeInput {
    return this.source['startTime'] as TimeInput;
  }

  /** An event is over as soon as it happens. */
  get endTime(): TimeInput | undefined {
    return (this.source['endTime'] ?? (this.source['type'] === 'EVENT' ? this.source['startTime'] : undefined)) as TimeInput | undefined;
  }

  get firstTokenTime(): TimeInput | undefined {
    const recorded = this.source['completionStartTime'];
    if (recorded != null) return recorded as TimeInput;
    const seconds = asNumber(this.source['timeToFirstToken']);
    const start: Instant = { ms: 0, ns: 0 };
    return seconds !== undefined && seconds >= 0 && readTime(this.startTime, start) ? start.ms + seconds * 1000 : undefined;
  }

  /** Only the level ERROR is a failure; other levels may come with a message too. */
  get error(): { readonly message: string | undefined } | undefined {
    return this.source['level'] === 'ERROR' ? { message: asText(this.source['statusMessage']) } : undefined;
  }

  get hidden(): boolean {
    return this.source['level'] === 'DEBUG';
  }

  get model(): RunRecord['model'] {
    const name = asText(this.source['model']) ?? asText(this.source['providedModelName']);
    const parameters = asObject(decodeJson(this.source['modelParameters']));
    return name === undefined && (parameters === undefined || Object.keys(parameters).length === 0) ? undefined : { name, parameters };
  }

  /** The Vercel AI SDK tells of a whole call what its steps tell too, and not always the same. */
  get usage(): RunRecord['usage'] {
    return this.#trace?.isRepeating(this.id) === true ? undefined : readUsage(this.source);
  }

  get cost(): RunRecord['cost'] {
    return this.#trace?.isRepeating(this.id) === true ? undefined : readCost(this.source, this.usage !== undefined);
  }

  /** A trace's tags are its root's. */
  get tags(): readonly string[] | undefined {
    return this.#isRoot ? asTexts(this.#trace?.record?.['tags'] ?? this.source['tags']) : undefined;
  }

  get project(): string | undefined {
    return asText(this.source['projectId']);
  }

  get threadId(): string | undefined {
    return asText(this.source['sessionId']) ?? this.#trace?.threadId;
  }

  /** A root that recorded none was given what its trace was given. */
  get inputs(): unknown {
    return decodeJson(this.source['input']) ?? this.#ofTrace('input');
  }

  get outputs(): unknown {
    return decodeJson(this.source['output']) ?? this.#ofTrace('output');
  }

  /** The observation's own metadata, which may hold the OpenTelemetry attributes that it was made of, and at the root the trace's record. */
  get metadata(): JsonObject {
    const metadata: Record<string, unknown> = { ...labelled(decodeJson(this.source['metadata'])) };
    const { level } = this.source;
    if (level != null && level !== 'DEFAULT') metadata['level'] = level;
    for (const key of NOTED) if (isTold(this.source[key])) metadata[key] = this.source[key];
    if (this.#isRoot && this.#trace?.record !== undefined) metadata['trace'] = ownFields(this.#trace.record);
    return metadata;
  }

  /** The call under the tool's own name and id, where the OpenTelemetry attributes know them. */
  get toolCalls(): readonly ToolCall[] | undefined {
    if (this.kind !== 'tool') return undefined;
    const attributes = asObject(asObject(decodeJson(this.source['metadata']))?.['attributes']) ?? {};
    const name = firstTextOf(attributes, TOOL_NAME);
    return name === null ? undefined : [{ id: firstTextOf(attributes, TOOL_CALL_ID), name, arguments: this.inputs, result: this.outputs }];
  }

  get #isRoot(): boolean {
    return this.#trace?.isRun !== true && asText(this.source['parentObservationId']) === undefined;
  }

  #ofTrace(field: string): unknown {
    return this.#isRoot && this.#trace?.roots === 1 ? (decodeJson(this.#trace.record?.[field]) ?? undefined) : undefined;
  }
}
