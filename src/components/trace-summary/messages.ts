import type { RunStatus } from '../../core/model/run.ts';
import type { CopyMessages } from '../primitives/json-messages.ts';

/** The columns of the table of models. */
export type ModelColumn = 'model' | 'calls' | 'input' | 'cached' | 'output' | 'reasoning' | 'cost';

/** What is recorded of a trace beside its figures. */
export type SummaryFact = 'models' | 'started' | 'firstToken' | 'feedback' | 'project' | 'thread' | 'tags' | 'tokens' | 'cost' | 'issues' | 'id';

/** Every text of a summary, to be replaced in part or whole by those in another language. */
export interface TraceSummaryMessages extends CopyMessages {
  /** The accessible name of the summary. */
  readonly label: (trace: string) => string;
  readonly statuses: Readonly<Record<RunStatus, string>>;
  readonly empty: string;
  readonly duration: string;
  readonly noEnd: string;
  readonly llmCalls: (count: number) => string;
  readonly toolCalls: (count: number) => string;
  readonly runs: (count: number) => string;
  readonly tokens: (count: number | null) => string;
  readonly noTokens: string;
  /** What tokens are made of. */
  readonly split: (tokens: TokenSplit) => string;
  readonly cost: string;
  readonly noCost: string;
  /** Stands before a figure that is known in part. */
  readonly atLeast: (figure: string) => string;
  readonly unmetered: (calls: number) => string;
  readonly unpriced: (calls: number) => string;
  readonly errors: (count: number) => string;
  readonly noMessage: string;
  /** What pressing a run's name does. */
  readonly goTo: (run: string) => string;
  /** What most of the wait was spent on; `itself` where it is time that nothing inside of the run explains. */
  readonly slowest: (share: string) => string;
  readonly itself: (run: string) => string;
  readonly unnamed: string;
  readonly facts: Readonly<Record<SummaryFact, string>>;
  readonly more: (count: number) => string;
  readonly showMore: (count: number) => string;
  readonly issues: (count: number) => string;
  readonly times: (count: number) => string;
  readonly positive: string;
  readonly negative: string;
  readonly copyId: string;
  readonly details: string;
  readonly models: string;
  readonly columns: Readonly<Record<ModelColumn, string>>;
  readonly unknownModel: string;
  readonly failed: (calls: number) => string;
  readonly wait: string;
  readonly waitColumns: Readonly<Record<'step' | 'runs' | 'duration' | 'share', string>>;
  readonly record: string;
}

/** A trace's tokens, written out; null where there is no such part. */
export interface TokenSplit {
  readonly input: string;
  readonly cached: string | null;
  readonly output: string;
  readonly reasoning: string | null;
}

function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** English. */
export const ENGLISH: TraceSummaryMessages = {
  copy: 'Copy',
  copied: 'Copied',
  copyFailed: 'Copying is not allowed here',
  label: (trace) => `Summary of ${trace}`,
  statuses: { success: 'Succeeded', error: 'Failed', running: 'Running', interrupted: 'Interrupted' },
  empty: 'This trace has no runs.',
  duration: 'duration',
  noEnd: 'No end recorded',
  llmCalls: (count) => (count === 1 ? 'LLM call' : 'LLM calls'),
  toolCalls: (count) => (count === 1 ? 'tool call' : 'tool calls'),
  runs: (count) => (count === 1 ? 'run' : 'runs'),
  tokens: (count) => (count === 1 ? 'token' : 'tokens'),
  noTokens: 'No tokens recorded',
  split: ({ input, cached, output, reasoning }) =>
    `${input} in${cached === null ? '' : ` (${cached} cached)`} · ${output} out${reasoning === null ? '' : ` (${reasoning} reasoning)`}`,
  cost: 'cost',
  noCost: 'No cost recorded',
  atLeast: (figure) => `≥ ${figure}`,
  unmetered: (calls) => `${plural(calls, 'model call', 'model calls')} recorded no tokens`,
  unpriced: (calls) => `${plural(calls, 'model call', 'model calls')} recorded no cost`,
  errors: (count) => plural(count, 'error', 'errors'),
  noMessage: 'No message was recorded.',
  goTo: (run) => `Go to ${run}`,
  slowest: (share) => `${share} of the wait`,
  itself: (run) => `${run} itself`,
  unnamed: 'unnamed',
  facts: {
    models: 'Models', started: 'Started', firstToken: 'First token', feedback: 'Feedback', project: 'Project', thread: 'Thread',
    tags: 'Tags', tokens: 'Tokens', cost: 'Cost', issues: 'Issues', id: 'Trace ID',
  },
  more: (count) => `+${count.toLocaleString('en')}`,
  showMore: (count) => `Show ${count.toLocaleString('en')} more`,
  issues: (count) => plural(count, 'issue', 'issues'),
  times: (count) => `× ${count.toLocaleString('en')}`,
  positive: 'positive',
  negative: 'negative',
  copyId: 'Copy ID',
  details: 'Details',
  models: 'Models',
  columns: { model: 'Model', calls: 'Calls', input: 'Input', cached: 'Cached', output: 'Output', reasoning: 'Reasoning', cost: 'Cost' },
  unknownModel: 'Not recorded',
  failed: (calls) => `${calls.toLocaleString('en')} failed`,
  wait: 'What the wait was spent on',
  waitColumns: { step: 'Step', runs: 'Runs', duration: 'Time', share: 'Share' },
  record: 'Record',
};
