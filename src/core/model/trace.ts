import type { Feedback } from './feedback.ts';
import type { Issue } from './issue.ts';
import { latestEnds } from './latest-ends.ts';
import type { ReadingOrder } from './reading-order.ts';
import type { Run, RunStatus } from './run.ts';
import { selfTimes } from './self-time.ts';
import { totalsAt, type TotalColumns, type Totals } from './totals.ts';

/**
 * One execution of an LLM application.
 *
 * A trace is a list of runs in reading order, in which every subtree is one contiguous slice:
 *
 *     position      0      1      2      3      4      5
 *     run           agent  llm    tool   fetch  parse  llm
 *     parent       -1      0      0      2      2      0
 *     depth         0      1      1      2      2      1
 *     subtreeEnd    6      2      5      4      5      6      tool's subtree is the slice [2, 5)
 *
 * There are no nested objects. To skip a collapsed run is to go on at the end of its slice; to ask whether one run is
 * inside another takes two comparisons; to add up subtrees is one pass from the end, to lay out rows one from the start.
 */
export class Trace {
  readonly id: string;
  /** The name of the first root; the id if there are no runs. */
  readonly name: string;
  /** When the earliest run started, in epoch ms. Nanoseconds that do not fit a number are in `startNanoseconds`. */
  readonly startTime: number;
  /** When the earliest run started, in nanoseconds since 1970, exact. */
  readonly startNanoseconds: bigint;
  /** From the earliest start to the latest end, in ms; null while running. */
  readonly duration: number | null;
  /** The worst of the roots. A trace whose roots ended well but which stopped inside to ask a person is `interrupted`. */
  readonly status: RunStatus;
  /** Where traces of the same application are collected; null if not recorded. */
  readonly project: string | null;
  /** The conversation that this trace is a turn of; null if not recorded. */
  readonly threadId: string | null;
  /** All runs in reading order. */
  readonly runs: readonly Run[];
  readonly issues: readonly Issue[];
  readonly feedback: readonly Feedback[];
  /** Figures of all runs by position, for whoever walks the whole trace. */
  readonly columns: TraceColumns;

  readonly #rowOf: ReadonlyMap<string, number>;
  readonly #position: Uint32Array;

  /** Traces are made by `buildTraces` and `readTraces`. */
  constructor(parts: TraceParts) {
    this.id = parts.id;
    this.name = parts.runs[0]?.name ?? parts.id;
    this.startTime = parts.startTime;
    this.startNanoseconds = parts.startNanoseconds;
    this.duration = parts.duration;
    this.status = parts.status;
    this.project = parts.project;
    this.threadId = parts.threadId;
    this.runs = parts.runs;
    this.issues = parts.issues;
    this.feedback = parts.feedback;
    this.columns = parts.columns;
    this.#rowOf = parts.rowOf;
    this.#position = parts.position;
  }

  /** The runs without a parent, by start. */
  get roots(): readonly Run[] {
    const roots: Run[] = [];
    for (let at = 0; at < this.runs.length; at = this.endOf(at)) roots.push(this.runs[at]!);
    return roots;
  }

  /** The run with this id. */
  get(id: string): Run | undefined {
    return this.runs[this.indexOf({ id })];
  }

  /** The run's position in reading order; -1 if it is not of this trace. A run is known by its id. */
  indexOf(run: Pick<Run, 'id'>): number {
    const row = this.#rowOf.get(run.id);
    return row === undefined ? -1 : (this.#position[row] ?? -1);
  }

  /** The run that this one is under; null for a root. */
  parentOf(run: Pick<Run, 'id'>): Run | null {
    return this.runs[this.columns.parent[this.indexOf(run)] ?? -1] ?? null;
  }

  /** The runs directly under this one, by start. */
  childrenOf(run: Pick<Run, 'id'>): readonly Run[] {
    const at = this.indexOf(run);
    const children: Run[] = [];
    const end = this.endOf(at);
    for (let child = at + 1; child < end; child = this.endOf(child)) children.push(this.runs[child]!);
    return children;
  }

  /** How many runs are above this one; 0 for a root. */
  depthOf(run: Pick<Run, 'id'>): number {
    return this.columns.depth[this.indexOf(run)] ?? 0;
  }

  /** The run and everything under it, in reading order. */
  subtreeOf(run: Pick<Run, 'id'>): readonly Run[] {
    const at = this.indexOf(run);
    return at === -1 ? [] : this.runs.slice(at, this.endOf(at));
  }

  /** The figures of the run's subtree, itself included; `selfTime` is the run's own. */
  totalsOf(run: Pick<Run, 'id'>): Totals {
    const at = this.indexOf(run);
    const self = this.columns.selfTime[at];
    return totalsAt(this.columns.totals, at, this.endOf(at), self === undefined || Number.isNaN(self) ? null : self);
  }

  /** The same trace but for the parts that are given; all else is shared. Runs must be the same ones, in the same order. */
  with(parts: Partial<Pick<TraceParts, 'runs' | 'issues' | 'columns'>>): Trace {
    return new Trace({ ...this, rowOf: this.#rowOf, position: this.#position, ...parts });
  }

  /** One past the position where the subtree at a position ends. */
  private endOf(at: number): number {
    return this.columns.subtreeEnd[at] ?? at;
  }
}

/** What the trace knows of its runs by position in reading order. */
export class TraceColumns {
  readonly parent: Int32Array;
  readonly depth: Uint32Array;
  readonly subtreeEnd: Uint32Array;
  /** Ms after the trace's start. */
  readonly start: Float64Array;
  /** Ms after the trace's start; NaN where no end was recorded. */
  readonly end: Float64Array;
  /** The figures of whole subtrees. */
  readonly totals: TotalColumns;
  #selfTime: Float64Array | undefined;
  #latestEnd: Float64Array | undefined;

  constructor(order: Pick<ReadingOrder, 'parent' | 'depth' | 'subtreeEnd'>, start: Float64Array, end: Float64Array, totals: TotalColumns) {
    this.parent = order.parent;
    this.depth = order.depth;
    this.subtreeEnd = order.subtreeEnd;
    this.start = start;
    this.end = end;
    this.totals = totals;
  }

  /** Own time in ms that no child covers; NaN while the run runs. Worked out when first asked for. */
  get selfTime(): Float64Array {
    this.#selfTime ??= selfTimes(this.start, this.end, this.parent);
    return this.#selfTime;
  }

  /** The last moment known of a run and all that is inside, in ms after the trace's start. Worked out when first asked for. */
  get latestEnd(): Float64Array {
    this.#latestEnd ??= latestEnds(this.start, this.end, this.parent);
    return this.#latestEnd;
  }
}

/** What a Trace is put together from. */
export interface TraceParts {
  readonly id: string;
  readonly startTime: number;
  readonly startNanoseconds: bigint;
  readonly duration: number | null;
  readonly status: RunStatus;
  readonly project: string | null;
  readonly threadId: string | null;
  readonly runs: readonly Run[];
  readonly issues: readonly Issue[];
  readonly feedback: readonly Feedback[];
  readonly columns: TraceColumns;
  /** The runs by id, in the order in which they were given. */
  readonly rowOf: ReadonlyMap<string, number>;
  /** Given order → reading order. */
  readonly position: Uint32Array;
}
