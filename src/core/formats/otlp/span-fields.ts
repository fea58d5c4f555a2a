import { asText } from '../../model/json.ts';
import type { RunKind } from '../../model/run.ts';
import { decodeJson } from '../langfuse/decode-json.ts';
import { decodeValue, eachAttribute, type AnyValue } from './any-value.ts';
import type { Dialect, ParameterField, SpanField } from './dialect.ts';
import { DIALECTS } from './dialects.ts';

/** What one span's attributes tell, most of it still undecoded. */
export interface SpanFields {
  readonly values: Partial<Record<SpanField, AnyValue>>;
  /** The kind that the attributes say, and the tracer's word for it. */
  readonly kind: RunKind | undefined;
  readonly kindWord: string | undefined;
  /** Whether the word says little (a span, a task, unknown), so that what else is known of the span counts for more. */
  readonly isVague: boolean;
  /** Who told of the tokens in one attribute for all, of those with one each, and of the money. */
  readonly usageDialect: Dialect | undefined;
  readonly tokensDialect: Dialect | undefined;
  readonly costDialect: Dialect | undefined;
  /** Parameters of a model call that have an attribute each, by name. */
  readonly parameters: Record<string, AnyValue> | undefined;
}

interface Place {
  readonly field: SpanField | ParameterField;
  readonly parameter: string | undefined;
  /** Higher is believed over lower. */
  readonly rank: number;
  readonly dialect: Dialect;
  readonly kinds: ReadonlyMap<string, RunKind>;
}

/** Where each known attribute belongs: one look-up an attribute, however many dialects there are. */
const PLACES: ReadonlyMap<string, Place> = new Map(
  DIALECTS.toReversed().flatMap((dialect, standing) => {
    const kinds = new Map(Object.entries(dialect.kinds ?? {}));
    return Object.entries(dialect.fields).map(([key, field], nth): [string, Place] => {
      const parameter = field.startsWith('parameter.') ? field.slice('parameter.'.length) : undefined;
      return [key, { field, parameter, rank: standing * 1000 + nth, dialect, kinds }];
    });
  }),
);

/** Kinds by which a tracer says hardly anything. */
const VAGUE: ReadonlySet<string> = new Set(['span', 'task', 'unknown', 'unspecified']);
/** What such a word, and one that nobody knows, is believed less than any other. */
const HARDLY = -1e6;

/** Picks out of a span's attributes what is needed to place and count it, in one pass. */
export function readFields(attributes: unknown): SpanFields {
  const values: Partial<Record<SpanField, AnyValue>> = {};
  const ranks: Partial<Record<SpanField, number>> = {};
  let kind: RunKind | undefined;
  let kindWord: string | undefined;
  let isVague = true;
  let usageDialect: Dialect | undefined;
  let tokensDialect: Dialect | undefined;
  let costDialect: Dialect | undefined;
  let parameters: Record<string, AnyValue> | undefined;

  function isBest(field: SpanField, rank: number): boolean {
    if ((ranks[field] ?? -Infinity) > rank) return false;
    ranks[field] = rank;
    return true;
  }

  eachAttribute(attributes, (key, value) => {
    const place = PLACES.get(key);
    if (place === undefined) return;
    const { field, dialect, rank } = place;
    if (place.parameter !== undefined) {
      parameters ??= {};
      parameters[place.parameter] = value;
    } else if (field === 'kind' || field === 'kindHint') {
      const word = asFieldText(value);
      // The AI SDK has the name of the caller's function behind the operation.
      const known = word === undefined ? undefined : place.kinds.get((field === 'kind' ? word : (word.split(' ')[0] ?? '')).toLowerCase());
      if (word === undefined || (known === undefined && field === 'kindHint')) return;
      const vague = known === undefined || known === 'other' || VAGUE.has(word.toLowerCase());
      if (!isBest('kind', vague ? rank + HARDLY : rank)) return;
      kind = known;
      kindWord = word;
      isVague = vague;
    } else if (isBest(field as SpanField, rank)) {
      values[field as SpanField] = value;
      if (field === 'inputTokens') tokensDialect = dialect;
      else if (field === 'usage') usageDialect = dialect;
      else if (field === 'cost') costDialect = dialect;
    }
  });
  return { values, kind, kindWord, isVague, usageDialect, tokensDialect, costDialect, parameters };
}

/** A field's value as text. Some tracers write every value as JSON, texts too. */
export function asFieldText(value: AnyValue): string | undefined {
  const decoded = decodeValue(value);
  return asText(typeof decoded === 'string' && decoded.startsWith('"') ? decodeJson(decoded) : decoded);
}
