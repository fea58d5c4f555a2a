'use client';
import { useEffect, useMemo, useState } from 'react';
import { criticalPath, type CriticalPath } from '../core/analysis/time/critical-path.ts';
import type { Trace } from '../core/model/trace.ts';

/** The paths of traces that don't run, which never change: several views of a trace need the same. */
const known = new WeakMap<Trace, CriticalPath>();

/** So many runs take less time than a person can notice. */
const FEW = 5_000;

/**
 * The critical path of a trace. That of a long trace is worked out after what is on show was painted, and is null until
 * then; it is also null while it is not wanted. That of a trace before this one is never given.
 *
 * @param now the present in epoch ms, to which running runs reach
 */
export function useCriticalPath(trace: Trace, isWanted: boolean, now?: number): CriticalPath | null {
  const [found, setFound] = useState<{ readonly trace: Trace; readonly path: CriticalPath } | null>(null);
  const present = trace.duration === null ? now : undefined;
  const isLater = trace.runs.length > FEW && !known.has(trace);
  const kept = useMemo(() => (isWanted && !isLater ? pathOf(trace, present) : null), [trace, isWanted, isLater, present]);
  useEffect(() => {
    if (!isWanted || !isLater) return undefined;
    const timer = setTimeout(() => setFound({ trace, path: pathOf(trace, present) }));
    return () => clearTimeout(timer);
  }, [trace, isWanted, isLater, present]);
  if (!isWanted) return null;
  return kept ?? (found?.trace === trace ? found.path : null);
}

function pathOf(trace: Trace, now: number | undefined): CriticalPath {
  const path = known.get(trace) ?? criticalPath(trace, { now });
  if (trace.duration !== null) known.set(trace, path);
  return path;
}
