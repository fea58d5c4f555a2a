import type { RunKind, RunStatus } from '../../core/model/run.ts';
import type { TokenPart } from '../../core/analysis/usage/token-parts.ts';
import { ENGLISH_SHAPE, type ShapeWords } from '../../core/analysis/shape/shape-text.ts';
import type { ShapeChangeKind } from '../../core/analysis/shape/shape-change.ts';
import { ENGLISH_JSON, type JsonViewMessages } from '../primitives/json-messages.ts';
import type { RunInspectorSectionName } from './sections.ts';

/** The figures of a run's header. */
export type RunFigureName = 'duration' | 'firstToken' | 'speed' | 'cost' | 'tokens';

/** The parts of a run's tokens: `wholeInput` where nothing is known of what it is made of, `restInput` where not all is. */
export type RunTokenPartName = TokenPart | 'wholeInput' | 'restInput';

/** Every text of an inspector, to be replaced in part or whole by those in another language. */
export interface RunInspectorMessages extends JsonViewMessages {
  /** The accessible name of the inspector. */
  readonly label: (run: string) => string;
  readonly empty: string;
  readonly kinds: Readonly<Record<RunKind, string>>;
  readonly statuses: Readonly<Record<RunStatus, string>>;
  readonly sections: Readonly<Record<RunInspectorSectionName, string>>;
  readonly figures: Readonly<Record<RunFigureName, string>>;
  readonly startsAt: (time: string) => string;
  readonly tokensPerSecond: string;
  /** The run's own part of a figure that is its subtree's. */
  readonly own: (figure: string) => string;
  readonly atLeast: (unmeteredCalls: number) => string;
  /** Names of parts of a token count, after their figures. A part that a tracer names otherwise is shown under its name. */
  readonly tokenParts: Readonly<Record<RunTokenPartName, string>>;
  readonly tokenDetail: (side: 'input' | 'output', name: string) => string;
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
  readonly markdown: string;
  readonly mode: string;
  readonly wrap: string;
  readonly tags: string;
  readonly correction: string;
  readonly version: (version: string) => string;
  /** Messages that a variable stands for in a template. */
  readonly placeholder: (variable: string) => string;
  readonly variable: string;
  readonly value: string;
  /** Where a value stands in the prompt. */
  readonly filledInto: (role: string, message: number) => string;
  readonly notFilled: string;
  readonly shape: ShapeWords;
  readonly shapeChanges: Readonly<Record<ShapeChangeKind, string>>;
  readonly field: string;
  readonly whole: string;
  /** Of a list. */
  readonly eachEntry: string;
  readonly moreRows: (count: number) => string;
  readonly link: (kind: 'trace' | 'run') => string;
  readonly linkElsewhere: string;
  readonly linkUnknown: string;
  /** Which match of how many; null before the person has gone to one. */
  readonly matchOf: (match: number | null, count: number, isMore: boolean) => string;
  readonly searching: string;
  readonly noMatch: string;
  readonly nextMatch: string;
  readonly previousMatch: string;
  readonly matchesInside: (count: number) => string;
  /** What failed, why, and what can be done. */
  readonly unreadable: (title: string, reason: string) => string;
  readonly tryAgain: string;
  readonly openRaw: string;
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
    template: 'Prompt template', tools: 'Tools', parameters: 'Parameters', request: 'Input as recorded', response: 'Output as recorded',
    shape: 'Shape of the data', metadata: 'Metadata and tags', links: 'Links', events: 'Events', feedback: 'Feedback', issues: 'Issues', raw: 'Raw record',
  },
  figures: { duration: 'Duration', firstToken: 'First token', speed: 'Speed', tokens: 'Tokens', cost: 'Cost' },
  startsAt: (time) => `starts at ${time}`,
  tokensPerSecond: 'tok/s',
  own: (figure) => `own ${figure}`,
  atLeast: (calls) => `at least: ${many(calls, 'call', 'calls')} recorded none`,
  tokenParts: {
    wholeInput: 'input', restInput: 'other input', input: 'new input', cacheRead: 'cached input', cacheWrite: 'written to cache', inputAudio: 'audio input',
    output: 'output', reasoning: 'reasoning', outputAudio: 'audio output', other: 'other',
  },
  tokenDetail: (side, name) => `${name} (${side})`,
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
  markdown: 'Markdown',
  mode: 'Show as',
  wrap: 'Wrap',
  tags: 'Tags',
  correction: 'Correction',
  version: (version) => `version ${version}`,
  placeholder: (variable) => `messages of ${variable}`,
  variable: 'Variable',
  value: 'Value',
  filledInto: (role, message) => `${role}, message ${message}`,
  notFilled: 'not found in the prompt as it is',
  shape: ENGLISH_SHAPE,
  shapeChanges: { same: 'kept', size: 'other size', inside: 'changed inside', type: 'other type', added: 'added', removed: 'removed' },
  field: 'Field',
  whole: 'the whole',
  eachEntry: 'each entry',
  moreRows: (count) => `… ${many(count, 'more field', 'more fields')}`,
  link: (kind) => (kind === 'run' ? 'Run' : 'Trace'),
  linkElsewhere: 'in another trace',
  linkUnknown: 'not in this trace',
  matchOf: (match, count, isMore) => {
    const all = `${count.toLocaleString('en')}${isMore ? ' or more' : ''}`;
    return match === null ? `${all} ${count === 1 && !isMore ? 'match' : 'matches'}` : `${(match + 1).toLocaleString('en')} of ${all}`;
  },
  searching: 'Searching…',
  noMatch: 'No match in this run',
  nextMatch: 'Next match',
  previousMatch: 'Previous match',
  matchesInside: (count) => many(count, 'match', 'matches') + ' inside',
  unreadable: (title, reason) => `“${title}” can’t be shown: reading it failed with “${reason}”. The other sections are not affected. Try again, or look at the raw record, which is as the tracer wrote it.`,
  tryAgain: 'Try again',
  openRaw: 'Open the raw record',
};
