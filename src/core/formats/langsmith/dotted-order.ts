/**
 * LangSmith's dotted order holds a run's whole place in its trace: one segment for each run from the root to itself, a
 * segment being the start time and the id, as in `20260421T232956091001Z01a20071-ed7b-76b6-90ae-a2ac9c38a41a`. The
 * documentation's examples also write milliseconds instead of microseconds.
 */
const SEGMENT = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3,6})Z(.+)$/;

/** The place of a run, as far as its dotted order tells. */
export interface DottedPlace {
  readonly id: string;
  readonly traceId: string;
  readonly parentId: string | null;
  /** ISO 8601 text. */
  readonly startTime: string;
}

/** Reads a dotted order; undefined if it is none. */
export function readDottedOrder(value: unknown): DottedPlace | undefined {
  if (typeof value !== 'string') return undefined;
  const last = value.lastIndexOf('.');
  const own = SEGMENT.exec(value.slice(last + 1));
  if (own === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction, id = ''] = own;
  const before = last === -1 ? '' : value.slice(value.lastIndexOf('.', last - 1) + 1, last);
  const root = SEGMENT.exec(value.slice(0, value.indexOf('.') === -1 ? undefined : value.indexOf('.')));
  return {
    id,
    traceId: root?.[8] ?? id,
    parentId: SEGMENT.exec(before)?.[8] ?? null,
    startTime: `${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction}Z`,
  };
}
