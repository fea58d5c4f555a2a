import type { Trace } from '../../model/trace.ts';

/** Which share of the trace's time so many ms are, 0 to 1; 0 where either is not known. */
export function shareOfTime(trace: Trace, ms: number | null): number {
  return ms === null || trace.duration === null || !(trace.duration > 0) ? 0 : Math.min(1, Math.max(0, ms / trace.duration));
}
