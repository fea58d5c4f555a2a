import { asText, isObject } from '../../model/json.ts';
import type { RunKind } from '../../model/run.ts';
import { decodeJson } from '../langfuse/decode-json.ts';
import { decodeValue, type AnyValue } from './any-value.ts';
import type { Dialect, SpanField } from './dialect.ts';
import { DIALECTS } from './dialects.ts';

/** A field whose value is decoded when it is asked for. */
export type ToldField = Exclude<SpanField, 'kind' | 'kindHint'>;

/** What one span's attributes tell, most of it still undecoded. A field of which nothing is told is not there: there are many spans. */
export interface SpanFields extends Partial<Record<ToldField, AnyValue>> {
  /** The kind that the attributes say; undefined for a word that nobody knows. */
  kind?: RunKind | undefined;
  /** The tracer's word for the kind. */
  kindWord?: string;
  /** Whether the word says little (a span, a task, unknown), so that what else is known of the span counts for more. */
  isVague?: boolean;
  /** Who told of the tokens in one attribute for all, of those with one each, and of the money. */
  usageDialect?: Dialect;
  tokensDialect?: Dialect;
  costDialect?: Dialect;
  /** Parameters of a model call that have an attribute each, by name. */
  ownParameters?: Record<string, AnyValue>;
}

interface Place {
  readonly field: SpanField | 'parameter';
  /** The name of the parameter, or of the field. */
  readonly name: string;
  /** The number of the field. */
  readonly nth: number;
  /** Higher is believed over lower. */
  readonly rank: number;
  readonly dialect: Dialect;
  readonly kinds: ReadonlyMap<string, RunKind>;
}

const FIELDS = [...new Set(DIALECTS.flatMap(({ fields }) => Object.values(fields)))];

/** Where each known attribute belongs: one look-up an attribute, however many dialects there are. */
const PLACES: ReadonlyMap<string, Place> = new Map(
  DIALECTS.toReversed().flatMap((dialect, standing) => {
    const kinds = new Map(Object.entries(dialect.kinds ?? {}));
    return Object.entries(dialect.fields).map(([key, given], nth): [string, Place] => {
      const isParameter = given.startsWith('parameter.');
      const field = isParameter ? 'parameter' : (given as SpanField);
      return [key, { field, name: isParameter ? given.slice('parameter.'.length) : given, nth: FIELDS.indexOf(given === 'kindHint' ? 'kind' : given), rank: standing * 1000 + nth, dialect, kinds }];
    });
  }),
);

/** Kinds by which a tracer says hardly anything. */
const VAGUE: ReadonlySet<string> = new Set(['span', 'task', 'unknown', 'unspecified']);
/** What such a word, and one that nobody knows, is believed less than any other. */
const HARDLY = -1_000_000;

/** The rank of what each field has from the span that is being read, which is told by its number: nothing is allocated for a span. */
const ranks = new Int32Array(FIELDS.length);
const readFor = new Uint32Array(FIELDS.length);
let spanNumber = 0;

/**
 * Picks out of a span's attributes what is needed to place and count it, in one pass.
 *
 * @param beside an attribute that stands beside the others, by key and value
 */
export function readFields(attributes: unknown, beside?: readonly [string, AnyValue]): SpanFields {
  const fields: SpanFields = {};
  spanNumber++;
  if (beside !== undefined) readField(fields, beside[0], beside[1]);
  if (Array.isArray(attributes)) {
    for (const pair of attributes as readonly unknown[]) if (isObject(pair) && typeof pair['key'] === 'string') readField(fields, pair['key'], pair['value']);
  } else if (isObject(attributes)) {
    for (const key in attributes) readField(fields, key, attributes[key]);
  }
  return fields;
}

function readField(fields: SpanFields, key: string, value: AnyValue): void {
  const place = PLACES.get(key);
  if (place === undefined) return;
  const { field } = place;
  if (field === 'parameter') {
    fields.ownParameters ??= {};
    fields.ownParameters[place.name] = value;
  } else if (field === 'kind' || field === 'kindHint') readKind(fields, place, value);
  else if (isBest(place.nth, place.rank)) {
    fields[field] = value;
    if (field === 'inputTokens') fields.tokensDialect = place.dialect;
    else if (field === 'usage') fields.usageDialect = place.dialect;
    else if (field === 'cost') fields.costDialect = place.dialect;
  }
}

function readKind(fields: SpanFields, { field, kinds, nth, rank }: Place, value: AnyValue): void {
  const word = asFieldText(value);
  if (word === undefined) return;
  const lower = word.toLowerCase();
  // The AI SDK has the name of the caller's function behind the operation.
  const kind = kinds.get(field === 'kind' ? lower : (lower.split(' ')[0] ?? ''));
  if (kind === undefined && field === 'kindHint') return;
  const isVague = kind === undefined || kind === 'other' || VAGUE.has(lower);
  if (!isBest(nth, isVague ? rank + HARDLY : rank)) return;
  fields.kind = kind;
  fields.kindWord = word;
  if (isVague !== (fields.isVague ?? false)) fields.isVague = isVague;
}

function isBest(nth: number, rank: number): boolean {
  if (readFor[nth] === spanNumber && ranks[nth]! > rank) return false;
  readFor[nth] = spanNumber;
  ranks[nth] = rank;
  return true;
}

/** A field's value as text. Some tracers write every value as JSON, texts too. */
export function asFieldText(value: AnyValue): string | undefined {
  const decoded = decodeValue(value);
  return asText(typeof decoded === 'string' && decoded.startsWith('"') ? decodeJson(decoded) : decoded);
}
