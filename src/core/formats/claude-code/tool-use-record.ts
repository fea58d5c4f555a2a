import type { ToolCall } from '../../model/content/content.ts';
import { asArray, asObject, asText, isObject, type JsonObject } from '../../model/json.ts';
import type { RunRecord } from '../../model/record.ts';
import type { TimeInput } from '../../model/time.ts';
import { orUndefined } from '../known-moment.ts';
import type { ToolUse } from './steps.ts';

/** How Claude Code tells the model that a person said no. */
const REFUSED = /^The user doesn't want to (?:proceed|take this action)/;

/** A tool's use and its result, seen as a run: from the line that asks for it to the line that answers. */
export class ToolUseRecord implements RunRecord {
  readonly kind = 'tool';
  readonly id: string;
  readonly traceId: string;
  readonly #tool: ToolUse;

  constructor(tool: ToolUse, sessionId: string) {
    this.id = tool.id;
    this.traceId = sessionId;
    this.#tool = tool;
  }

  get parentId(): string {
    return this.#tool.call.scope.id;
  }

  get name(): string {
    return asText(this.#tool.block['name']) ?? '';
  }

  get sourceKind(): string {
    return asText(this.#tool.block['type']) ?? 'tool_use';
  }

  get startTime(): TimeInput {
    return orUndefined(this.#tool.line.time) as TimeInput;
  }

  /** One that was never answered was over when the conversation went on. */
  get endTime(): TimeInput | undefined {
    const { resultLine, call, line } = this.#tool;
    if (resultLine !== undefined) return orUndefined(resultLine.time) ?? orUndefined(line.time);
    return this.#isAbandoned ? orUndefined(Math.max(line.time, call.scope.lastCall === call ? call.scope.lastTime : line.time)) : undefined;
  }

  /** A person who refuses a tool, or stops it, is no failure of the tool. */
  get status(): string | undefined {
    const isStopped = asObject(this.#tool.resultLine?.source['toolUseResult'])?.['interrupted'] === true;
    return this.#isAbandoned || isStopped || (this.#isError && REFUSED.test(this.#words)) ? 'interrupted' : undefined;
  }

  get error(): RunRecord['error'] {
    return this.#isError ? { message: this.#words } : undefined;
  }

  get inputs(): unknown {
    return this.#tool.block['input'];
  }

  get outputs(): unknown {
    return this.#tool.resultBlock?.['content'];
  }

  get toolCalls(): readonly ToolCall[] {
    return [{ id: this.id, name: this.name, arguments: this.inputs, result: this.outputs }];
  }

  /** The result as the harness has it, which says more than what the model is told. */
  get metadata(): JsonObject {
    const result = this.#tool.resultLine?.source['toolUseResult'];
    return result == null ? {} : { toolUseResult: result };
  }

  get source(): unknown {
    const { line, resultLine } = this.#tool;
    return resultLine === undefined ? line.source : [line.source, resultLine.source];
  }

  get #isError(): boolean {
    return this.#tool.resultBlock?.['is_error'] === true;
  }

  get #isAbandoned(): boolean {
    const { resultLine, isPassed, call } = this.#tool;
    return resultLine === undefined && (isPassed || call.scope.lastCall !== call || call.scope.isInterrupted);
  }

  get #words(): string {
    const content = this.outputs;
    if (typeof content === 'string') return content;
    return asArray(content).flatMap((part) => (isObject(part) && typeof part['text'] === 'string' ? [part['text']] : [])).join('\n');
  }
}
