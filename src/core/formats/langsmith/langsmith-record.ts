import { asArray, asNumber, asObject, asText, asTexts, isObject, type JsonObject } from '../../model/json.ts';
import type { RunEventRecord, RunRecord } from '../../model/record.ts';
import { readTime, type Instant, type TimeInput } from '../../model/time.ts';
import { readDottedOrder, type DottedPlace } from './dotted-order.ts';
import { isInterrupt, readError } from './langsmith-error.ts';
import type { Surroundings } from './langsmith-surroundings.ts';
import { readCost, readUsage } from './langsmith-usage.ts';
import { STATUS } from './run-status.ts';

const KINDS = new Set(['tool', 'chain', 'llm', 'retriever', 'embedding', 'prompt', 'parser']);
const HIDDEN = 'langsmith:hidden';
/** Fields that say something to a person and have no other place in a run. */
const NOTED = ['reference_example_id', 'reference_dataset_id', 'attachments', 'feedback_stats'];

/** A LangSmith run, of the tracers or of either API, seen as a RunRecord. */
export class LangSmithRecord implements RunRecord {
  readonly source: JsonObject;
  readonly #parentHint: string | null;
  readonly #around: Surroundings | undefined;
  #dotted: DottedPlace | null | undefined;

  /**
   * @param around what the document holds beside the run
   * @param parentHint the run that this one was nested in, for sources that say so by nesting alone
   */
  constructor(source: JsonObject, around?: Surroundings, parentHint: string | null = null) {
    this.source = source;
    this.#around = around;
    this.#parentHint = parentHint;
  }

  get id(): string {
    return asText(this.source['id']) ?? asText(this.source['run_id']) ?? this.#place?.id ?? '';
  }

  get traceId(): string | undefined {
    return asText(this.source['trace_id']) ?? this.#place?.traceId;
  }

  get parentId(): string | undefined {
    const parent = asText(this.source['parent_run_id']);
    if (parent !== undefined) return parent;
    return this.#place?.parentId ?? asText(asArray(this.source['parent_run_ids']).at(-1)) ?? this.#parentHint ?? undefined;
  }

  get name(): string {
    return asText(this.source['name']) ?? '';
  }

  get kind(): string | undefined {
    const word = asText(this.source['run_type']);
    if (word === undefined || KINDS.has(word)) return word;
    return word.toLowerCase();
  }

  get sourceKind(): string | undefined {
    return asText(this.source['run_type']);
  }

  /**
   * JavaScript tracers write the order of execution where the microseconds belong, but end in plain milliseconds: kept,
   * those digits would let runs end before they start.
   */
  get startTime(): TimeInput {
    const start = this.source['start_time'] ?? this.#place?.startTime;
    if (typeof start !== 'string') return toTime(start) as TimeInput;
    if (!hasFakeMicroseconds(start, this.source)) return start;
    const moment: Instant = { ms: 0, ns: 0 };
    return readTime(start, moment) ? moment.ms : start;
  }

  /** The order of execution, from the digits that are no microseconds. */
  get sequence(): number | undefined {
    const start = this.source['start_time'] ?? this.#place?.startTime;
    if (typeof start === 'string') return hasFakeMicroseconds(start, this.source) ? Number(start.slice(23, 26)) : undefined;
    return asNumber(this.source['execution_order']);
  }

  get endTime(): TimeInput | undefined {
    return toTime(this.source['end_time']);
  }

  get firstTokenTime(): TimeInput | undefined {
    const recorded = this.source['first_token_time'];
    if (recorded != null) return toTime(recorded);
    if (this.kind !== 'llm') return undefined;
    for (const event of asArray(this.source['events'])) {
      if (isObject(event) && event['name'] === 'new_token') return toTime(event['time']);
    }
    return undefined;
  }

