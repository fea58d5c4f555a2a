import { RUN_KINDS, RUN_STATUSES } from '../../model/run.ts';

/**
 * How a field's values are written and compared: `word` as a whole, `prose` by what occurs in it, `any` as a number where
 * it is one and else as a word; the figures in their units.
 */
export type ValueType = 'word' | 'prose' | 'any' | 'duration' | 'count' | 'money' | 'number' | 'flag';

/** A field that queries can name. */
export interface QueryField {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly type: ValueType;
  /** The type of what a path after the name leads to; null if no path can follow. */
  readonly pathType: ValueType | null;
  /** All values that it can have; null if they are open. */
  readonly words: readonly string[] | null;
}

/** All fields. Figures are the run's own, not those of its subtree. */
export const QUERY_FIELDS: readonly QueryField[] = [
  field('name', 'word'),
  field('kind', 'word', { aliases: ['run_type'], words: RUN_KINDS }),
  field('status', 'word', { words: RUN_STATUSES }),
  field('model', 'word'),
  field('provider', 'word'),
  field('tag', 'word', { aliases: ['tags'] }),
  field('error', 'prose', { aliases: ['errors'] }),
  field('latency', 'duration', { aliases: ['duration'] }),
  field('first_token', 'duration', { aliases: ['first_token_time'] }),
  field('start', 'duration'),
  field('tokens', 'count', { aliases: ['total_tokens'] }),
  field('input_tokens', 'count', { aliases: ['prompt_tokens'] }),
  field('output_tokens', 'count', { aliases: ['completion_tokens'] }),
  field('cost', 'money', { aliases: ['total_cost'] }),
  field('input_cost', 'money', { aliases: ['prompt_cost'] }),
  field('output_cost', 'money', { aliases: ['completion_cost'] }),
  field('input', 'prose', { aliases: ['inputs'], pathType: 'any' }),
  field('output', 'prose', { aliases: ['outputs'], pathType: 'any' }),
  field('metadata', 'prose', { pathType: 'any' }),
  field('event', 'word', { aliases: ['events'], pathType: 'any' }),
  field('feedback', 'word', { pathType: 'any' }),
  field('depth', 'number'),
  field('hidden', 'flag', { words: ['true', 'false'] }),
  field('source_kind', 'word'),
  field('id', 'word', { aliases: ['run_id'] }),
  field('parent_id', 'word', { aliases: ['parent_run_id'] }),
  field('trace_id', 'word'),
];

/** The field with this name or alias, in upper or lower case. */
export function fieldNamed(name: string): QueryField | undefined {
  const lower = name.toLowerCase();
  return QUERY_FIELDS.find((candidate) => candidate.name === lower || candidate.aliases.includes(lower));
}

/** The type of the values at the end of a path; null if no path can follow the field. */
export function valueType({ name, type, pathType }: QueryField, path: readonly string[]): ValueType | null {
  if (path.length === 0) return type;
  if (name !== 'feedback') return pathType;
  const { part } = feedbackPath(path);
  return part === 'score' ? 'number' : part === 'comment' ? 'prose' : 'any';
}

/** What a path of `feedback` means: keys may have dots, so only a known word at the end is a part. */
export function feedbackPath(path: readonly string[]): { readonly key: string; readonly part: 'score' | 'value' | 'comment' | null } {
  const last = path.at(-1);
  const part = path.length > 1 && (last === 'score' || last === 'value' || last === 'comment') ? last : null;
  return { key: (part === null ? path : path.slice(0, -1)).join('.'), part };
}

function field(name: string, type: ValueType, more: Partial<QueryField> = {}): QueryField {
  return { name, type, aliases: [], pathType: null, words: null, ...more };
}
