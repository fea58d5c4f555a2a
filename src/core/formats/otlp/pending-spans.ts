import type { SpanRecord } from './span-record.ts';

/** The spans without those that only tell of the beginning of another that is there. */
export function withoutPending(spans: SpanRecord[]): SpanRecord[] {
  if (!spans.some(({ isPending }) => isPending)) return spans;
  const placeOf = ({ traceId, id }: SpanRecord): string => `${traceId} ${id}`;
  const whole = new Set(spans.flatMap((span) => (span.isPending ? [] : [placeOf(span)])));
  return spans.filter((span) => !span.isPending || !whole.has(placeOf(span)));
}
