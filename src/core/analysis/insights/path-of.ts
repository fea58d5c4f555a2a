import type { Trace } from '../../model/trace.ts';
import { criticalPath, type CriticalPath } from '../time/critical-path.ts';

const kept = new WeakMap<Trace, CriticalPath>();

/** The critical path of a trace, up to the last moment that is known: several rules ask for it, so it is found once. */
export function pathOf(trace: Trace): CriticalPath {
  let path = kept.get(trace);
  if (path === undefined) {
    path = criticalPath(trace);
    kept.set(trace, path);
  }
  return path;
}
