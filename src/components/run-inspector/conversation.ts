import type { Message } from '../../core/model/content/content.ts';
import type { Run } from '../../core/model/run.ts';
import type { Trace } from '../../core/model/trace.ts';
import { toolRunsOf } from './tool-runs.ts';

/** What belongs together in a run's messages. */
export interface Conversation {
  /** The run that carried out a call, by call id. */
  readonly runs: ReadonlyMap<string, Run>;
  /** The calls that are answered further down, by call id. */
  readonly answered: ReadonlySet<string>;
  /** The tools that were called, by call id: results don't always tell whose they are. */
  readonly names: ReadonlyMap<string, string>;
}

/** Pairs calls with their results and with the runs that carried them out. */
export function conversationOf(trace: Trace, run: Run, messages: readonly Message[]): Conversation {
  const answered = new Set<string>();
  const names = new Map<string, string>();
  for (const { parts } of messages) {
    for (const part of parts) {
      if (part.type === 'tool-result' && part.callId !== null) answered.add(part.callId);
      if (part.type === 'tool-call' && part.call.id !== null) names.set(part.call.id, part.call.name);
    }
  }
  return { runs: toolRunsOf(trace, run, messages), answered, names };
}
