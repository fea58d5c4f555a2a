import type { RolloutLine } from './rollout-line.ts';

/** From a prompt to the end of what it led to. */
export interface Turn {
  readonly id: string;
  prompt: RolloutLine | undefined;
  /** The model and the settings that the turn began with. */
  context: RolloutLine | undefined;
  /** The line by which it ended or was stopped. */
  end: RolloutLine | undefined;
  /** Whether the file tells when turns begin and end. */
  readonly isTracked: boolean;
  firstTime: number;
  lastTime: number;
  lastCall: ModelCall | undefined;
  readonly events: RolloutLine[];
}

/** One answer of the model: the items of one response. */
export interface ModelCall {
  readonly id: string;
  readonly turn: Turn | undefined;
  readonly context: RolloutLine | undefined;
  readonly items: RolloutLine[];
  /** What the model was told since its last answer. */
  readonly given: readonly RolloutLine[];
  /** The event that tells what the response used. */
  tokens: RolloutLine | undefined;
}

/** A tool that the model asked for, and what came of it. */
export interface ToolUse {
  readonly id: string;
  readonly call: ModelCall;
  readonly line: RolloutLine;
  result: RolloutLine | undefined;
  /** What Codex noted of the command, the patch or the call. */
  readonly events: RolloutLine[];
  /** Whether something came after it that did not wait for it. */
  isPassed: boolean;
}
