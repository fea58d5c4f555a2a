import type { ToolCall } from '../../model/content/content.ts';
import { asObject, asText, type JsonObject } from '../../model/json.ts';
import type { RunRecord } from '../../model/record.ts';
import type { TimeInput } from '../../model/time.ts';
import { orUndefined } from '../known-moment.ts';
import type { ToolUse } from './chat-session.ts';
import { resultOf } from './spoken.ts';
import { toolStatus } from './tool-status.ts';

/** What the CLI notes of a tool's call beside what the model is told. */
const NOTED = ['displayName', 'description', 'resultDisplay', 'agentId', 'status'];

/** A tool's call, seen as a run: from the answer that asks for it to the moment at which the call was written. */
export class ToolUseRecord implements RunRecord {
  readonly kind = 'tool';
  readonly id: string;
  readonly parentId: string;
  readonly traceId: string;
  readonly #tool: ToolUse;

  constructor(tool: ToolUse, sessionId: string, traceId: string) {
    this.id = tool.id;
    this.parentId = tool.answer.turn?.id ?? sessionId;
    this.traceId = traceId;
    this.#tool = tool;
  }

  get name(): string {
    return asText(this.#tool.call['name']) ?? '';
  }

  get startTime(): TimeInput {
    return orUndefined(this.#tool.answer.message.time) as TimeInput;
  }

  get endTime(): TimeInput | undefined {
    if (toolStatus(this.#tool) === 'running') return undefined;
    const { time, answer } = this.#tool;
    return orUndefined(time >= answer.message.time ? time : answer.message.time);
  }

  get status(): string {
    return toolStatus(this.#tool);
  }

  get error(): RunRecord['error'] {
    if (toolStatus(this.#tool) !== 'error') return undefined;
    const { resultDisplay } = this.#tool.call;
    return { message: asText(asObject(resultOf(this.#tool.call['result']))?.['error']) ?? asText(resultDisplay) };
  }

  get inputs(): unknown {
    return this.#tool.call['args'];
  }

  get outputs(): unknown {
    return resultOf(this.#tool.call['result']);
  }

  get toolCalls(): readonly ToolCall[] {
    return [{ id: this.id, name: this.name, arguments: this.inputs, result: this.outputs }];
  }

  get metadata(): JsonObject {
    const { call } = this.#tool;
    return Object.fromEntries(NOTED.filter((key) => call[key] != null && call[key] !== '').map((key) => [key, call[key]]));
  }

  get source(): unknown {
    return this.#tool.call;
  }
}
