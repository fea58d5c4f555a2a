import type { RunKind } from '../../model/run.ts';
import type { Trace } from '../../model/trace.ts';

/** What a walk finds out: one entry a run in reading order. */
export interface PathColumns {
  /** 1 for the runs that a walk led through, seen from the run that they are under. */
  readonly isOn: Uint8Array;
  /** From when to when a walk was in the run or in what is under it. */
  readonly enter: Float64Array;
  readonly leave: Float64Array;
  /** How much later the run could have ended, in ms; NaN as long as nobody knows. */
  readonly slack: Float64Array;
}

/** Steps that stream what they make piece by piece, and steps that can begin with the first piece of it. */
const STREAMS: ReadonlySet<RunKind> = new Set(['llm', 'chain', 'agent']);
const READS_STREAMS: ReadonlySet<RunKind> = new Set(['parser', 'guardrail', 'chain', 'other']);

/** Goes back through the time of one run after the other, and finds which of its children it waited for. */
export class PathWalk {
  readonly #trace: Trace;
  readonly #end: Float64Array;
  readonly #columns: PathColumns;
  readonly #tolerance: number;
  /** The children of the run at hand by end. One room for all runs. */
  readonly #byEnd: Uint32Array;
  /** The end of the run at hand: what a child does after it is cut off. */
  #limit = 0;
  #windowStart = 0;

  constructor(trace: Trace, end: Float64Array, columns: PathColumns, tolerance: number) {
    this.#trace = trace;
    this.#end = end;
    this.#columns = columns;
    this.#tolerance = tolerance;
    this.#byEnd = new Uint32Array(trace.runs.length);
  }

  /** Marks the children of a run through which the way leads back from one moment to another. Linear, but for the sorting. */
  walk(parent: number, windowStart: number, windowEnd: number): void {
    this.#limit = this.#end[parent]!;
    this.#windowStart = windowStart;
    const slack = this.#columns.slack[parent]!;
    const byEnd = this.#byEnd;
    let time = windowEnd;
    /** The end of the child through which the way led last: until then others could have taken longer. */
    let pathEnd = this.#limit;
    for (let place = this.#gather(parent) - 1; place >= 0; ) {
      const child = byEnd[place]!;
      if (!this.#hasEnded(child, time)) {
        this.#pass(child, pathEnd, slack);
        place--;
        continue;
      }
      pathEnd = this.#endOf(child);
      const source = this.#sourceOf(place);
      const until = Math.min(pathEnd, time);
      time = source === -1 ? this.#startOf(child) : Math.min(until, this.#endOf(byEnd[source]!));
      // What has read a stream to its end, and ended with it, took no time.
      if (source === -1 || time < until) this.#take(child, time, until, slack);
      else this.#pass(child, pathEnd, slack);
      const next = source === -1 ? place - 1 : source;
      for (place--; place > next; place--) this.#pass(byEnd[place]!, pathEnd, slack);
    }
  }

  /** Puts the children that lie at least partly within the run in order. Gives their number. */
  #gather(parent: number): number {
    const { start, subtreeEnd } = this.#trace.columns;
    const byEnd = this.#byEnd;
    const first = start[parent]!;
    let count = 0;
    let isSorted = true;
    for (let child = parent + 1; child < subtreeEnd[parent]!; child = subtreeEnd[child]!) {
      const from = start[child]!;
      const to = this.#end[child]!;
      const isWithin = from === to ? from >= first && to <= this.#limit : from < this.#limit && to > first;
      if (!isWithin) continue;
      byEnd[count] = child;
      isSorted &&= count === 0 || this.#compare(byEnd[count - 1]!, child) <= 0;
      count++;
    }
    if (!isSorted) byEnd.subarray(0, count).sort((a, b) => this.#compare(a, b));
    return count;
  }

  /** By end. Of those that end together, one without length comes last, and one that took longer after one that took less. */
  #compare(a: number, b: number): number {
    const byEnd = this.#endOf(a) - this.#endOf(b);
    if (byEnd !== 0) return byEnd;
    const { start } = this.#trace.columns;
    const isPointA = start[a] === this.#end[a];
    const isPointB = start[b] === this.#end[b];
    if (isPointA !== isPointB) return isPointA ? 1 : -1;
    return isPointA ? a - b : start[b]! - start[a]! || b - a;
  }

  #startOf(child: number): number {
    return Math.max(this.#trace.columns.start[child]!, this.#windowStart);
  }

  #endOf(child: number): number {
    return Math.min(this.#end[child]!, this.#limit);
  }

  /** Whether a child was over by then, or so soon after that what followed has hardly begun before its end. */
  #hasEnded(child: number, time: number): boolean {
    const start = this.#trace.columns.start[child]!;
    const end = this.#endOf(child);
    if (start === this.#end[child]) return end <= time && end >= this.#windowStart;
    if (end > time && !(end <= time + this.#tolerance && start < time - this.#tolerance)) return false;
    return this.#startOf(child) < Math.min(end, time);
  }

  /**
   * The place of the child whose stream this one read: it was at work when this one began, and either had given its first
   * token by then, or both ended together. -1 if there is none.
   */
  #sourceOf(place: number): number {
    const { runs, columns } = this.#trace;
    const reader = this.#byEnd[place]!;
    if (!READS_STREAMS.has(runs[reader]!.kind)) return -1;
    const start = columns.start[reader]!;
    const from = this.#startOf(reader);
    const together = this.#endOf(reader) - this.#tolerance;
    for (let source = place - 1; source >= 0; source--) {
      const child = this.#byEnd[source]!;
      const end = this.#endOf(child);
      if (end <= from) return -1;
      const { kind, firstToken } = runs[child]!;
      if (!(columns.start[child]! < start) || !STREAMS.has(kind)) continue;
      if (end >= together || (firstToken !== null && firstToken <= start)) return source;
    }
    return -1;
  }

  #take(child: number, enter: number, leave: number, slack: number): void {
    this.#columns.isOn[child] = 1;
    this.#columns.enter[child] = enter;
    this.#columns.leave[child] = leave;
    this.#columns.slack[child] = slack;
  }

  #pass(child: number, pathEnd: number, slack: number): void {
    const end = this.#endOf(child);
    this.#columns.slack[child] = slack + Math.max(0, (end <= this.#windowStart ? this.#windowStart : pathEnd) - end);
  }
}
