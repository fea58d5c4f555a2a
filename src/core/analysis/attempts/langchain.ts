import type { Run } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';

/** LangChain's tag of every try but the first. */
const TAG = /^retry:attempt:(\d+)$/;

/** Which try a run is by LangChain's tag; null for a run without, as every first try. */
export function taggedAttempt(run: Run): number | null {
  for (const tag of run.tags) {
    const match = TAG.exec(tag);
    if (match !== null) return Number(match[1]);
  }
  return null;
}

/** Whether the run at a position is one of several that stand in for each other: LangChain gives their parent a name, and no tags. */
export function isUnderFallbacks(trace: Trace, at: number): boolean {
  return trace.runs[trace.columns.parent[at]!]?.name === 'RunnableWithFallbacks';
}
