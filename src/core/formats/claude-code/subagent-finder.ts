import { asObject, asText, isObject, type JsonObject } from '../../model/json.ts';
import { createScope, type Scope } from './steps.ts';
import type { TranscriptLine } from './transcript-line.ts';

interface Caller {
  readonly toolId: string;
  readonly prompt: string | undefined;
  isTaken: boolean;
}

/**
 * Tells which subagent a line belongs to, and which tool called that: by the agent's id, which the tool's result names; in
 * older transcripts by the prompt, which is the tool's input word for word; else it is the only one that there is.
 */
export class SubagentFinder {
  readonly scopes: Scope[] = [];
  readonly #session: Scope;
  readonly #byAgent = new Map<string, Scope>();
  readonly #agentOf = new Map<Scope, string>();
  readonly #toolOfAgent = new Map<string, string>();
  readonly #callers = new Map<string, Caller>();

  constructor(lines: readonly TranscriptLine[], session: Scope) {
    this.#session = session;
    for (const line of lines) {
      for (const block of line.blocks) {
        if (!isObject(block)) continue;
        if (block['type'] === 'tool_use') this.#addCaller(block);
        else if (block['type'] === 'tool_result') this.#addResult(asText(block['tool_use_id']) ?? '', line);
      }
    }
  }

  /** The subagent that the line itself names. */
  scopeOf(line: TranscriptLine): Scope | undefined {
    return this.#byAgent.get(keyOf(line) ?? '');
  }

  /** A subagent that begins with the line. */
  open(line: TranscriptLine): Scope {
    const scope = createScope('subagent', line.agentId ?? line.uuid ?? `subagent-${this.scopes.length + 1}`, this.#session.id, line);
    this.scopes.push(scope);
    this.remember(line, scope);
    return scope;
  }

  /** Hears where a line belongs: another one may tell the same agent, and not how it came about. */
  remember(line: TranscriptLine, scope: Scope): void {
    const key = keyOf(line);
    if (key === undefined || this.#byAgent.has(key)) return;
    this.#byAgent.set(key, scope);
    if (!this.#agentOf.has(scope)) this.#agentOf.set(scope, key);
  }

  /** Puts each subagent under the tool that called it; those whose caller is not to be found stay under the session. */
  findCallers(): void {
    const nameless: Scope[] = [];
    for (const scope of this.scopes) {
      const key = this.#agentOf.get(scope) ?? '';
      const caller = this.#callers.get(this.#toolOfAgent.get(key) ?? key);
      if (caller === undefined) nameless.push(scope);
      else assign(scope, caller);
    }
    const byPrompt = new Map<string, Caller[]>();
    for (const caller of [...this.#callers.values()].toReversed()) {
      if (caller.isTaken || caller.prompt === undefined) continue;
      const list = byPrompt.get(caller.prompt) ?? [];
      byPrompt.set(caller.prompt, list);
      list.push(caller);
    }
    const [only] = this.#callers.size === 1 ? this.#callers.values() : [];
    for (const scope of nameless) {
      const caller = byPrompt.get(scope.prompt?.text ?? '')?.pop() ?? only;
      if (caller !== undefined) assign(scope, caller);
    }
  }

  #addCaller(block: JsonObject): void {
    const toolId = asText(block['id']);
    const input = asObject(block['input']) ?? {};
    if (toolId === undefined || this.#callers.has(toolId)) return;
    if (block['name'] === 'Task' || block['name'] === 'Agent' || 'subagent_type' in input) this.#callers.set(toolId, { toolId, prompt: asText(input['prompt']), isTaken: false });
  }

  #addResult(toolId: string, line: TranscriptLine): void {
    if (this.#callers.has(toolId) && line.agentId !== undefined && !line.isSidechain && !this.#toolOfAgent.has(line.agentId)) this.#toolOfAgent.set(line.agentId, toolId);
  }
}

function assign(scope: Scope, caller: Caller): void {
  caller.isTaken = true;
  scope.parentId = caller.toolId;
}

/** What a subagent's lines have in common; older transcripts have nothing but the chain. */
function keyOf(line: TranscriptLine): string | undefined {
  return line.isSidechain ? (line.agentId ?? asText(line.source['parent_tool_use_id'])) : undefined;
}
