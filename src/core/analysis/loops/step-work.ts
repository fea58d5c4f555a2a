import type { Run, RunKind } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';

/** What a step did, and by what its likeness to another is judged. */
export interface StepWork {
  /**
   * 2: it used tools, and is judged by what they were given. 1: it only called models, and is judged by what they were
   * told last and what they said: prompts grow from round to round. 0: neither, and it is judged by its own inputs.
   */
  readonly level: 0 | 1 | 2;
  /** The runs that it is judged by, by name. */
  readonly runs: readonly Run[];
}

const TOOLS: ReadonlySet<RunKind> = new Set(['tool', 'retriever', 'embedding', 'reranker']);
/** Runs of a step that are looked at, and runs by which it is judged. */
const MOST_LOOKED = 64;
const MOST_RUNS = 8;

/** What the step in the slice [from, to) did. */
export function stepWork(trace: Trace, from: number, to: number): StepWork {
  const { subtreeEnd } = trace.columns;
  const tools: Run[] = [];
  const calls: Run[] = [];
  const end = Math.min(to, from + MOST_LOOKED);
  for (let at = from; at < end && tools.length < MOST_RUNS; ) {
    const run = trace.runs[at]!;
    const isTool = TOOLS.has(run.kind);
    const isCall = run.kind === 'llm';
    if (isTool) tools.push(run);
    else if (isCall && calls.length < MOST_RUNS) calls.push(run);
    // What a tool or a call does inside is its own affair.
    at = isTool || isCall ? subtreeEnd[at]! : at + 1;
  }
  if (tools.length > 0) return { level: 2, runs: byName(tools) };
  if (calls.length > 0) return { level: 1, runs: byName(calls) };
  const own: Run[] = [];
  for (let at = from; at < to && own.length < MOST_RUNS; at = subtreeEnd[at]!) own.push(trace.runs[at]!);
  return { level: 0, runs: byName(own) };
}

/** Work side by side begins in any order. */
function byName(runs: readonly Run[]): readonly Run[] {
  return runs.toSorted((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
