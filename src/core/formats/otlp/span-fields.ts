import { eachAttribute, type AnyValue } from './any-value.ts';
import type { Dialect, SpanField } from './dialect.ts';
import { DIALECTS } from './dialects.ts';

/** What one span's attributes tell, still undecoded, and which dialect told its kind. */
export interface SpanFields {
  readonly values: Partial<Record<SpanField, AnyValue>>;
  readonly kindDialect: Dialect | undefined;
}

interface Place {
  readonly field: SpanField;
  /** Higher is believed over lower. */
  readonly rank: number;
  readonly dialect: Dialect;
}

/** Where each known attribute belongs: one look-up an attribute, however many dialects there are. */
const PLACES: ReadonlyMap<string, Place> = new Map(
  DIALECTS.toReversed().flatMap((dialect, standing) =>
    Object.entries(dialect.fields).map(([key, field], nth): [string, Place] => [key, { field, rank: standing * 1000 + nth, dialect }]),
  ),
);

/** Picks out of a span's attributes what is needed to place and count it, in one pass. */
export function readFields(attributes: unknown): SpanFields {
  const values: Partial<Record<SpanField, AnyValue>> = {};
  const places: Partial<Record<SpanField, Place>> = {};
  eachAttribute(attributes, (key, value) => {
    const place = PLACES.get(key);
    if (place === undefined || (places[place.field]?.rank ?? -1) > place.rank) return;
    values[place.field] = value;
    places[place.field] = place;
  });
  return { values, kindDialect: places.kind?.dialect };
}

