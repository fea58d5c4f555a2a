import type { Run } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';
import { RunDigests } from '../payload/run-digests.ts';
import { Work } from '../search/work.ts';
import { isSameModel } from './is-same-model.ts';
import { isSameTask } from './is-same-task.ts';
import { isUnderFallbacks, taggedAttempt } from './langchain.ts';

/** Tracers cut times to the millisecond: what begins within one of an end may well have begun after it. */
const CUT = 1;
/** Chains of one name under one parent that are still open: where many fail side by side, those before are given up. */
const MOST_OPEN = 32;

/** The positions of tries of one step, where each but the last failed, and the next one is the same again. */
export function retryChains(trace: Trace): readonly (readonly number[])[] {
  const { parent, start, end, subtreeEnd, totals: { errors } } = trace.columns;
  const digests = new RunDigests(new Work());
  const chains: number[][] = [];
  /** Chains whose last try failed, by parent and name. */
  const open = new Map<number, Map<string, number[][]>>();
  /** The sibling that began last, by the run above; and of every run, the first try of it. */
  const before = new Int32Array(trace.runs.length + 1).fill(-1);
  const firstTry = new Int32Array(trace.runs.length);

  /** Tells whether a run goes on with a chain of tries. */
  const goesOnWith = (at: number, previous: number): ((tries: readonly number[]) => boolean) => {
    const run = trace.runs[at]!;
    const attempt = taggedAttempt(run);
    return (tries) => {
      const last = tries.at(-1)!;
      const failed = trace.runs[last]!;
      if (!(end[last]! - CUT <= start[at]!)) return false;
      if (attempt !== null) return tries.length === attempt - 1 || taggedAttempt(failed) === attempt - 1;
      const isInBetween = previous !== last && start[firstTry[previous]!]! >= end[last]! && end[previous]! <= start[at]!;
      return !isInBetween && !isUnderFallbacks(trace, at) && isSameModel(failed, run) && isSameTask(failed, run, digests);
    };
  };

  // Where nothing failed inside, nothing was tried again there.
  for (let at = 0; at < trace.runs.length; at = errors[at] === 0 ? subtreeEnd[at]! : at + 1) {
    const run = trace.runs[at]!;
    const above = parent[at]!;
    const list = above === -1 ? trace.runs.length : above;
    const previous = before[list]!;
    before[list] = at;
    const failed = open.get(above)?.get(keyOf(run));
    const chain = failed === undefined ? undefined : takeChain(failed, goesOnWith(at, previous));
    if (chain !== undefined) {
      if (chain.length === 1) chains.push(chain);
      chain.push(at);
    }
    firstTry[at] = chain?.[0] ?? at;
    if (run.status === 'error') leaveOpen(open, above, keyOf(run), chain ?? [at]);
  }
  return chains;
}

function keyOf({ kind, name }: Run): string {
  return `${kind} ${name}`;
}

/** Takes out the first chain that goes on with this run. */
function takeChain(chains: number[][], goesOn: (chain: readonly number[]) => boolean): number[] | undefined {
  const nth = chains.findIndex(goesOn);
  return nth === -1 ? undefined : chains.splice(nth, 1)[0];
}

function leaveOpen(open: Map<number, Map<string, number[][]>>, above: number, key: string, chain: number[]): void {
  const names = open.get(above) ?? new Map<string, number[][]>();
  open.set(above, names);
  const chains = names.get(key) ?? [];
  names.set(key, chains);
  chains.push(chain);
  if (chains.length > MOST_OPEN) chains.shift();
}
