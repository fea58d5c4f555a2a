import type { RunKind } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';
import { endOf, type TimeWindow } from './time-window.ts';

/** A piece of a lane, in columns from the start. */
export interface OverviewPiece {
  readonly lane: number;
  readonly from: number;
  /** One past the last column. */
  readonly to: number;
}

/** A trace drawn on few lanes and columns. */
export interface Overview {
  readonly lanes: number;
  readonly pieces: ReadonlyMap<RunKind, readonly OverviewPiece[]>;
  /** Where something failed: columns in order, apart from each other. */
  readonly errors: readonly Omit<OverviewPiece, 'lane'>[];
}

/**
 * Draws a whole trace on so many columns: a lane a level, the deepest levels together on the last. Each column of a lane
 * is drawn once, by the first run in reading order that is there, so the work is in runs plus columns, however long the
 * runs are.
 */
export function traceOverview(trace: Trace, whole: TimeWindow, columns: number, mostLanes: number, now?: number): Overview {
  const { depth } = trace.columns;
  let deepest = 0;
  for (let at = 0; at < depth.length; at++) deepest = Math.max(deepest, depth[at]!);
  const lanes = Math.min(mostLanes, deepest + 1);

  const free = Array.from({ length: lanes + 1 }, () => new FreeColumns(columns));
  const pieces = new Map<RunKind, OverviewPiece[]>();
  const failed: Omit<OverviewPiece, 'lane'>[] = [];
  const scale = columns / (whole.end - whole.start);
  for (let at = 0; at < trace.runs.length; at++) {
    const run = trace.runs[at]!;
    const from = Math.min(columns - 1, Math.floor((run.start - whole.start) * scale));
    const to = Math.min(columns, Math.max(from + 1, Math.ceil((endOf(trace, run, whole, now) - whole.start) * scale)));
    const lane = Math.min(depth[at]!, lanes - 1);
    free[lane]!.take(from, to, (start, end) => {
      const list = pieces.get(run.kind);
      if (list === undefined) pieces.set(run.kind, [{ lane, from: start, to: end }]);
      else list.push({ lane, from: start, to: end });
    });
    // What only passes a failure on is as long as all that is inside: it would paint the whole trace red.
    if (run.status === 'error' && trace.columns.totals.errors[at] === 1) free[lanes]!.take(from, to, (start, end) => failed.push({ from: start, to: end }));
  }
  return { lanes, pieces, errors: failed.toSorted((a, b) => a.from - b.from) };
}

/** The columns of a lane on which nothing is drawn yet, linked so that drawn ones are passed over at once. */
class FreeColumns {
  /** The next free column from each on; one past the end stands for none. */
  readonly #next: Uint32Array;

  constructor(columns: number) {
    this.#next = Uint32Array.from({ length: columns + 1 }, (_, at) => at);
  }

  /** Takes what is free in [from, to), stretch by stretch. */
  take(from: number, to: number, draw: (from: number, to: number) => void): void {
    let at = this.#find(from);
    while (at < to) {
      const start = at;
      while (at < to && this.#next[at] === at) {
        this.#next[at] = at + 1;
        at++;
      }
      draw(start, at);
      at = this.#find(at);
    }
  }

  #find(column: number): number {
    let at = column;
    while (this.#next[at] !== at) {
      // Halving the way for whoever comes next keeps the walks short.
      this.#next[at] = this.#next[this.#next[at]!]!;
      at = this.#next[at]!;
    }
    return at;
  }
}
