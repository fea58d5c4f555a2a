import type { Message } from '../../core/model/content/content.ts';
import { toolCallsOf } from '../../core/model/content/tool-calls-of.ts';
import type { Run } from '../../core/model/run.ts';
import type { Trace } from '../../core/model/trace.ts';

/** Tools' runs that are read, nearest first, to find those that carried a run's calls out. */
const MOST_TOOLS = 1_000;
const MOST_RUNS = 50_000;

/** The runs that carried out the calls of a conversation, by call id. */
export function toolRunsOf(trace: Trace, run: Run, messages: readonly Message[]): ReadonlyMap<string, Run> {
  const wanted = new Set<string>();
  for (const { parts } of messages) {
    for (const part of parts) {
      const id = part.type === 'tool-call' ? part.call.id : part.type === 'tool-result' ? part.callId : null;
      if (id !== null) wanted.add(id);
    }
  }
  const found = new Map<string, Run>();
  const at = trace.indexOf(run);
  if (wanted.size === 0 || at === -1) return found;
  let tools = 0;
  // What a model asked for is carried out after it; what is in its prompt was carried out before.
  for (let distance = 1; distance < MOST_RUNS && found.size < wanted.size && tools < MOST_TOOLS; distance++) {
    const after = trace.runs[at + distance];
    const before = trace.runs[at - distance];
    if (after === undefined && before === undefined) break;
    for (const near of [after, before]) {
      if (near?.kind !== 'tool') continue;
      tools++;
      const id = toolCallsOf(near)[0]?.id;
      if (id != null && wanted.has(id) && !found.has(id)) found.set(id, near);
    }
  }
  return found;
}
