import { readTime, type Instant, type TimeInput } from '../model/time.ts';

/** What has a start and perhaps an end. */
interface Timed {
  readonly startTime: TimeInput;
  readonly endTime?: TimeInput | null | undefined;
}

/** The time of several runs together. */
export interface TimeSpan {
  /** The earliest start, as it was written; undefined if none is known. */
  readonly start: TimeInput | undefined;
  /** The latest end, as it was written; undefined while any of them runs. */
  readonly end: TimeInput | undefined;
}

/** From the first start to the last end of several runs. */
export function timeSpanOf(runs: Iterable<Timed>): TimeSpan {
  const moment: Instant = { ms: 0, ns: 0 };
  const first: Instant = { ms: Number.POSITIVE_INFINITY, ns: 0 };
  const last: Instant = { ms: Number.NEGATIVE_INFINITY, ns: 0 };
  let start: TimeInput | undefined;
  let end: TimeInput | undefined;
  let isRunning = false;
  for (const { startTime, endTime } of runs) {
    if (readTime(startTime, moment) && isBefore(moment, first)) {
      Object.assign(first, moment);
      start = startTime;
    }
    if (endTime == null || !readTime(endTime, moment)) isRunning = true;
    else if (isBefore(last, moment)) {
      Object.assign(last, moment);
      end = endTime;
    }
  }
  return { start, end: isRunning ? undefined : end };
}

function isBefore(a: Instant, b: Instant): boolean {
  return a.ms < b.ms || (a.ms === b.ms && a.ns < b.ns);
}
