import { asObject, asText, type JsonObject } from '../../model/json.ts';
import { excerpt } from '../../model/issue.ts';
import type { RunEventRecord, RunRecord } from '../../model/record.ts';
import type { TimeInput } from '../../model/time.ts';
import { orUndefined } from '../known-moment.ts';
import { messageOf } from './model-call-record.ts';
import type { Scope, ToolUse } from './steps.ts';

const KINDS = { session: 'agent', turn: 'chain', subagent: 'agent' } as const;
/** What every line says of where it was written. */
const SURROUNDINGS = ['cwd', 'gitBranch', 'version', 'entrypoint', 'slug', 'userType', 'agentId', 'agentType'];

/** A session, a turn of it, or a subagent, seen as the run around its model calls and tools. */
export class ScopeRecord implements RunRecord {
  readonly traceId: string;
  readonly #scope: Scope;
  readonly #caller: ToolUse | undefined;
  readonly #summaries: readonly JsonObject[];

  /**
   * @param caller the tool that a subagent was called by
   * @param summaries lines that tell what the session is about
   */
  constructor(scope: Scope, sessionId: string, caller?: ToolUse, summaries: readonly JsonObject[] = []) {
    this.traceId = sessionId;
    this.#scope = scope;
    this.#caller = caller;
    this.#summaries = summaries;
  }

  get id(): string {
    return this.#scope.id;
  }

  get parentId(): string | undefined {
    return this.#scope.parentId ?? undefined;
  }

  /** A session is named by its last title, a turn by what was asked, a subagent by its type. */
  get name(): string {
    const { kind, prompt } = this.#scope;
    const input = asObject(this.#caller?.block['input']);
    const title = this.#summaries.findLast((line) => titleOf(line) !== undefined);
    if (kind === 'session') return (title === undefined ? undefined : titleOf(title)) ?? 'Claude Code session';
    if (kind === 'subagent') return asText(input?.['subagent_type']) ?? asText(prompt?.source['agentType']) ?? 'subagent';
    return nameOfPrompt(prompt?.text) ?? 'turn';
  }

  get kind(): string {
    return KINDS[this.#scope.kind];
  }

  get sourceKind(): string {
    return this.#scope.kind;
  }

  get startTime(): TimeInput {
    return orUndefined(this.#scope.firstTime) as TimeInput;
  }

  get endTime(): TimeInput | undefined {
    return this.#scope.isOpen ? undefined : orUndefined(this.#scope.lastTime);
  }

  /** A person who stops a turn has not seen it fail. */
  get status(): string | undefined {
    return this.#scope.kind !== 'session' && this.#scope.isInterrupted ? 'interrupted' : undefined;
  }

  get project(): string | undefined {
    return this.#scope.kind === 'session' ? asText(this.#scope.first?.source['cwd']) : undefined;
  }

  get threadId(): string | undefined {
    return this.#scope.kind === 'session' ? this.traceId : undefined;
  }

  get inputs(): unknown {
    const { prompt } = this.#scope;
    return prompt === undefined ? undefined : { messages: [messageOf(prompt)] };
  }

  get outputs(): unknown {
    const { lastCall, kind } = this.#scope;
    return lastCall === undefined || kind === 'session' ? undefined : { messages: lastCall.lines.map(messageOf) };
  }

  get messages(): RunRecord['messages'] {
    const { prompt, lastCall, kind } = this.#scope;
    return kind === 'session' ? undefined : { input: prompt === undefined ? [] : [messageOf(prompt)], output: lastCall?.lines.map(messageOf) ?? [] };
  }

  get metadata(): JsonObject {
    const fields = this.#scope.first?.source ?? {};
    const around = SURROUNDINGS.filter((key) => fields[key] != null && fields[key] !== '').map((key): [string, unknown] => [key, fields[key]]);
    if (this.#summaries.length > 0) around.push(['summaries', this.#summaries]);
    return Object.fromEntries(around);
  }

  /** What Claude Code wrote down beside the conversation: hooks, retries, compactions, files, what a person stopped. */
  get events(): readonly RunEventRecord[] {
    return this.#scope.notes.map(({ source, time }) => {
      const { type, subtype, timestamp: _timestamp, uuid: _uuid, parentUuid: _parent, sessionId: _session, isSidechain: _side, ...rest } = source;
      const moment = orUndefined(time);
      return { name: asText(subtype) ?? asText(type) ?? 'line', ...(moment === undefined ? {} : { time: moment }), attributes: rest };
    });
  }

  get source(): unknown {
    return this.#scope.prompt?.source ?? (this.#summaries.length > 0 ? this.#summaries : { sessionId: this.traceId });
  }
}

/** Lines by which Claude Code names a session. */
function titleOf(line: JsonObject): string | undefined {
  return asText(line['customTitle']) ?? asText(line['aiTitle']) ?? asText(line['title']) ?? asText(line['summary']);
}

/** The first words of what was asked; a slash command by its own name. */
function nameOfPrompt(text: string | undefined): string | undefined {
  const command = /<command-name>\s*([^<]{1,80}?)\s*<\/command-name>/.exec(text?.slice(0, 2000) ?? '')?.[1];
  const line = command ?? text?.trim().split('\n', 1)[0];
  return line === undefined || line === '' ? undefined : excerpt(line);
}
