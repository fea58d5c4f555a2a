import { asObject, asText, type JsonObject } from '../../model/json.ts';
import type { RunRecord } from '../../model/record.ts';
import type { TimeInput } from '../../model/time.ts';
import type { UsageInput } from '../../model/usage.ts';
import { orUndefined } from '../known-moment.ts';
import { readRawUsage } from '../raw-usage.ts';
import type { RolloutLine } from './rollout-line.ts';
import type { ModelCall } from './steps.ts';

/** One response of the model, seen as a run. */
export class ModelCallRecord implements RunRecord {
  readonly kind = 'llm';
  readonly sourceKind = 'response';
  readonly id: string;
  readonly traceId: string;
  readonly parentId: string;
  readonly sequence: number;
  readonly #call: ModelCall;
  readonly #provider: string | undefined;

  constructor(call: ModelCall, sessionId: string, provider: string | undefined, nth: number) {
    this.id = call.id;
    this.traceId = sessionId;
    this.parentId = call.turn?.id ?? sessionId;
    this.sequence = nth;
    this.#call = call;
    this.#provider = provider;
  }

  get name(): string {
    return asText(this.#context['model']) ?? 'response';
  }

  get model(): RunRecord['model'] {
    const { model, effort, summary } = this.#context;
    const name = asText(model);
    return name === undefined ? undefined : { name, provider: this.#provider, parameters: { ...(effort == null ? {} : { effort }), ...(summary == null ? {} : { summary }) } };
  }

  /** A rollout has only ends: a call begins when the last thing that it answers was written. */
  get startTime(): TimeInput {
    const first = this.#first?.time ?? Number.NaN;
    const given = this.#call.given.at(-1)?.time ?? this.#call.turn?.prompt?.time ?? Number.NaN;
    return orUndefined(given <= first ? given : first) as TimeInput;
  }

  get endTime(): TimeInput | undefined {
    return orUndefined((this.#call.items.at(-1) ?? this.#call.tokens)?.time ?? Number.NaN);
  }

  /** Files of before September 2025 have no times; what is written there is over. */
  get status(): string | undefined {
    return this.endTime === undefined ? 'success' : undefined;
  }

  get usage(): UsageInput | undefined {
    const info = asObject(this.#call.tokens?.payload['info']);
    return readRawUsage(info?.['last_token_usage'] ?? info?.['total_token_usage']);
  }

  /** What was added since the last response: what came before that is told there. */
  get inputs(): unknown {
    return this.#call.given.map(({ payload }) => payload);
  }

  get outputs(): unknown {
    return this.#call.items.map(({ payload }) => payload);
  }

  get messages(): RunRecord['messages'] {
    return { input: this.inputs, output: this.outputs };
  }

  get metadata(): JsonObject {
    const { info, rate_limits: limits } = this.#call.tokens?.payload ?? {};
    return { ...(info == null ? {} : { token_count: info }), ...(limits == null ? {} : { rate_limits: limits }) };
  }

  get source(): unknown {
    const { items, tokens } = this.#call;
    return [...items, ...(tokens === undefined ? [] : [tokens])].map(({ source }) => source);
  }

  get #first(): RolloutLine | undefined {
    return this.#call.items[0] ?? this.#call.tokens;
  }

  get #context(): JsonObject {
    return this.#call.context?.payload ?? {};
  }
}
