import { asArray, asObject, asText, isObject, type JsonObject } from '../../model/json.ts';
import { readTime, type Instant } from '../../model/time.ts';

/** User lines by which Claude Code writes down what happened, not what a person asked. */
const NO_PROMPT = /^\s*(?:\[Request interrupted by user|<local-command-|<bash-|<task-notification|Caveat: The messages below)/;
const INTERRUPTED = '[Request interrupted by user';

/** One line of a transcript, with what is needed to place it. */
export class TranscriptLine {
  readonly source: JsonObject;
  /** Epoch milliseconds; NaN if the line has no time. */
  readonly time: number;
  readonly type: string;
  readonly uuid: string | undefined;
  /** The line that this one follows, once it is known. */
  before: TranscriptLine | undefined = undefined;
  /** The place of the turn or the subagent that the line is part of, among those of the session; -1 until it is known. */
  scopeAt = -1;

  /** @param scratch is written over: a session has as many times as lines */
  constructor(source: JsonObject, scratch: Instant) {
    this.source = source;
    this.time = readTime(source['timestamp'], scratch) ? scratch.ms + scratch.ns / 1e6 : Number.NaN;
    this.type = asText(source['type']) ?? '';
    this.uuid = asText(source['uuid']);
  }

  /** The line that this one follows; after a compaction, the last one before it. */
  get parentUuid(): string | undefined {
    return asText(this.source['parentUuid']) ?? asText(this.source['logicalParentUuid']);
  }

  /** Whether the line is of a subagent. */
  get isSidechain(): boolean {
    return this.source['isSidechain'] === true || this.source['parent_tool_use_id'] != null;
  }

  /** The subagent's id, on lines of a subagent; on the line of its result too. */
  get agentId(): string | undefined {
    return asText(this.source['agentId']) ?? asText(asObject(this.source['toolUseResult'])?.['agentId']);
  }

  get message(): JsonObject | undefined {
    return asObject(this.source['message']);
  }

  /** The pieces of the message; a message that is plain text has none. */
  get blocks(): readonly unknown[] {
    return asArray(this.message?.['content']);
  }

  /** The message's words, where it has any. */
  get text(): string | undefined {
    const content = this.message?.['content'];
    if (typeof content === 'string') return content;
    for (const block of this.blocks) if (isObject(block) && block['type'] === 'text' && typeof block['text'] === 'string') return block['text'];
    return undefined;
  }

  /** Whether a person, or for a subagent its caller, asked something. */
  get isPrompt(): boolean {
    if (this.type !== 'user' || this.source['isMeta'] === true || this.source['isCompactSummary'] === true) return false;
    if (this.blocks.some((block) => isObject(block) && block['type'] === 'tool_result')) return false;
    const { text } = this;
    return text === undefined ? this.blocks.length > 0 : text !== '' && !NO_PROMPT.test(text);
  }

  /** Whether a person stopped what was going on. */
  get isInterruption(): boolean {
    return this.type === 'user' && this.text?.startsWith(INTERRUPTED) === true;
  }
}
