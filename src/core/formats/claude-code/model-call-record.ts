import { asNumber, asText, isObject, type JsonObject } from '../../model/json.ts';
import type { RunRecord } from '../../model/record.ts';
import type { TimeInput } from '../../model/time.ts';
import { orUndefined } from '../known-moment.ts';
import { readRawUsage } from '../raw-usage.ts';
import { givenTo, type ModelCall } from './steps.ts';
import type { TranscriptLine } from './transcript-line.ts';

/** What Claude Code writes as the model of messages of its own. */
const NO_MODEL = '<synthetic>';
/** What a line says beside its message. */
const NOTED = ['requestId', 'version', 'gitBranch', 'isApiErrorMessage', 'apiErrorStatus', 'error', 'attributionAgent', 'durationMs'];

/** One answer of the model, seen as a run. */
export class ModelCallRecord implements RunRecord {
  readonly kind = 'llm';
  readonly sourceKind = 'assistant';
  readonly id: string;
  readonly parentId: string;
  readonly traceId: string;
  readonly #call: ModelCall;

  constructor(call: ModelCall, sessionId: string) {
    this.id = call.id;
    this.parentId = call.scope.id;
    this.traceId = sessionId;
    this.#call = call;
  }

  get name(): string {
    return asText(this.model) ?? (this.#isError ? 'API error' : 'assistant');
  }

  get model(): string | undefined {
    const model = asText(this.#last?.message?.['model']);
    return model === NO_MODEL ? undefined : model;
  }

  /** A transcript has only ends: a call begins when the last thing that it answers was written. */
  get startTime(): TimeInput {
    const first = this.#call.lines[0]?.time ?? Number.NaN;
    const took = asNumber(this.#last?.source['durationMs']);
    const told = took === undefined ? (this.#call.askedTime) : (this.#last?.time ?? Number.NaN) - took;
    return orUndefined(told <= first ? told : first) as TimeInput;
  }

  get endTime(): TimeInput | undefined {
    return orUndefined(this.#last?.time ?? Number.NaN);
  }

  get error(): RunRecord['error'] {
    if (!this.#isError) return undefined;
    const { error, apiErrorStatus } = this.#last?.source ?? {};
    return { type: asText(error) ?? asText(apiErrorStatus), message: this.#last?.text ?? asText((isObject(error) ? error : {})['message']) };
  }

  /** Each line repeats the figures of the whole answer as far as it had come: the most is the last. */
  get usage(): RunRecord['usage'] {
    if (this.#call.isCopy) return undefined;
    let most: unknown;
    let output = 0;
    for (const { message } of this.#call.lines) {
      const usage = message?.['usage'];
      const count = isObject(usage) ? (asNumber(usage['output_tokens']) ?? 0) : 0;
      if (!isObject(usage) || (most !== undefined && count < output)) continue;
      most = usage;
      output = count;
    }
    const read = readRawUsage(most);
    return read?.input || read?.output ? read : undefined;
  }

  /** Versions of early 2025 wrote what they reckoned. */
  get cost(): RunRecord['cost'] {
    const total = this.#call.isCopy ? undefined : asNumber(this.#last?.source['costUSD']);
    return total === undefined ? undefined : { total };
  }

  /** What was added since the last call: what came before that is told there. */
  get inputs(): unknown {
    return { messages: givenTo(this.#call).map(messageOf) };
  }

  get outputs(): unknown {
    return this.#answer;
  }

  get messages(): RunRecord['messages'] {
    return { input: givenTo(this.#call).map(messageOf), output: [this.#answer] };
  }

  get metadata(): JsonObject {
    const last = this.#last?.source ?? {};
    const noted = NOTED.filter((key) => last[key] != null).map((key): [string, unknown] => [key, last[key]]);
    const { stop_reason: stopReason, usage } = this.#last?.message ?? {};
    if (stopReason != null) noted.push(['stop_reason', stopReason]);
    if (isObject(usage)) noted.push(['usage', usage]);
    return Object.fromEntries(noted);
  }

  get source(): unknown {
    return this.#call.lines.length === 1 ? this.#call.lines[0]?.source : this.#call.lines.map(({ source }) => source);
  }

  /** The message of all lines: each has one piece of it. */
  get #answer(): JsonObject {
    const content = this.#call.lines.flatMap((line) => (line.blocks.length > 0 ? line.blocks : line.text === undefined ? [] : [{ type: 'text', text: line.text }]));
    return { role: 'assistant', id: this.id, content };
  }

  get #isError(): boolean {
    return this.#last?.source['isApiErrorMessage'] === true;
  }

  get #last(): TranscriptLine | undefined {
    return this.#call.lines.at(-1);
  }
}

/** The message of a line, as it was sent; what is none is kept whole. */
export function messageOf(line: TranscriptLine): unknown {
  return line.message ?? line.source;
}
