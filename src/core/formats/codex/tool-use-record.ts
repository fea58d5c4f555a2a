import type { ToolCall } from '../../model/content/content.ts';
import { asNumber, asObject, asText, parseIfJson, type JsonObject } from '../../model/json.ts';
import type { RunEventRecord, RunRecord } from '../../model/record.ts';
import type { TimeInput } from '../../model/time.ts';
import { orUndefined } from '../known-moment.ts';
import { eventOf } from './event-of.ts';
import type { ToolUse } from './steps.ts';

/** A tool's call and its output, seen as a run: from the line that asks for it to the line that answers. */
export class ToolUseRecord implements RunRecord {
  readonly kind = 'tool';
  readonly id: string;
  readonly traceId: string;
  readonly parentId: string;
  readonly sequence: number;
  readonly #tool: ToolUse;

  constructor(tool: ToolUse, sessionId: string, nth: number) {
    this.id = tool.id;
    this.traceId = sessionId;
    this.parentId = tool.call.turn?.id ?? sessionId;
    this.sequence = nth;
    this.#tool = tool;
  }

  get name(): string {
    const { name, namespace } = this.#tool.line.payload;
    const own = asText(name) ?? this.sourceKind.replace(/_call$/, '');
    return asText(namespace) === undefined ? own : `${asText(namespace)}.${own}`;
  }

  get sourceKind(): string {
    return this.#tool.line.type;
  }

  get startTime(): TimeInput {
    return orUndefined(this.#tool.line.time) as TimeInput;
  }

  /** One that was never answered was over when its turn was. */
  get endTime(): TimeInput | undefined {
    const { result, line, call, isPassed } = this.#tool;
    if (result !== undefined) return orUndefined(result.time);
    return isPassed ? orUndefined(call.turn?.end?.time ?? line.time) : undefined;
  }

  get status(): string | undefined {
    const { result, isPassed } = this.#tool;
    if (result === undefined) return isPassed ? 'interrupted' : undefined;
    return this.error === undefined && this.endTime === undefined ? 'success' : undefined;
  }

  /** A command that failed says so by its code, everything else by not being a success. */
  get error(): RunRecord['error'] {
    const output = asObject(parseIfJson(this.#tool.result?.payload['output']));
    const codes = [asObject(output?.['metadata'])?.['exit_code'], ...this.#tool.events.map(({ payload }) => payload['exit_code'])];
    const code = codes.map(asNumber).find((known) => known !== undefined && known !== 0);
    if (code !== undefined) return { message: `Exit code ${code}` };
    const failed = output?.['success'] === false || this.#tool.events.some(({ payload }) => payload['success'] === false || asObject(payload['result'])?.['Err'] !== undefined);
    return failed ? { message: asText(output?.['content']) ?? asText(output?.['output']) } : undefined;
  }

  get inputs(): unknown {
    const { arguments: given, input, action } = this.#tool.line.payload;
    return parseIfJson(given ?? input ?? action) ?? undefined;
  }

  get outputs(): unknown {
    return parseIfJson(this.#tool.result?.payload['output']) ?? undefined;
  }

  get toolCalls(): readonly ToolCall[] {
    return [{ id: this.id, name: this.name, arguments: this.inputs, result: this.outputs }];
  }

  get metadata(): JsonObject {
    const status = this.#tool.line.payload['status'];
    return status == null ? {} : { status };
  }

  /** What Codex noted while it ran: the command, its duration, the files of a patch. */
  get events(): readonly RunEventRecord[] {
    return this.#tool.events.map(eventOf);
  }

  get source(): unknown {
    const { line, result } = this.#tool;
    return result === undefined ? line.source : [line.source, result.source];
  }
}
