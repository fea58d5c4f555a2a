import type { CriticalPath } from '../../core/analysis/time/critical-path.ts';
import type { TimeScale } from '../../hooks/time-scale.ts';
import type { TraceTreeRowState } from '../../hooks/trace-tree-state.ts';

/** The narrowest line, in px. */
const NARROWEST = 2;

/**
 * Where the line of the critical path lies under a row's bar, in px from the start of the lane: the time of the path in the
 * run with all that its row stands for. Null off the path, outside of the window, and for an open row, whose inner runs
 * have lines of their own.
 */
export function pathLine(path: CriticalPath, { position, isExpanded }: TraceTreeRowState, scale: TimeScale): { readonly x: number; readonly width: number } | null {
  if (isExpanded || !path.isOn(position)) return null;
  const from = scale.toX(path.enter[position] ?? Number.NaN);
  const to = scale.toX(path.leave[position] ?? Number.NaN);
  if (!(to >= 0) || !(from <= scale.width)) return null;
  const x = Math.min(Math.max(0, from), scale.width - NARROWEST);
  return { x, width: Math.max(NARROWEST, Math.min(to, scale.width) - x) };
}
