import type { Message, MessagePart } from '../model/content/content.ts';
import { messagesOf } from '../model/content/messages-of.ts';
import type { Run } from '../model/run.ts';
import type { Trace } from '../model/trace.ts';

/** What a model call's prompt has in common with the call before it. */
export interface PromptPrefix {
  /** The call before, of the same loop. */
  readonly previous: Run;
  /** How many of the run's input messages, from the first on, are those that the call before was told and said. */
  readonly count: number;
}

/** How far above a model call its loop may be: agents wrap a call in a node and a sequence. */
const LOOP_LEVELS = 3;
/** Runs looked at on the way back: a loop whose calls are further apart is not folded. */
const MOST_RUNS = 20_000;
/** Values compared inside of arguments and results, for all messages together. */
const MOST_VALUES = 100_000;

/**
 * Finds how much of a model call's prompt repeats the call before it, so that only what is new needs to be shown.
 * Null if the run is no model call, has none before it in its loop, or repeats nothing of it.
 */
export function promptPrefix(trace: Trace, run: Run): PromptPrefix | null {
  if (run.kind !== 'llm') return null;
  const previous = callBefore(trace, run);
  if (previous === null) return null;
  const told = messagesOf(run).filter((message) => message.side === 'input');
  const before = messagesOf(previous);
  const count = commonMessages(told, before);
  return count === 0 ? null : { previous, count };
}

/** How many messages two conversations begin with alike. Ids and sides don't matter. */
export function commonMessages(a: readonly Message[], b: readonly Message[]): number {
  const budget = { values: MOST_VALUES };
  let count = 0;
  while (count < a.length && count < b.length && isSameMessage(a[count]!, b[count]!, budget)) count++;
  return count;
}

/** The nearest model call before this one, as deep as it, under the same loop. */
function callBefore(trace: Trace, run: Run): Run | null {
  const { parent, depth } = trace.columns;
  const at = trace.indexOf(run);
  let loop = at;
  for (let level = 0; level < LOOP_LEVELS && parent[loop] !== undefined && parent[loop] !== -1; level++) loop = parent[loop]!;
  if (at === -1 || loop === at) return null;
  for (let place = at - 1; place > Math.max(loop, at - MOST_RUNS); place--) {
    const other = trace.runs[place]!;
    if (depth[place] === depth[at] && other.kind === 'llm') return other;
  }
  return null;
}

function isSameMessage(a: Message, b: Message, budget: Budget): boolean {
  return a.role === b.role && a.name === b.name && a.parts.length === b.parts.length && a.parts.every((part, nth) => isSamePart(part, b.parts[nth]!, budget));
}

function isSamePart(a: MessagePart, b: MessagePart, budget: Budget): boolean {
  switch (a.type) {
    case 'text':
    case 'reasoning': return a.type === b.type && a.text === b.text;
    case 'media': return a.type === b.type && a.url === b.url && a.data === b.data && a.mimeType === b.mimeType;
    // What the tool answered may be known only later.
    case 'tool-call': return a.type === b.type && a.call.id === b.call.id && a.call.name === b.call.name && isSameValue(a.call.arguments, b.call.arguments, budget);
    case 'tool-result': return a.type === b.type && a.callId === b.callId && isSameValue(a.result, b.result, budget);
    case 'other': return a.type === b.type && isSameValue(a.value, b.value, budget);
    default: return a satisfies never;
  }
}

interface Budget {
  values: number;
}

/** Whether two payloads say the same. Where that would take too long to find out, they don't. */
function isSameValue(a: unknown, b: unknown, budget: Budget): boolean {
  const pairs: unknown[] = [a, b];
  while (pairs.length > 0) {
    const right = pairs.pop();
    const left = pairs.pop();
    if (Object.is(left, right)) continue;
    if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
    if (Array.isArray(left) !== Array.isArray(right)) return false;
    const keys = Object.keys(left);
    budget.values -= keys.length + 1;
    if (budget.values < 0 || keys.length !== Object.keys(right).length) return false;
    for (const key of keys) {
      if (!Object.hasOwn(right, key)) return false;
      pairs.push((left as Record<string, unknown>)[key], (right as Record<string, unknown>)[key]);
    }
  }
  return true;
}
