import type { Trace } from '../../model/trace.ts';
import { RunDigests } from '../payload/run-digests.ts';
import { Work } from '../search/work.ts';
import { isSameModel } from './is-same-model.ts';
import { isSameTask } from './is-same-task.ts';
import { isUnderFallbacks } from './langchain.ts';

/** Tracers cut times to the millisecond: what begins within one of an end may well have begun after it. */
const CUT = 1;

/** The positions of steps that stood in for each other, where each but the last failed. */
export function fallbackChains(trace: Trace): readonly (readonly number[])[] {
  const { parent, subtreeEnd, totals: { errors } } = trace.columns;
  const digests = new RunDigests(new Work());
  const chains: number[][] = [];
  /** The chain that the last sibling belongs to, by parent; only where that sibling failed. */
  const open = new Map<number, number[]>();
  // Where nothing failed inside, nothing stood in for it there.
  for (let at = 0; at < trace.runs.length; at = errors[at] === 0 ? subtreeEnd[at]! : at + 1) {
    const run = trace.runs[at]!;
    const above = parent[at]!;
    const chain = open.get(above);
    if (chain === undefined && run.status !== 'error') continue;
    const standsIn = chain !== undefined && isStandIn(trace, chain.at(-1)!, at, digests);
    if (standsIn) {
      if (chain.length === 1) chains.push(chain);
      chain.push(at);
    }
    if (run.status === 'error') open.set(above, standsIn ? chain : [at]);
    else open.delete(above);
  }
  return chains.filter((chain) => isFallback(trace, chain));
}

function isStandIn(trace: Trace, failed: number, next: number, digests: RunDigests): boolean {
  const { start, end } = trace.columns;
  if (!(end[failed]! - CUT <= start[next]!)) return false;
  if (isUnderFallbacks(trace, next)) return true;
  const [a, b] = [trace.runs[failed]!, trace.runs[next]!];
  return a.kind === 'llm' && b.kind === 'llm' && isSameTask(a, b, digests);
}

/** Tries of one model alone are retries. */
function isFallback(trace: Trace, chain: readonly number[]): boolean {
  const first = trace.runs[chain[0]!]!;
  return isUnderFallbacks(trace, chain[0]!) || chain.some((at) => !isSameModel(trace.runs[at]!, first));
}
