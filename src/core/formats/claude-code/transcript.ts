import { asText, isObject } from '../../model/json.ts';
import { inOrder } from '../in-order.ts';
import { withoutCopies } from '../without-copies.ts';
import { createScope, eachBetween, extend, type ModelCall, type Scope, type ToolUse } from './steps.ts';
import { SubagentFinder } from './subagent-finder.ts';
import type { TranscriptLine } from './transcript-line.ts';

/**
 * The steps of one session. Lines name the line that they follow (`parentUuid`): from that, each line's turn is the last
 * prompt before it on its own branch, also where a person went back and asked again. What a line follows is looked up,
 * where it is not told or not there, by time.
 */
export class Transcript {
  readonly session: Scope;
  readonly scopes: Scope[] = [];
  readonly calls: Map<string, ModelCall> = new Map();
  readonly tools: Map<string, ToolUse> = new Map();
  /** Lines that were there more than once. */
  readonly copies: number;
  readonly #lines: readonly TranscriptLine[];
  readonly #byUuid = new Map<string, TranscriptLine>();
  readonly #placed: Scope[] = [];

  /** @param lines of the session, in any order */
  constructor(id: string, lines: readonly TranscriptLine[]) {
    this.session = createScope('session', id, null);
    const single = withoutCopies(lines, keyOf, this.#byUuid);
    this.copies = lines.length - single.length;
    this.#lines = inOrder(single);
    this.#link();
    this.#findScopes();
    for (const line of this.#lines) this.#place(line);
    for (const call of this.calls.values()) this.#findAsked(call);
    this.#close();
  }

  #link(): void {
    const last = new Map<string, TranscriptLine>();
    for (const line of this.#lines) {
      if (line.uuid === undefined && line.message === undefined) continue;
      const branch = line.isSidechain ? (line.agentId ?? `${line.source['parent_tool_use_id'] ?? ''}`) : 'main';
      const named = this.#byUuid.get(line.parentUuid ?? '');
      const before = named === line ? undefined : (named ?? (branch === '' ? undefined : last.get(branch)));
      line.before = before;
      last.set(branch, line);
    }
  }

  /** Each line's turn or subagent, without recursion: a session is a chain as long as itself. */
  #findScopes(): void {
    const subagents = new SubagentFinder(this.#lines, this.session);
    const walk = new Set<TranscriptLine>();
    for (const start of this.#lines) {
      let scope: Scope | undefined;
      for (let line: TranscriptLine | undefined = start; line !== undefined && !walk.has(line); line = line.before) {
        scope = this.#placed[line.scopeAt] ?? (line.isSidechain ? this.#sidechainScope(line, subagents) : this.#turnOf(line));
        if (scope !== undefined) break;
        walk.add(line);
      }
      scope ??= start.isSidechain ? subagents.open(start) : this.session;
      walk.add(start);
      for (const line of walk) {
        this.#put(line, scope);
        if (line.isSidechain) subagents.remember(line, scope);
      }
      walk.clear();
    }
    for (const scope of subagents.scopes) this.scopes.push(scope);
    subagents.findCallers();
  }

  #put(line: TranscriptLine, scope: Scope): void {
    if (scope.at === -1) scope.at = this.#placed.push(scope) - 1;
    line.scopeAt = scope.at;
  }

  #turnOf(line: TranscriptLine): Scope | undefined {
    if (!line.isPrompt) return undefined;
    const turn = createScope('turn', line.uuid ?? `turn-${this.scopes.length + 1}`, this.session.id, line);
    this.#put(line, turn);
    this.scopes.push(turn);
    return turn;
  }

  /** A subagent's lines go back to its first one. */
  #sidechainScope(line: TranscriptLine, subagents: SubagentFinder): Scope | undefined {
    const known = subagents.scopeOf(line);
    if (known !== undefined) return known;
    return line.before?.isSidechain === true ? undefined : subagents.open(line);
  }

  #place(line: TranscriptLine): void {
    const scope = this.#placed[line.scopeAt] ?? this.session;
    extend(scope, line.time);
    extend(this.session, line.time);
    if (line.source['cwd'] !== undefined) {
      scope.first ??= line;
      this.session.first ??= line;
    }
    if (line.isInterruption) scope.isInterrupted = true;
    if (line.type === 'assistant' && line.message !== undefined) this.#addToCall(line, scope);
    else if (line.type !== 'user' || line.message === undefined || !this.#addResults(line)) {
      if (line !== scope.prompt) scope.notes.push(line);
    }
  }

  #addToCall(line: TranscriptLine, scope: Scope): void {
    const id = callIdOf(line) ?? `call-${this.calls.size + 1}`;
    let call = this.calls.get(id);
    if (call === undefined) {
      call = { id, scope, lines: [], tools: [], earlier: undefined, askedTime: Number.NaN, isCopy: false };
      this.calls.set(id, call);
      scope.lastCall = call;
      scope.isInterrupted = false;
    }
    call.lines.push(line);
    for (const block of line.blocks) {
      const toolId = isObject(block) && block['type'] === 'tool_use' ? asText(block['id']) : undefined;
      if (!isObject(block) || toolId === undefined || this.tools.has(toolId)) continue;
      const tool: ToolUse = { id: toolId, call, block, line, resultBlock: undefined, resultLine: undefined, isPassed: false };
      call.tools.push(tool);
      this.tools.set(toolId, tool);
    }
  }

  /** @returns whether the line is nothing but results of tools that are known */
  #addResults(line: TranscriptLine): boolean {
    let isAll = line.blocks.length > 0;
    for (const block of line.blocks) {
      const tool = isObject(block) && block['type'] === 'tool_result' ? this.tools.get(asText(block['tool_use_id']) ?? '') : undefined;
      if (tool === undefined) isAll = false;
      else if (tool.resultLine === undefined && isObject(block)) {
        tool.resultBlock = block;
        tool.resultLine = line;
      }
    }
    return isAll;
  }

  /** Finds what a call comes after, and until when it waited for that. */
  #findAsked(call: ModelCall): void {
    const wait = ({ time }: TranscriptLine): void => {
      if (!(call.askedTime >= time)) call.askedTime = time;
    };
    const last = eachBetween(call, wait);
    const earlier = last === undefined ? undefined : this.calls.get(callIdOf(last) ?? '');
    call.earlier = earlier === call ? undefined : earlier;
    for (const tool of call.earlier?.tools ?? []) {
      tool.isPassed = true;
      if (tool.resultLine !== undefined) wait(tool.resultLine);
    }
  }

  /** A tool without a result runs, unless the conversation went on without it; so does what it is inside of. */
  #close(): void {
    const byId = new Map(this.scopes.map((scope) => [scope.id, scope]));
    for (const tool of this.tools.values()) {
      const { scope, id } = tool.call;
      if (tool.resultLine !== undefined || tool.isPassed || scope.isInterrupted || scope.lastCall?.id !== id) continue;
      for (let open: Scope | undefined = scope; open !== undefined && !open.isOpen; open = this.tools.get(open.parentId ?? '')?.call.scope ?? byId.get(open.parentId ?? '')) open.isOpen = true;
      this.session.isOpen = true;
    }
  }
}

/** All lines of an answer bear its id; older files have a line an answer. */
function callIdOf(line: TranscriptLine): string | undefined {
  return asText(line.message?.['id']) ?? line.uuid;
}

/** What equal lines have in common: their id, or the moment at which they were written. */
function keyOf(line: TranscriptLine): string | undefined {
  return line.uuid ?? (Number.isNaN(line.time) ? undefined : `${line.type} ${line.time}`);
}
