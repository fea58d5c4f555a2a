import { createIssue, excerpt } from './issue.ts';
import type { TraceRows } from './rows.ts';
import { millisecondsBetween, readTime, type Instant } from './time.ts';

/** When the runs of a trace began and ended, in ms after its start; one entry a row, NaN where it was not recorded. */
export interface Moments {
  /** The earliest start of all: the trace's own. */
  readonly epoch: Instant;
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  readonly firstTokens: Float64Array;
  /** Whether every run has a start. */
  readonly isComplete: boolean;
}

/** Reads the moments of all runs; what is there but can't be read is told. */
export function readMoments(rows: TraceRows): Moments {
  const count = rows.records.length;
  const starts = new RawTimes(count);
  const ends = new RawTimes(count);
  const firstTokens = new RawTimes(count);
  const moment: Instant = { ms: 0, ns: 0 };
  for (let row = 0; row < count; row++) {
    const record = rows.records[row]!;
    if (!starts.read(row, record.startTime, moment)) tell(rows, row, 'start', record.startTime);
    if (!ends.read(row, record.endTime, moment)) tell(rows, row, 'end', record.endTime);
    if (!firstTokens.read(row, record.firstTokenTime, moment)) tell(rows, row, 'first token', record.firstTokenTime);
  }
  const epoch = starts.earliest() ?? ends.earliest() ?? { ms: 0, ns: 0 };
  return { epoch, starts: starts.after(epoch), ends: ends.after(epoch), firstTokens: firstTokens.after(epoch), isComplete: starts.known === count };
}

function tell(rows: TraceRows, row: number, what: string, value: unknown): void {
  const place = { traceId: rows.traceId, runId: rows.ids[row] ?? null };
  rows.issues.push(createIssue('unreadable-time', `The time “${excerpt(value)}” of its ${what} is no time.`, 'Left out, as if it were not recorded.', place));
}

/** Moments since 1970, until it is known when the trace began. */
class RawTimes {
  readonly #ms: Float64Array;
  readonly #ns: Float64Array;
  known = 0;

  constructor(count: number) {
    this.#ms = new Float64Array(count).fill(Number.NaN);
    this.#ns = new Float64Array(count);
  }

  /** False if there is something that is no time. */
  read(row: number, value: unknown, scratch: Instant): boolean {
    if (value === null || value === undefined) return true;
    if (!readTime(value, scratch)) return false;
    this.#ms[row] = scratch.ms;
    this.#ns[row] = scratch.ns;
    this.known++;
    return true;
  }

  earliest(): Instant | undefined {
    let first = -1;
    for (let row = 0; row < this.#ms.length; row++) {
      if (Number.isNaN(this.#ms[row]!)) continue;
      if (first === -1 || this.#ms[row]! < this.#ms[first]! || (this.#ms[row] === this.#ms[first] && this.#ns[row]! < this.#ns[first]!)) first = row;
    }
    return first === -1 ? undefined : { ms: this.#ms[first]!, ns: this.#ns[first]! };
  }

  after({ ms, ns }: Instant): Float64Array {
    const offsets = new Float64Array(this.#ms.length);
    for (let row = 0; row < offsets.length; row++) offsets[row] = millisecondsBetween(ms, ns, this.#ms[row]!, this.#ns[row]!);
    return offsets;
  }
}
