import type { Trace } from '../../model/trace.ts';
import type { PathSegments } from '../time/critical-path.ts';
import type { OverviewPiece } from './overview.ts';
import type { TimeWindow } from './time-window.ts';

/**
 * Where the critical path leads through an overview: in each column the lane of the run that it is in at the column's
 * middle. Pieces in order, one a change of lane.
 */
export function criticalPathPieces(trace: Trace, { position, start, end }: PathSegments, whole: TimeWindow, columns: number, lanes: number): OverviewPiece[] {
  const { depth } = trace.columns;
  const pieces: { lane: number; from: number; to: number }[] = [];
  const length = (whole.end - whole.start) / columns;
  for (let column = 0, segment = 0; column < columns; column++) {
    const middle = whole.start + (column + 0.5) * length;
    while (segment < position.length && end[segment]! <= middle) segment++;
    if (segment === position.length) break;
    if (start[segment]! > middle) continue;
    const lane = Math.min(depth[position[segment]!]!, lanes - 1);
    const last = pieces.at(-1);
    if (last !== undefined && last.lane === lane && last.to === column) last.to = column + 1;
    else pieces.push({ lane, from: column, to: column + 1 });
  }
  return pieces;
}
