import type { LooserQuery } from '../../core/analysis/search/looser-queries.ts';
import type { QueryError } from '../../core/analysis/search/query.ts';

/** How a field and a value are related in a term. */
export type TermRelation = 'is' | 'contains' | 'like' | 'over' | 'least' | 'under' | 'most' | 'between';

/** Every text of a search field, to be replaced in part or whole by those in another language. */
export interface RunSearchMessages {
  /** The accessible name of the whole. */
  readonly label: (trace: string) => string;
  /** The accessible name of the field. */
  readonly field: string;
  readonly placeholder: string;
  readonly clear: string;
  /** The accessible name of the list under the field. */
  readonly suggestions: string;
  readonly recent: string;
  /** What each field is, by its main name, in a line. */
  readonly fields: Readonly<Record<string, string>>;
  /** In how many runs a value occurs; of a large trace only a part was counted. */
  readonly occurrences: (count: string, isPart: boolean) => string;
  readonly matches: (count: string) => string;
  readonly noMatches: string;
  /** How far the person is: the place of the current match among all. */
  readonly position: (place: string, count: string) => string;
  /** What was found up to now, while the search goes on. */
  readonly soFar: (count: string) => string;
  readonly searching: string;
  /** What a screen reader says of the match to which the person went. */
  readonly current: (place: string, count: string, run: string) => string;
  readonly suggested: (count: number) => string;
  readonly next: string;
  readonly previous: string;
  readonly steps: string;
  readonly onlyMatches: string;
  /** What an error says; `error.message` is English. */
  readonly error: (error: QueryError) => string;
  readonly replaceBy: (suggestion: string) => string;
  readonly moreErrors: (count: number) => string;
  /** The accessible name of the chips. */
  readonly terms: string;
  readonly remove: (term: string) => string;
  readonly moreTerms: (count: number) => string;
  readonly notUnderstood: string;
  readonly not: string;
  readonly and: string;
  readonly or: string;
  readonly relations: Readonly<Record<TermRelation, string>>;
  readonly any: string;
  /** Before what would find something. */
  readonly tryInstead: string;
  readonly looser: (change: LooserQuery['change'], term: string) => string;
  readonly showAllRuns: string;
  readonly help: string;
  readonly examples: readonly RunSearchExample[];
  readonly useExample: (query: string) => string;
  readonly keys: readonly RunSearchKeyHelp[];
}

/** A query, and what it finds. */
export interface RunSearchExample {
  readonly query: string;
  readonly finds: string;
}

/** Keys and what they do. */
export interface RunSearchKeyHelp {
  readonly keys: readonly string[];
  readonly does: string;
}

function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** English. */
export const ENGLISH: RunSearchMessages = {
  label: (trace) => `Search the runs of ${trace}`,
  field: 'Search runs',
  placeholder: 'Search, or kind:llm latency:>2s',
  clear: 'Clear the search',
  suggestions: 'Suggestions',
  recent: 'Searched before',
  fields: {
    name: 'What the step is called',
    kind: 'What sort of step: llm, tool, retriever, …',
    status: 'How it ended',
    model: 'The model that was asked',
    provider: 'Who runs the model',
    tag: 'A tag on the run',
    error: 'Type and message of its error',
    latency: 'From start to end: >2s',
    first_token: 'From start to the first token: >500ms',
    start: 'After the trace’s start: <10s',
    tokens: 'All tokens of the run itself: >1k',
    input_tokens: 'Tokens that were read',
    output_tokens: 'Tokens that were written',
    cost: 'What the run itself cost: >0.01',
    input_cost: 'What was paid for reading',
    output_cost: 'What was paid for writing',
    input: 'Anything in its inputs',
    output: 'Anything in its outputs',
    metadata: 'Anything in its metadata',
    event: 'The name of an event',
    feedback: 'A key of its feedback',
    depth: 'How far down the tree, from 0',
    hidden: 'Whether its tracer hides it',
    source_kind: 'The tracer’s own word for its kind',
    id: 'The run’s id',
    parent_id: 'The id of the run around it',
    trace_id: 'The trace’s id',
  },
  occurrences: (count, isPart) => (isPart ? `${count}+` : count),
  matches: (count) => (count === '1' ? '1 match' : `${count} matches`),
  noMatches: 'No matches',
  position: (place, count) => `${place} of ${count}`,
  soFar: (count) => `${count} so far`,
  searching: 'Searching',
  current: (place, count, run) => `${place} of ${count}, ${run}`,
  suggested: (count) => plural(count, 'suggestion', 'suggestions'),
  next: 'Next match',
  previous: 'Previous match',
  steps: 'From match to match',
  onlyMatches: 'Only matches',
  error: ({ message }) => message,
  replaceBy: (suggestion) => `Write ${suggestion}`,
  moreErrors: (count) => `and ${plural(count, 'more', 'more')}`,
  terms: 'Terms of the search',
  remove: (term) => `Remove ${term}`,
  moreTerms: (count) => `and ${plural(count, 'more', 'more')}`,
  notUnderstood: 'Not understood, so it is left out',
  not: 'not',
  and: 'and',
  or: 'or',
  relations: { is: ':', contains: 'contains', like: 'like', over: '>', least: '≥', under: '<', most: '≤', between: ':' },
  any: 'any',
  tryInstead: 'What would match:',
  looser: (change, term) => (change === 'without' ? `without ${term}` : term),
  showAllRuns: 'Show all runs',
  help: 'How to search',
  examples: [
    { query: 'timeout', finds: 'this word anywhere in a run' },
    { query: '"rate limit"', finds: 'these words together' },
    { query: 'kind:llm', finds: 'a field that is exactly this' },
    { query: 'name:~search', finds: 'a field that contains this' },
    { query: 'name:get_*', finds: 'a field like this; * is anything' },
    { query: 'error:*', finds: 'a field that is there at all' },
    { query: '-status:success', finds: 'what is not so; also with NOT' },
    { query: 'latency:>2s', finds: 'more than; also >= < <=' },
    { query: 'tokens:[500 TO 2k]', finds: 'between; { } leaves out the ends' },
    { query: 'kind:tool OR kind:retriever', finds: 'one or the other; a space is AND' },
    { query: '(timeout OR error:*) -kind:llm', finds: 'parentheses first' },
    { query: 'input.city:Paris', finds: 'inside inputs, outputs or metadata' },
  ],
  useExample: (query) => `Search for ${query}`,
  keys: [
    { keys: ['↓', '↑'], does: 'Suggestions' },
    { keys: ['Tab', 'Enter'], does: 'Take one' },
    { keys: ['Enter'], does: 'Next match' },
    { keys: ['Shift Enter'], does: 'Previous match' },
    { keys: ['Esc'], does: 'Close, then clear' },
  ],
};
