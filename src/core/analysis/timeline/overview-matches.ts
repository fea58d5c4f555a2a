import type { Trace } from '../../model/trace.ts';
import type { TimeWindow } from './time-window.ts';

/** The columns of an overview in which runs at these positions start: in order, each once. */
export function overviewMatches(trace: Trace, positions: Uint32Array, whole: TimeWindow, columns: number): number[] {
  const { start } = trace.columns;
  const scale = columns / (whole.end - whole.start);
  const isTaken = new Uint8Array(columns);
  for (let place = 0; place < positions.length; place++) {
    const column = Math.floor((start[positions[place]!]! - whole.start) * scale);
    isTaken[Math.min(columns - 1, Math.max(0, column))] = 1;
  }
  const taken: number[] = [];
  for (let column = 0; column < columns; column++) if (isTaken[column] === 1) taken.push(column);
  return taken;
}
