import { asArray, asNumber, asObject, asText, asTexts, isObject, type JsonObject } from '../../model/json.ts';
import type { RunEventRecord, RunRecord } from '../../model/record.ts';
import { readTime, type Instant, type TimeInput } from '../../model/time.ts';
import { readDottedOrder, type DottedPlace } from './dotted-order.ts';
import { isInterrupt, readError } from './langsmith-error.ts';
import { readCost, readUsage } from './langsmith-usage.ts';

const KINDS = new Set(['tool', 'chain', 'llm', 'retriever', 'embedding', 'prompt', 'parser']);
const STATUS: Readonly<Record<string, string>> = { pending: 'running', running: 'running', success: 'success', error: 'error', interrupted: 'interrupted' };
const HIDDEN = 'langsmith:hidden';

/** A LangSmith run, of the tracers or of either API, seen as a RunRecord. */
export class LangSmithRecord implements RunRecord {
  readonly source: JsonObject;
  readonly #parentHint: string | null;
  #dotted: DottedPlace | null | undefined;

  /** @param parentHint the run that this one was nested in, for sources that say so by nesting alone */
  constructor(source: JsonObject, parentHint: string | null = null) {
    this.source = source;
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
    return asText(this.source['session_name']) ?? asText(this.source['session_id']) ?? asText(this.source['project_id']);
  }

  get threadId(): string | undefined {
    const metadata = this.#metadata;
    return (
      asText(this.source['thread_id']) ??
      asText(metadata?.['session_id']) ?? asText(metadata?.['conversation_id']) ?? asText(metadata?.['thread_id'])
    );
  }

  get inputs(): unknown {
    return this.source['inputs'] ?? undefined;
  }

  get outputs(): unknown {
    return this.source['outputs'] ?? undefined;
  }

  get metadata(): JsonObject | undefined {
    return this.#metadata;
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
