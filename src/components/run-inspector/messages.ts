import type { RunKind, RunStatus } from '../../core/model/run.ts';
import { ENGLISH_JSON, type JsonViewMessages } from '../primitives/json-messages.ts';
import type { RunInspectorSectionName } from './sections.ts';

/** The figures of a run's header. */
export type RunFigureName = 'duration' | 'firstToken' | 'speed' | 'tokens' | 'cost' | 'start';

/** Every text of an inspector, to be replaced in part or whole by those in another language. */
export interface RunInspectorMessages extends JsonViewMessages {
  /** The accessible name of the inspector. */
  readonly label: (run: string) => string;
  readonly empty: string;
  readonly kinds: Readonly<Record<RunKind, string>>;
  readonly statuses: Readonly<Record<RunStatus, string>>;
  readonly sections: Readonly<Record<RunInspectorSectionName, string>>;
  readonly figures: Readonly<Record<RunFigureName, string>>;
  readonly tokensPerSecond: string;
  readonly own: (figure: string) => string;
  readonly atLeast: (unmeteredCalls: number) => string;
  readonly split: (tokens: TokenSplit) => string;
  readonly attempt: (number: string) => string;
  readonly noMessage: string;
  readonly stack: (lines: number) => string;
  readonly asBefore: (messages: number) => string;
  readonly goToPrevious: string;
  readonly earlier: (shown: number, left: number) => string;
  readonly more: (shown: number, left: number) => string;
  readonly characters: (count: number) => string;
  /** A role that is none of the known ones is shown as it is. */
  readonly roles: Readonly<Record<string, string>>;
  readonly reasoning: string;
  readonly arguments: string;
  readonly result: string;
  readonly openRun: string;
  readonly noContent: string;
  readonly loadImage: string;
  readonly image: string;
  readonly media: (modality: string, type: string | null, bytes: number | null) => string;
  readonly imageFailed: string;
  readonly used: string;
  readonly definition: string;
  readonly score: string;
  readonly inPrompt: string;
  readonly inPromptOf: (run: string) => string;
  readonly notInPrompt: string;
  readonly documentMetadata: string;
  readonly text: string;
  readonly json: string;
  readonly mode: string;
  readonly wrap: string;
  readonly tags: string;
  readonly correction: string;
}

/** A run's tokens, written out; null where there is no such part. */
export interface TokenSplit {
  readonly input: string;
  readonly cached: string | null;
  readonly output: string;
  readonly reasoning: string | null;
}

const many = (count: number, one: string, more: string): string => `${count.toLocaleString('en')} ${count === 1 ? one : more}`;

/** English. */
export const ENGLISH: RunInspectorMessages = {
  ...ENGLISH_JSON,
  label: (run) => `Details of ${run}`,
  empty: 'Select a run',
  kinds: {
    agent: 'Agent', chain: 'Chain', llm: 'Model call', tool: 'Tool', retriever: 'Retriever', embedding: 'Embedding',
    reranker: 'Reranker', prompt: 'Prompt', parser: 'Parser', guardrail: 'Guardrail', evaluator: 'Evaluator', other: 'Step',
  },
  statuses: { success: 'Succeeded', error: 'Failed', running: 'Running', interrupted: 'Interrupted' },
  sections: {
    messages: 'Messages', query: 'Query', documents: 'Documents', arguments: 'Arguments', result: 'Result', input: 'Input', output: 'Output',
    tools: 'Tools', parameters: 'Parameters', request: 'Input as recorded', response: 'Output as recorded',
    metadata: 'Metadata and tags', events: 'Events', feedback: 'Feedback', issues: 'Issues', raw: 'Raw record',
  },
  figures: { duration: 'Duration', firstToken: 'First token', speed: 'Speed', tokens: 'Tokens', cost: 'Cost', start: 'Starts at' },
  tokensPerSecond: 'tok/s',
  own: (figure) => `own ${figure}`,
  atLeast: (calls) => `at least: ${many(calls, 'call', 'calls')} recorded none`,
  split: ({ input, cached, output, reasoning }) =>
    `${input} in${cached === null ? '' : ` (${cached} cached)`} · ${output} out${reasoning === null ? '' : ` (${reasoning} reasoning)`}`,
  attempt: (number) => `attempt ${number}`,
  noMessage: 'No message was recorded.',
  stack: (lines) => `Stack, ${many(lines, 'line', 'lines')}`,
  asBefore: (count) => `${many(count, 'message', 'messages')} as in the previous call`,
  goToPrevious: 'Previous call',
  earlier: (shown, left) => `Show ${Math.min(shown, left).toLocaleString('en')} of ${left.toLocaleString('en')} earlier`,
  more: (shown, left) => `Show ${Math.min(shown, left).toLocaleString('en')} of ${left.toLocaleString('en')} more`,
  characters: (count) => many(count, 'character', 'characters'),
  roles: { system: 'System', developer: 'Developer', user: 'User', assistant: 'Assistant', tool: 'Tool' },
  reasoning: 'Reasoning',
  arguments: 'Arguments',
  result: 'Result',
  openRun: 'Go to run',
  noContent: 'No content',
  loadImage: 'Load image',
  image: 'Image from the trace',
  media: (modality, type, bytes) => [type ?? modality, bytes === null ? null : `${Math.ceil(bytes / 1024).toLocaleString('en')} kB`].filter((word) => word !== null).join(', '),
  imageFailed: 'The image could not be loaded.',
  used: 'called',
  definition: 'Definition',
  score: 'Score',
  inPrompt: 'in prompt',
  inPromptOf: (run) => `In the prompt of ${run}`,
  notInPrompt: 'not in a prompt',
  documentMetadata: 'Metadata',
  text: 'Text',
  json: 'JSON',
  mode: 'Show as',
  wrap: 'Wrap',
  tags: 'Tags',
  correction: 'Correction',
};