  /** LangGraph stops for a person by raising an error: that is no failure. */
  get status(): string | undefined {
    const error = this.source['error'] ?? this.source['error_preview'];
    if (this.#metadata?.['ls_is_error_interrupt'] === true) return 'interrupted';
    if (typeof error === 'string' && error !== '' && isInterrupt(error)) return 'interrupted';
    const word = asText(this.source['status']);
    const known = word?.toLowerCase() ?? '';
    return Object.hasOwn(STATUS, known) ? STATUS[known] : word;
  }

  get error(): RunRecord['error'] {
    const error = this.source['error'] ?? this.source['error_preview'];
    if (typeof error === 'string') return error === '' ? undefined : readError(error);
    return isObject(error) ? { type: asText(error['type']), message: asText(error['message']), stack: asText(error['stack']) } : (error as RunRecord['error']);
  }

  get model(): RunRecord['model'] {
    const kind = this.kind;
    if (kind !== 'llm' && kind !== 'embedding') return undefined;
    const metadata = this.#metadata;
    const parameters = asObject(this.#extra?.['invocation_params']) ?? asObject(metadata?.['ls_invocation_params']);
    const name =
      asText(metadata?.['ls_model_name']) ??
      asText(parameters?.['model']) ?? asText(parameters?.['model_name']) ?? asText(parameters?.['model_id']) ??
      asText(asObject(this.source['outputs'])?.['model']) ?? asText(asObject(this.source['inputs'])?.['model']);
    const provider = asText(metadata?.['ls_provider']);
    return name === undefined && provider === undefined && parameters === undefined ? undefined : { name, provider, parameters };
  }

  get usage(): RunRecord['usage'] {
    return readUsage(this.source);
  }

  get cost(): RunRecord['cost'] {
    return readCost(this.source);
  }

  get tags(): readonly string[] {
    return asTexts(this.source['tags']);
  }

  get hidden(): boolean | undefined {
    const tags = this.source['tags'];
    return Array.isArray(tags) ? tags.includes(HIDDEN) : undefined;
  }

  get project(): string | undefined {
    const id = asText(this.source['session_id']) ?? asText(this.source['project_id']);
    return asText(this.source['session_name']) ?? this.#around?.nameOf(id) ?? id;
  }

  get threadId(): string | undefined {
    const metadata = this.#metadata;
    return (
      asText(this.source['thread_id']) ??
      asText(metadata?.['session_id']) ?? asText(metadata?.['conversation_id']) ?? asText(metadata?.['thread_id'])
    );
  }

  get inputs(): unknown {
    return externalPayload(this.source, 'inputs') ?? this.source['inputs'] ?? undefined;
  }

  get outputs(): unknown {
    return externalPayload(this.source, 'outputs') ?? this.source['outputs'] ?? undefined;
  }

  /** Where a payload is stored is no message. */
  get messages(): RunRecord['messages'] {
    const input = externalPayload(this.source, 'inputs') === undefined ? undefined : [];
    const output = externalPayload(this.source, 'outputs') === undefined ? undefined : [];
    return input === undefined && output === undefined ? undefined : { input, output };
  }

  get metadata(): JsonObject | undefined {
    const noted = NOTED.filter((key) => isTold(this.source[key])).map((key): [string, unknown] => [key, this.source[key]]);
    const example = this.#around?.examples.get(asText(this.source['reference_example_id']) ?? '');
    if (example !== undefined) noted.push(['reference_example', example]);
    return noted.length === 0 ? this.#metadata : { ...this.#metadata, ...Object.fromEntries(noted) };
  }

  get events(): readonly RunEventRecord[] {
    return asArray(this.source['events']).map((event) => {
      const { name, time, ...rest } = asObject(event) ?? { name: undefined, time: undefined, value: event };
      const kwargs = asObject(rest['kwargs']);
      const moment = toTime(time);
      return {
        name: asText(name) ?? 'event',
        ...(moment === undefined ? {} : { time: moment }),
        attributes: kwargs !== undefined && Object.keys(rest).length === 1 ? kwargs : rest,
      };
    });
  }

  get #extra(): JsonObject | undefined {
    return asObject(this.source['extra']);
  }

  get #metadata(): JsonObject | undefined {
    return asObject(this.#extra?.['metadata']) ?? asObject(this.source['metadata']);
  }

  get #place(): DottedPlace | null {
    this.#dotted ??= readDottedOrder(this.source['dotted_order']) ?? null;
    return this.#dotted;
  }
}

/** Whether LangSmith keeps a payload of the run in a storage of its own, and gives only its address. */
export function isExternal(run: JsonObject): boolean {
  return externalPayload(run, 'inputs') !== undefined || externalPayload(run, 'outputs') !== undefined;
}

/** What the API gives in place of a payload that it left out: where it is stored, and how it begins. */
function externalPayload(run: JsonObject, side: 'inputs' | 'outputs'): JsonObject | undefined {
  const urls = side === 'inputs' ? run['inputs_s3_urls'] : run['outputs_s3_urls'];
  if (!isObject(urls) || !isTold(urls) || isTold(run[side])) return undefined;
  const preview = side === 'inputs' ? run['inputs_preview'] : run['outputs_preview'];
  return isTold(preview) ? { stored_externally: urls, preview } : { stored_externally: urls };
}

function isTold(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && !(typeof value === 'object' && Object.keys(value).length === 0);
}

/** Whether the run's start has the order of execution in place of microseconds. */
export function isFloored(run: JsonObject): boolean {
  const start = run['start_time'];
  return typeof start === 'string' && hasFakeMicroseconds(start, run);
}

/** Whether the text has six digits of a second, of which the last three are a JavaScript tracer's order of execution. */
function hasFakeMicroseconds(start: string, run: JsonObject): boolean {
  if (start.length !== 27 || start.charCodeAt(26) !== 90) return false;
  const runtime = asObject(asObject(run['extra'])?.['runtime']);
  if (runtime === undefined) return typeof run['end_time'] === 'number';
  return runtime['sdk'] === 'langsmith-js' || runtime['runtime'] === 'node' || String(runtime['library']).endsWith('-js');
}

/** Numbers are epoch milliseconds in LangSmith's own data; re-exports also write seconds, micro- or nanoseconds. */
function toTime(value: unknown): TimeInput | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value !== 'number') return value as TimeInput;
  const size = Math.abs(value);
  if (size < 1e11) return value * 1e3;
  if (size < 1e14) return value;
  return size < 1e17 ? value / 1e3 : value / 1e6;
}
