import type { ToolCall } from '../../model/content/content.ts';
import { asObject, asText, parseIfJson, type JsonObject } from '../../model/json.ts';
import type { RunRecord } from '../../model/record.ts';
import type { TimeInput } from '../../model/time.ts';
import type { UsageInput } from '../../model/usage.ts';
import { readRawUsage } from '../raw-usage.ts';
import type { Workflow } from './workflow.ts';

/** What a span's type is; of tasks and turns the SDK writes `custom`, and says below which it is. */
const KINDS: Readonly<Record<string, string>> = {
  agent: 'agent', task: 'chain', turn: 'chain', function: 'tool', generation: 'llm', response: 'llm', handoff: 'other', guardrail: 'guardrail',
  custom: 'other', transcription: 'other', speech: 'other', speech_group: 'chain', mcp_tools: 'other',
};
/** Fields of a span's data that have a place of their own. */
const PLACED: ReadonlySet<string> = new Set(['type', 'name', 'input', 'output', 'usage', 'model', 'model_config', 'response', 'data', '_input', '_response']);

/** A span of the OpenAI Agents SDK, seen as a RunRecord. */
export class AgentSpanRecord implements RunRecord {
  readonly source: JsonObject;
  readonly #workflow: Workflow | undefined;

  constructor(span: JsonObject, workflow: Workflow | undefined) {
    this.source = span;
    this.#workflow = workflow;
  }

  get id(): string {
    return asText(this.source['id']) ?? '';
  }

  get traceId(): string | undefined {
    return this.#workflow?.id;
  }

  get parentId(): string | undefined {
    return asText(this.source['parent_id']) ?? (this.#workflow?.isRun === true ? this.#workflow.id : undefined);
  }

  get name(): string {
    const { name, model, to_agent: toAgent, server } = this.#data;
    const { sourceKind } = this;
    if (sourceKind === 'turn') return `turn ${asText(asObject(this.#data['data'])?.['turn']) ?? ''}`.trim();
    if (sourceKind === 'task') return asText(asObject(this.#data['data'])?.['name']) ?? 'task';
    if (sourceKind === 'handoff') return `handoff to ${asText(toAgent) ?? 'an agent'}`;
    if (sourceKind === 'mcp_tools') return `list tools${asText(server) === undefined ? '' : ` of ${asText(server)}`}`;
    return asText(name) ?? asText(model) ?? asText(this.#response?.['model']) ?? sourceKind ?? '';
  }

  get kind(): string | undefined {
    const word = this.sourceKind;
    return word !== undefined && Object.hasOwn(KINDS, word) ? KINDS[word] : word;
  }

  get sourceKind(): string | undefined {
    return asText(asObject(this.#data['data'])?.['sdk_span_type']) ?? asText(this.#data['type']);
  }

  get startTime(): TimeInput {
    return this.source['started_at'] as TimeInput;
  }

  get endTime(): TimeInput | undefined {
    return (this.source['ended_at'] ?? undefined) as TimeInput | undefined;
  }

  get firstTokenTime(): TimeInput | undefined {
    return (this.#data['first_content_at'] ?? undefined) as TimeInput | undefined;
  }

  get error(): RunRecord['error'] {
    const { error } = this.source;
    const given = asObject(error);
    return given === undefined ? (error as RunRecord['error']) : { type: asText(given['type']), message: asText(given['message']) };
  }

  get model(): RunRecord['model'] {
    const name = asText(this.#data['model']) ?? asText(this.#response?.['model']);
    const parameters = asObject(this.#data['model_config']);
    return name === undefined && parameters === undefined ? undefined : { name, parameters };
  }

  /** Tasks and turns repeat what the calls inside of them used. */
  get usage(): UsageInput | undefined {
    const given = asObject(this.#data['usage'] ?? asObject(this.#data['data'])?.['usage'] ?? this.#response?.['usage']);
    // What the tracing API has no field for stands under details.
    return given && readRawUsage({ ...asObject(given['details']), ...given });
  }

  get threadId(): string | undefined {
    return this.#workflow?.threadId;
  }

  get inputs(): unknown {
    return parseIfJson(this.#data['input'] ?? this.#data['_input']) ?? undefined;
  }

  get outputs(): unknown {
    return parseIfJson(this.#data['output'] ?? this.#data['result']) ?? this.#response ?? (this.sourceKind === 'custom' ? this.#data['data'] : undefined);
  }

  get toolCalls(): readonly ToolCall[] | undefined {
    return this.kind === 'tool' ? [{ id: null, name: this.name, arguments: this.inputs, result: this.outputs }] : undefined;
  }

  get metadata(): JsonObject {
    const told = Object.entries(this.#data).filter(([key, value]) => !PLACED.has(key) && value != null);
    const { error } = this.source;
    const errorData = asObject(error)?.['data'];
    const workflow = this.parentId === undefined ? this.#workflow?.record : undefined;
    return {
      ...Object.fromEntries(told),
      ...asObject(this.source['metadata']),
      ...(this.sourceKind === 'custom' ? {} : asObject(this.#data['data'])),
      ...(errorData == null ? {} : { error: errorData }),
      ...(workflow === undefined ? {} : { trace: workflow }),
    };
  }

  get #data(): JsonObject {
    return asObject(this.source['span_data']) ?? {};
  }

  /** Processors of one's own may keep the whole answer, which the exported span only names. */
  get #response(): JsonObject | undefined {
    return asObject(this.#data['response']) ?? asObject(this.#data['_response']);
  }
}
