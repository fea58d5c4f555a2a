import { asText, isObject } from '../../model/json.ts';
import { createScope, eachBetween, extend, type ModelCall, type Scope, type ToolUse } from './steps.ts';
import { SubagentFinder } from './subagent-finder.ts';
import type { TranscriptLine } from './transcript-line.ts';

/** Different lines under one id or at one moment that a further line is compared with. */
const MOST_ALIKE = 20;

/**
 * The steps of one session. Lines name the line that they follow (`parentUuid`): from that, each line's turn is the last
 * prompt before it on its own branch, also where a person went back and asked again. What a line follows is looked up,
 * where it is not told or not there, by time.
 */
export class Transcript {
  readonly session: Scope;
  readonly scopes: Scope[] = [];
  readonly calls = new Map<string, ModelCall>();
  readonly tools = new Map<string, ToolUse>();
  /** Lines that were there more than once. */
  readonly copies: number;
  readonly #lines: readonly TranscriptLine[];
  readonly #byUuid = new Map<string, TranscriptLine>();

  /** @param lines of the session, in any order */
  constructor(id: string, lines: readonly TranscriptLine[]) {
    this.session = createScope('session', id, null);
    const single = withoutCopies(lines, this.#byUuid);
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
        scope = line.scope ?? (line.isSidechain ? this.#sidechainScope(line, subagents) : this.#turnOf(line));
        if (scope !== undefined) break;
        walk.add(line);
      }
      scope ??= start.isSidechain ? subagents.open(start) : this.session;
      walk.add(start);
      for (const line of walk) {
        line.scope = scope;
        if (line.isSidechain) subagents.remember(line, scope);
      }
      walk.clear();
    }
    for (const scope of subagents.scopes) this.scopes.push(scope);
    subagents.findCallers();
  }

  #turnOf(line: TranscriptLine): Scope | undefined {
    if (!line.isPrompt) return undefined;
    const turn = createScope('turn', line.uuid ?? `turn-${this.scopes.length + 1}`, this.session.id, line);
    line.scope = turn;
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
    const scope = line.scope ?? this.session;
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

/** By time; lines without one come first. Files are in order, but for lines that were written side by side. */
function inOrder(lines: readonly TranscriptLine[]): readonly TranscriptLine[] {
  const isInOrder = lines.every((line, at) => at === 0 || moment(lines[at - 1]!) <= moment(line));
  return isInOrder ? lines : lines.toSorted((a, b) => moment(a) - moment(b) || 0);
}

function moment(line: TranscriptLine): number {
  return Number.isNaN(line.time) ? Number.NEGATIVE_INFINITY : line.time;
}

/**
 * Takes off lines that come again, word for word: under the same id, or without one at the same moment.
 *
 * @param first is filled with the first line under each id
 */
function withoutCopies(lines: readonly TranscriptLine[], first: Map<string, TranscriptLine>): readonly TranscriptLine[] {
  const others = new Map<string, TranscriptLine[]>();
  const isCopy = (line: TranscriptLine): boolean => {
    const key = line.uuid ?? (Number.isNaN(line.time) ? undefined : `${line.type} ${line.time}`);
    const known = key === undefined ? undefined : first.get(key);
    if (key === undefined) return false;
    if (known === undefined) {
      first.set(key, line);
      return false;
    }
    const alike = others.get(key) ?? [];
    if (alike.length < MOST_ALIKE && [known, ...alike].some(({ source }) => JSON.stringify(source) === JSON.stringify(line.source))) return true;
    others.set(key, alike);
    alike.push(line);
    return false;
  };
  const copies = new Set(lines.filter(isCopy));
  return copies.size === 0 ? lines : lines.filter((line) => !copies.has(line));
}
