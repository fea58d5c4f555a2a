import type { MessagePart, Message, ToolCall } from '../../model/content/content.ts';
import type { Run, RunStatus } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';

/** What was said and done in one trace or in the traces of one thread, turn by turn. */
export interface Conversation {
  readonly turns: readonly ConversationTurn[];
}

/** What a person or a caller said, what happened in between, and the answer. */
export interface ConversationTurn {
  /** Unique among the turns of a thread, and the same in later snapshots of a live trace. */
  readonly id: string;
  readonly trace: Trace;
  /** In the order of reading: what was asked first, then step by step, concurrent branches one after the other. */
  readonly items: readonly ConversationItem[];
  /**
   * What the runs of the turn add up to. Null for a turn that no run of these traces carried out: it is known only from
   * what a later one was told of it.
   */
  readonly figures: TurnFigures | null;
}

/** What the runs of a turn add up to, each counted once. */
export interface TurnFigures {
  /** When the first of them started, in epoch ms. */
  readonly start: number;
  /** When the last of them ended, in epoch ms; null while one is running. */
  readonly end: number | null;
  /** How the turn ended: that of its last step, or running. */
  readonly status: RunStatus;
  readonly runs: number;
  readonly llmCalls: number;
  readonly toolCalls: number;
  readonly errors: number;
  /** Model calls that recorded no tokens: with one of them, `tokens` is a lower bound. */
  readonly unmeteredCalls: number;
  /** Null if no run recorded any. */
  readonly tokens: number | null;
  /** Null if no run recorded any, or if it was paid in more than one currency. */
  readonly cost: number | null;
  /** ISO 4217 code of the cost. */
  readonly currency: string;
}

interface ItemOf<Type extends string> {
  readonly type: Type;
  /** Unique in the conversation, and the same in later snapshots of a live trace. */
  readonly id: string;
  /** The run that tells of it. */
  readonly run: Run;
}

/** A message that was handed to the trace, or that its root handed on: a person's words, or history. */
export interface MessageItem extends ItemOf<'message'> {
  readonly side: Message['side'];
  /** `user`, `assistant`, `system`, or the tracer's word if it is none of these. */
  readonly role: string;
  readonly name: string | null;
  /** Without tool calls and their results, which are items of their own. */
  readonly parts: readonly MessagePart[];
}

/** Inputs or outputs of a root that are no messages, standing for what was asked and answered. */
export interface PayloadItem extends ItemOf<'payload'> {
  readonly side: Message['side'];
  readonly value: unknown;
  /** The words in it that a person would read, if there is a field that says so; null otherwise. */
  readonly text: string | null;
  /** The field that has the words; null if the payload is the text itself. */
  readonly key: string | null;
  /** Whether there is nothing in the payload but the words. */
  readonly isWhole: boolean;
}

/** What a model was told before all messages; an item only where it differs from the last time. */
export interface SystemItem extends ItemOf<'system'> {
  readonly messages: readonly Message[];
}

/** What the application told a model beside what was said before: filled templates, examples, unknown history. */
export interface PromptItem extends ItemOf<'prompt'> {
  readonly messages: readonly Message[];
}

/** A model call, and the words that it produced: text, reasoning, media. Its tool calls are the items that follow. */
export interface ModelItem extends ItemOf<'model'> {
  readonly name: string | null;
  readonly parts: readonly MessagePart[];
  /** Which try it was, from 1, where the same prompt was tried again after a failure; null otherwise. */
  readonly attempt: number | null;
}

/** A tool: its call, what it answered, and the run that carried it out, as far as these are known. */
export interface ToolItem extends ItemOf<'tool'> {
  readonly name: string;
  /** As it was asked for; null for a tool that ran without any model asking, or of which only a result is known. */
  readonly call: ToolCall | null;
  /** The run that carried it out. Where there is none, `run` is the model call that asked, or was told the result. */
  readonly toolRun: Run | null;
  /** What a model was told as the answer, or what a provider's own tool answered; undefined if neither is known. */
  readonly result: unknown;
  /** Whether other steps are inside of its run: an agent, a retriever, tools. */
  readonly hasInside: boolean;
}

/** Documents that were looked up; what is looked for and what was found are read from the run. */
export interface RetrievalItem extends ItemOf<'retrieval'> {
  readonly hasInside: boolean;
}

/** An agent, or one of several branches side by side, with a conversation of its own inside. */
export interface AgentItem extends ItemOf<'agent'> {}

/** A guardrail or an evaluator. */
export interface CheckItem extends ItemOf<'check'> {
  readonly hasInside: boolean;
}

/** A step that failed, or that was interrupted, and that is none of the others. */
export interface StopItem extends ItemOf<'stop'> {}

/** One thing in a turn. */
export type ConversationItem =
  | MessageItem
  | PayloadItem
  | SystemItem
  | PromptItem
  | ModelItem
  | ToolItem
  | RetrievalItem
  | AgentItem
  | CheckItem
  | StopItem;
