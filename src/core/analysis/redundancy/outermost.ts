import type { Trace } from '../../model/trace.ts';
import type { Repeated } from './repeated.ts';

/** Leaves out what is inside of other needless work: with that, it would not have been done either. */
export function outermost(traces: readonly Trace[], found: readonly Repeated[]): readonly Repeated[] {
  const flags = traces.map(({ runs }) => new Uint8Array(runs.length));
  for (const { needless } of found) for (const { trace, at } of needless) flags[trace]![at] = 1;
  const inside = traces.map((trace, nth) => insideOf(trace, flags[nth]!));
  const isOutside = ({ trace, at }: { readonly trace: number; readonly at: number }): boolean => inside[trace]![at] === 0;
  return found
    .map((repeated) => ({ ...repeated, calls: repeated.calls.filter(isOutside), needless: repeated.needless.filter(isOutside) }))
    .filter(({ calls }) => calls.length > 1);
}

/** 1 for the runs that are inside of a marked one. */
function insideOf({ columns: { subtreeEnd } }: Trace, marked: Uint8Array): Uint8Array {
  const inside = new Uint8Array(marked.length);
  let until = 0;
  for (let at = 0; at < marked.length; at++) {
    if (at < until) inside[at] = 1;
    if (marked[at] === 1) until = Math.max(until, subtreeEnd[at]!);
  }
  return inside;
}
