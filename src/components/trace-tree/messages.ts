import type { RunKind, RunStatus } from '../../core/model/run.ts';
import type { TraceTreeColumn } from './columns.ts';

/** Every text of a tree, to be replaced in part or whole by those in another language. */
export interface TraceTreeMessages {
  /** The accessible name of the tree. */
  readonly label: (trace: string) => string;
  readonly columns: Readonly<Record<'name' | TraceTreeColumn, string>>;
  /** The button behind which columns are chosen. */
  readonly chooseColumns: string;
  readonly kinds: Readonly<Record<RunKind, string>>;
  readonly statuses: Readonly<Record<RunStatus, string>>;
  readonly empty: string;
  readonly noEnd: string;
  readonly noTokens: string;
  readonly noCost: string;
  readonly selfTime: (duration: string) => string;
  readonly tokens: (figures: TokenTexts) => string;
  readonly cost: (figures: CostTexts) => string;
  readonly errorsInside: (count: number) => string;
  /** What is said of a run that a search found. */
  readonly match: string;
  readonly matchesInside: (count: number) => string;
  /** What stands where a filter leaves nothing. */
  readonly noMatches: string;
  readonly runs: (count: string) => string;
  readonly errors: (count: number) => string;
  /** What the button that goes to the next error is called. */
  readonly nextError: string;
  readonly hidden: (count: number) => string;
  readonly showHidden: string;
  readonly hideHidden: string;
  readonly issues: (count: number) => string;
  /** The heading of issues that are too many to list. */
  readonly moreIssues: (count: number) => string;
  readonly goToRun: string;
  readonly keys: string;
  /** What each key does, in the order in which they are listed. */
  readonly keyHelp: readonly KeyHelp[];
  /** The keys that there are beside them where the tree has a search. */
  readonly searchKeyHelp: readonly KeyHelp[];
}

/** Keys and what they do. */
export interface KeyHelp {
  readonly keys: readonly string[];
  readonly does: string;
}

/** What there is to say of a run's tokens; `own` is null where it equals the total. */
export interface TokenTexts {
  readonly total: string;
  readonly input: string;
  readonly output: string;
  readonly own: string | null;
  readonly runs: number;
  readonly unmetered: number;
}

/** What there is to say of a run's cost; `own` is null where it equals the total. */
export interface CostTexts {
  readonly total: string;
  readonly own: string | null;
  readonly runs: number;
}

function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** English. */
export const ENGLISH: TraceTreeMessages = {
  label: (trace) => `Runs of ${trace}`,
  columns: { name: 'Run', status: 'Status', model: 'Model', duration: 'Duration', tokens: 'Tokens', cost: 'Cost' },
  chooseColumns: 'Columns',
  kinds: {
    agent: 'Agent', chain: 'Chain', llm: 'Model call', tool: 'Tool', retriever: 'Retriever', embedding: 'Embedding',
    reranker: 'Reranker', prompt: 'Prompt', parser: 'Parser', guardrail: 'Guardrail', evaluator: 'Evaluator', other: 'Step',
  },
  statuses: { success: 'Succeeded', error: 'Failed', running: 'Running', interrupted: 'Interrupted' },
  empty: 'This trace has no runs.',
  noEnd: 'No end recorded',
  noTokens: 'No tokens recorded',
  noCost: 'No cost recorded',
  selfTime: (duration) => `${duration} in the run itself`,
  tokens: ({ total, input, output, own, runs, unmetered }) =>
    `${total} tokens: ${input} in, ${output} out` +
    (own === null ? '' : ` · total of ${plural(runs, 'run', 'runs')}, own ${own}`) +
    (unmetered === 0 ? '' : ` · at least: ${plural(unmetered, 'model call', 'model calls')} recorded none`),
  cost: ({ total, own, runs }) => total + (own === null ? '' : ` · total of ${plural(runs, 'run', 'runs')}, own ${own}`),
  errorsInside: (count) => plural(count, 'error inside', 'errors inside'),
  match: 'Found',
  matchesInside: (count) => plural(count, 'match inside', 'matches inside'),
  noMatches: 'No run matches.',
  runs: (count) => (count === '1' ? '1 run' : `${count} runs`),
  errors: (count) => plural(count, 'error', 'errors'),
  nextError: 'Go to the next error',
  hidden: (count) => `${count.toLocaleString('en')} hidden`,
  showHidden: 'Show',
  hideHidden: 'Hide',
  issues: (count) => plural(count, 'issue', 'issues'),
  moreIssues: (count) => `and ${plural(count, 'more', 'more')}`,
  goToRun: 'Go to the run',
  keys: 'Keys',
  keyHelp: [
    { keys: ['↑', '↓'], does: 'Move' },
    { keys: ['→', '←'], does: 'Open and close' },
    { keys: ['Home', 'End'], does: 'First and last' },
    { keys: ['Page Up', 'Page Down'], does: 'A screen up or down' },
    { keys: ['Enter', 'Space'], does: 'Select' },
    { keys: ['*'], does: 'Open all siblings' },
    { keys: ['[', ']'], does: 'Close and open all' },
    { keys: ['e', 'E'], does: 'Next and previous error' },
    { keys: ['?'], does: 'These keys' },
  ],
  searchKeyHelp: [{ keys: ['n', 'N'], does: 'Next and previous match' }],
};
