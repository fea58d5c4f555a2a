import type { Run, RunKind } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';
import type { Work, Paused } from '../search/work.ts';
import type { CallPlace } from './redundant-group.ts';

/** Kinds of work that gives back what depends on what it was given. */
const WORK: ReadonlySet<RunKind> = new Set(['llm', 'tool', 'retriever', 'embedding', 'reranker']);

/** A call that may have been made before. */
export interface Candidate extends CallPlace {
  readonly run: Run;
}

/**
 * The calls of traces that ended well, by what they call: only those can be the same.
 *
 * @param isExact calls that must be the same to count have the same number of input tokens, where those are known
 */
export function* candidatesIn(traces: readonly Trace[], isExact: boolean, work: Work): Paused<readonly (readonly Candidate[])[]> {
  const byWhat = new Map<string, Candidate[]>();
  for (const [nth, trace] of traces.entries()) {
    for (let at = 0; at < trace.runs.length; at++) {
      if (work.add(LOOK)) yield;
      const run = trace.runs[at]!;
      if (!WORK.has(run.kind) || run.status !== 'success') continue;
      const size = isExact && run.kind === 'llm' ? (run.usage?.input ?? '') : '';
      const what = `${run.kind}\n${run.model?.name ?? ''}\n${size}\n${run.name}`;
      const candidates = byWhat.get(what);
      if (candidates === undefined) byWhat.set(what, [{ trace: nth, at, run }]);
      else candidates.push({ trace: nth, at, run });
    }
  }
  return [...byWhat.values()].filter((candidates) => candidates.length > 1);
}

/** What it takes to look at a run, in characters searched. */
const LOOK = 32;
