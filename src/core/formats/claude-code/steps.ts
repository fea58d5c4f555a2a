import type { JsonObject } from '../../model/json.ts';
import type { TranscriptLine } from './transcript-line.ts';

/** What other steps are inside of: a session, a turn, or a subagent. */
export interface Scope {
  readonly kind: 'session' | 'turn' | 'subagent';
  readonly id: string;
  /** Its place among those of the session; -1 until a line is part of it. */
  at: number;
  parentId: string | null;
  /** The line that it begins with; a session has none. */
  readonly prompt: TranscriptLine | undefined;
  /** The first line that says where it was written. */
  first: TranscriptLine | undefined;
  /** The lines that are part of no call: what the harness wrote down. */
  readonly notes: TranscriptLine[];
  firstTime: number;
  lastTime: number;
  lastCall: ModelCall | undefined;
  /** Whether something inside has not ended. */
  isOpen: boolean;
  isInterrupted: boolean;
}

/** One answer of the model, which Claude Code writes as several lines: one for each piece, with the same figures. */
export interface ModelCall {
  readonly id: string;
  readonly scope: Scope;
  readonly lines: TranscriptLine[];
  readonly tools: ToolUse[];
  /** The answer before this one, on the same branch. */
  earlier: ModelCall | undefined;
  /** When the last thing that the call answers was written, in epoch milliseconds; NaN if there is none. */
  askedTime: number;
  /** Whether another session in the document, which this one goes on from, has the call too. */
  isCopy: boolean;
}

/** A tool that the model asked for, and what came of it. */
export interface ToolUse {
  readonly id: string;
  readonly call: ModelCall;
  readonly block: JsonObject;
  readonly line: TranscriptLine;
  resultBlock: JsonObject | undefined;
  resultLine: TranscriptLine | undefined;
  /** Whether the conversation went on after it. */
  isPassed: boolean;
}

/** A scope without anything in it. */
export function createScope(kind: Scope['kind'], id: string, parentId: string | null, prompt?: TranscriptLine): Scope {
  const time = prompt?.time ?? Number.NaN;
  return { kind, id, at: -1, parentId, prompt, first: prompt, notes: [], firstTime: time, lastTime: time, lastCall: undefined, isOpen: false, isInterrupted: false };
}

/** Makes the scope last at least until the moment. */
export function extend(scope: Scope, time: number): void {
  if (Number.isNaN(time)) return;
  if (!(scope.firstTime <= time)) scope.firstTime = time;
  if (!(scope.lastTime >= time)) scope.lastTime = time;
}

/** Lines between two answers of the model: more are not looked through, since branches may share them. */
const MOST_BETWEEN = 1_000;

/** Visits the messages between a call and the one before it, the last first; returns the line of that one. */
export function eachBetween(call: ModelCall, visit: (line: TranscriptLine) => void): TranscriptLine | undefined {
  let line = call.lines[0]?.before;
  for (let steps = 0; line !== undefined && line.type !== 'assistant'; steps++, line = line.before) {
    if (steps === MOST_BETWEEN) return undefined;
    if (line.message !== undefined) visit(line);
  }
  return line;
}

/** What the model was told since its last answer: what stands between, and the results of all tools of that answer, which ran side by side. */
export function givenTo(call: ModelCall): readonly TranscriptLine[] {
  const given = new Set<TranscriptLine>();
  eachBetween(call, (line) => given.add(line));
  for (const { resultLine } of call.earlier?.tools ?? []) if (resultLine !== undefined) given.add(resultLine);
  return [...given].toSorted((a, b) => a.time - b.time);
}
