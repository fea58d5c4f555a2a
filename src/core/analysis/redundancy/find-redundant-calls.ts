import type { RunKind } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';
import { RunDigests } from '../payload/run-digests.ts';
import { Work, type Paused } from '../search/work.ts';
import { candidatesIn, type Candidate } from './candidates.ts';
import { sameCalls, similarCalls, type Cluster } from './clusters.ts';
import { outermost } from './outermost.ts';
import type { RedundantGroup } from './redundant-group.ts';
import type { Repeated } from './repeated.ts';
import { savingsOf } from './savings.ts';

/** What a model gives back is put in other words each time. */
const MODELS: ReadonlySet<RunKind> = new Set(['llm', 'embedding', 'reranker']);

/** What it takes to tell of a call, in characters searched. */
const DESCRIPTION = 100;

/** Looks for calls that were made before, pausing on the way. */
export function* findRedundantCalls(traces: readonly Trace[], least: number): Paused<readonly RedundantGroup[]> {
  const work = new Work();
  const digests = new RunDigests(work);
  const found: Repeated[] = [];
  for (const candidates of yield* candidatesIn(traces, least >= 1, work)) {
    const same = yield* sameCalls(candidates, digests);
    const clusters = least < 1 ? yield* similarCalls(same, least, digests, work) : same;
    for (const cluster of clusters) {
      if (cluster.calls.length < 2) continue;
      const repeated = yield* repeatedIn(traces, cluster, digests);
      if (repeated !== null) found.push(repeated);
    }
  }
  const groups: RedundantGroup[] = [];
  for (const repeated of outermost(traces, found)) {
    if (work.add(DESCRIPTION * repeated.calls.length)) yield;
    groups.push(describe(traces, repeated));
  }
  return groups.toSorted((a, b) => (b.saved.cost ?? 0) - (a.saved.cost ?? 0) || (b.saved.time ?? 0) - (a.saved.time ?? 0));
}

/** Null if none of the calls was in vain: each gave something else back, or there is only one. */
function* repeatedIn(traces: readonly Trace[], { calls: found, likeness }: Cluster, digests: RunDigests): Paused<Repeated | null> {
  const momentOf = ({ trace, run }: Candidate): number => traces[trace]!.startTime + run.start;
  const calls = separate(traces, found).toSorted((a, b) => momentOf(a) - momentOf(b));
  if (calls.length < 2) return null;
  if (MODELS.has(calls[0]!.run.kind)) return { calls, likeness, needless: calls.slice(1), sameOutputs: null };
  const given = new Set<number>();
  const needless: Candidate[] = [];
  let unknown = 0;
  for (const call of calls) {
    if (call.run.outputs === undefined) {
      unknown++;
      continue;
    }
    const { value } = yield* digests.ofOutputs(call.run);
    if (given.has(value)) needless.push(call);
    else given.add(value);
  }
  if (needless.length === 0 && unknown === 0) return null;
  return { calls, likeness, needless, sameOutputs: given.size > 1 ? false : unknown > 0 ? null : true };
}

/** Leaves out what is inside of another of the calls: tracers record a call twice, around the tool and in it. */
function separate(traces: readonly Trace[], calls: readonly Candidate[]): readonly Candidate[] {
  let last: Candidate | undefined;
  return calls
    .toSorted((a, b) => a.trace - b.trace || a.at - b.at)
    .filter((call) => {
      if (last !== undefined && last.trace === call.trace && call.at < traces[last.trace]!.columns.subtreeEnd[last.at]!) return false;
      last = call;
      return true;
    });
}

function describe(traces: readonly Trace[], { calls, likeness, needless, sameOutputs }: Repeated): RedundantGroup {
  const { kind, name, model } = calls[0]!.run;
  return {
    kind,
    name,
    model: model?.name ?? null,
    calls: calls.map(({ trace, at }) => ({ trace, at })),
    likeness,
    sameOutputs,
    saved: savingsOf(traces, needless),
  };
}
