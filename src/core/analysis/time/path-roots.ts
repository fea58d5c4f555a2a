import type { Trace } from '../../model/trace.ts';
import type { PathColumns } from './path-walk.ts';

/**
 * Marks the roots through which the path leads. Nothing tells which root waited for which, so at each moment it is in the
 * one that ends last of those at work: together they cover all of the time in which a root was at work.
 *
 * @param end when each run ended
 */
export function walkRoots(trace: Trace, end: Float64Array, { isOn, enter, leave, slack }: PathColumns): void {
  const { start, subtreeEnd } = trace.columns;
  const roots: number[] = [];
  /** For each root the one that ends last of it and those before. */
  const latest: number[] = [];
  for (let root = 0; root < start.length; root = subtreeEnd[root]!) {
    const before = latest.at(-1);
    roots.push(root);
    latest.push(before === undefined || end[root]! > end[before]! ? root : before);
  }

  let time = Number.POSITIVE_INFINITY;
  for (let place = roots.length - 1; place >= 0; place--) {
    if (start[roots[place]!]! >= time) continue;
    const root = latest[place]!;
    isOn[root] = 1;
    enter[root] = start[root]!;
    leave[root] = Math.min(time, end[root]!);
    time = start[root]!;
  }

  let ahead = 0;
  let path = 0;
  for (const root of roots) {
    for (; ahead < roots.length && start[roots[ahead]!]! <= start[root]!; ahead++) if (isOn[roots[ahead]!] === 1) path = roots[ahead]!;
    slack[root] = isOn[root] === 1 ? 0 : end[path]! - end[root]!;
  }
}
