import { asArray, asNumber, asObject, asText, isObject, parseIfJson, type JsonObject } from '../../model/json.ts';
import type { RunRecord } from '../../model/record.ts';
import { readTime, type Instant, type TimeInput } from '../../model/time.ts';
import { readRawUsage } from '../raw-usage.ts';

/** One request to a model, seen as a run. */
export class StepRecord implements RunRecord {
  readonly kind = 'llm';
  readonly source: JsonObject;

  constructor(step: JsonObject) {
    this.source = step;
  }

  get id(): string {
    return asText(this.source['id']) ?? '';
  }

  get parentId(): string | undefined {
    return asText(this.source['run_id']);
  }

  get name(): string {
    return asText(this.source['model_id']) ?? this.sourceKind;
  }

  get sourceKind(): string {
    return asText(this.source['type']) ?? 'step';
  }

  get sequence(): number | undefined {
    return asNumber(this.source['step_number']);
  }

  get startTime(): TimeInput {
    return this.source['started_at'] as TimeInput;
  }

  get endTime(): TimeInput | undefined {
    const took = asNumber(this.source['duration_ms']);
    const start: Instant = { ms: 0, ns: 0 };
    return took !== undefined && took >= 0 && readTime(this.startTime, start) ? start.ms + start.ns / 1e6 + took : undefined;
  }

  get error(): RunRecord['error'] {
    return (this.source['error'] ?? undefined) as RunRecord['error'];
  }

  get model(): RunRecord['model'] {
    const name = asText(this.source['model_id']);
    return name === undefined ? undefined : { name, provider: asText(this.source['provider']) };
  }

  get usage(): RunRecord['usage'] {
    return readRawUsage(parseIfJson(this.source['usage']));
  }

  get inputs(): unknown {
    return parseIfJson(this.source['input']) ?? undefined;
  }

  get outputs(): unknown {
    return parseIfJson(this.source['output']) ?? undefined;
  }

  get messages(): RunRecord['messages'] {
    const input = asObject(this.inputs);
    const output = asObject(this.outputs);
    return {
      input: input === undefined ? undefined : { messages: input['prompt'] },
      output: output === undefined ? undefined : { role: 'assistant', content: contentOf(output) },
    };
  }

  /** Settings, tools, and what went over the wire. */
  get metadata(): JsonObject {
    const { prompt: _prompt, ...settings } = asObject(this.inputs) ?? {};
    const { finishReason } = asObject(this.outputs) ?? {};
    const wire = ['provider_options', 'raw_request', 'raw_response', 'raw_chunks'].filter((key) => this.source[key] != null).map((key) => [key, parseIfJson(this.source[key])]);
    return { ...settings, ...(finishReason == null ? {} : { finishReason }), ...Object.fromEntries(wire) };
  }
}

/** What a model answered: as a list, or as the pieces of a stream were collected. */
function contentOf(output: JsonObject): readonly unknown[] {
  const pieces = (key: string, type: string): unknown[] => asArray(output[key]).map((piece) => (isObject(piece) ? { ...piece, type } : piece));
  const { objectText } = output;
  return [...pieces('reasoningParts', 'reasoning'), ...pieces('textParts', 'text'), ...asArray(output['toolCalls']), ...asArray(output['content']), ...(typeof objectText === 'string' ? [{ type: 'text', text: objectText }] : [])];
}
