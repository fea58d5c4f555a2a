import { asArray, asNumber, asObject, asText, isObject, type JsonObject } from '../../model/json.ts';
import type { RunLinkRecord, RunRecord } from '../../model/record.ts';
import type { TimeInput } from '../../model/time.ts';
import { readRawUsage } from '../raw-usage.ts';
import type { Exchange } from './exchange.ts';

/** What a call may be tuned with; a response repeats what it was. */
const PARAMETERS = [
  'temperature', 'top_p', 'top_k', 'max_tokens', 'max_output_tokens', 'max_completion_tokens', 'frequency_penalty', 'presence_penalty', 'seed', 'stop', 'stop_sequences', 'n', 'logprobs', 'top_logprobs',
  'response_format', 'text', 'reasoning', 'reasoning_effort', 'thinking', 'verbosity', 'truncation', 'service_tier', 'tool_choice', 'parallel_tool_calls', 'stream', 'store', 'dimensions', 'encoding_format', 'tools', 'functions',
];
/** What a response says beside its answer. */
const NOTED = ['stop_reason', 'stop_sequence', 'incomplete_details', 'system_fingerprint', 'previous_response_id', 'background', 'metadata', 'object'];
/** How OpenAI's responses stand, in our words. */
const STATUS: Readonly<Record<string, string>> = { completed: 'success', incomplete: 'success', failed: 'error', in_progress: 'running', queued: 'running', cancelled: 'interrupted' };

/** One call of a model, seen as a trace of one run. */
export class ExchangeRecord implements RunRecord {
  readonly id: string;
  readonly traceId: string;
  readonly #exchange: Exchange;

  constructor(exchange: Exchange, nth: number) {
    this.id = asText(exchange.response?.['id']) ?? exchange.customId ?? `call-${nth}`;
    this.traceId = this.id;
    this.#exchange = exchange;
  }

  get name(): string {
    return this.#modelName ?? this.sourceKind;
  }

  get kind(): string {
    return this.#response['object'] === 'list' || 'dimensions' in this.#request || 'encoding_format' in this.#request ? 'embedding' : 'llm';
  }

  get sourceKind(): string {
    return asText(this.#response['object']) ?? asText(this.#response['type']) ?? 'request';
  }

  /** Bodies tell when an answer was begun, in seconds, and some when it was complete; a request tells no time. */
  get startTime(): TimeInput {
    return toMilliseconds(this.#response['created_at'] ?? this.#response['created']) as TimeInput;
  }

  get endTime(): TimeInput | undefined {
    return toMilliseconds(this.#response['completed_at']);
  }

  /** What is answered has ended, though most bodies don't tell when. */
  get status(): string | undefined {
    const { response, error } = this.#exchange;
    if (error !== undefined) return 'error';
    const word = asText(response?.['status']) ?? '';
    return response === undefined ? undefined : Object.hasOwn(STATUS, word) ? STATUS[word] : 'success';
  }

  get error(): RunRecord['error'] {
    const { error } = this.#exchange;
    return error && { type: asText(error['code']) ?? asText(error['type']), message: asText(error['message']) };
  }

  get model(): RunRecord['model'] {
    const request = this.#request;
    const response = this.#response;
    const told = PARAMETERS.flatMap((key): [string, unknown][] => ((request[key] ?? response[key]) == null ? [] : [[key, request[key] ?? response[key]]]));
    const name = this.#modelName;
    return name === undefined && told.length === 0 ? undefined : { name, parameters: Object.fromEntries(told) };
  }

  get usage(): RunRecord['usage'] {
    return readRawUsage(this.#response['usage']);
  }

  /** Gateways in front of several providers tell what they charge. */
  get cost(): RunRecord['cost'] {
    const total = asNumber(asObject(this.#response['usage'])?.['cost']);
    return total === undefined ? undefined : { total };
  }

  get threadId(): string | undefined {
    const conversation = this.#response['conversation'] ?? this.#request['conversation'];
    return asText(asObject(conversation)?.['id']) ?? asText(conversation);
  }

  get inputs(): unknown {
    return this.#exchange.request;
  }

  get outputs(): unknown {
    return this.#exchange.response;
  }

  get messages(): RunRecord['messages'] {
    const { request, response } = this.#exchange;
    if (this.kind === 'embedding') return { input: [], output: [] };
    // A response repeats its instructions, where the request is not at hand.
    return { input: request ?? (response?.['instructions'] == null ? [] : { role: 'system', content: response['instructions'] }), output: response ?? [] };
  }

  get metadata(): JsonObject {
    const { around, customId } = this.#exchange;
    const reasons = asArray(this.#response['choices']).flatMap((choice) => asText(asObject(choice)?.['finish_reason']) ?? []);
    return {
      ...(customId === undefined ? {} : { custom_id: customId }),
      ...around,
      ...Object.fromEntries(NOTED.filter((key) => this.#response[key] != null).map((key) => [key, this.#response[key]])),
      ...(isObject(this.#request['metadata']) ? { metadata: this.#request['metadata'] } : {}),
      ...(reasons.length === 0 ? {} : { finish_reasons: reasons }),
    };
  }

  /** The response that this one goes on from. */
  get links(): readonly RunLinkRecord[] {
    const before = asText(this.#response['previous_response_id'] ?? this.#request['previous_response_id']);
    return before === undefined ? [] : [{ traceId: before, runId: before, attributes: { relation: 'previous_response_id' } }];
  }

  get source(): unknown {
    return this.#exchange.source;
  }

  get #request(): JsonObject {
    return this.#exchange.request ?? {};
  }

  get #response(): JsonObject {
    return this.#exchange.response ?? {};
  }

  get #modelName(): string | undefined {
    return asText(this.#response['model']) ?? asText(this.#request['model']);
  }
}

function toMilliseconds(seconds: unknown): TimeInput | undefined {
  if (typeof seconds !== 'number') return (seconds ?? undefined) as TimeInput | undefined;
  return seconds * 1000;
}
