import type { RunKind, RunStatus } from '../../core/model/run.ts';
import { ENGLISH_JSON, type JsonViewMessages } from '../primitives/json-messages.ts';

/** Every text of a conversation, to be replaced in part or whole by those in another language. */
export interface TraceConversationMessages extends JsonViewMessages {
  /** The accessible name of the conversation. */
  readonly label: (trace: string) => string;
  readonly kinds: Readonly<Record<RunKind, string>>;
  readonly statuses: Readonly<Record<RunStatus, string>>;
  /** A role that is none of the known ones is shown as it is. */
  readonly roles: Readonly<Record<string, string>>;
  /** What was asked and answered in a payload that is no message. */
  readonly payload: { readonly input: string; readonly output: string };
  readonly turn: (number: number) => string;
  /** Said of a turn of which only later prompts tell. */
  readonly fromPrompt: string;
  /** How long nothing was said before a turn. */
  readonly gap: (duration: string) => string;
  readonly tokens: (count: string) => string;
  readonly atLeast: (unmeteredCalls: number) => string;
  readonly errors: (count: number) => string;
  readonly system: string;
  readonly prompt: string;
  readonly messageCount: (count: number) => string;
  readonly reasoning: string;
  readonly characters: (count: number) => string;
  /** A failed model call; the number is known where others followed. */
  readonly failedAttempt: (number: number | null) => string;
  /** A model call that others of the same prompt had failed before. */
  readonly attempt: (number: number) => string;
  /** Calls of one tool: `search ×5`. */
  readonly times: (name: string, count: number) => string;
  readonly calls: (models: number, tools: number) => string;
  readonly documents: (count: number) => string;
  readonly inside: string;
  readonly tooDeep: string;
  readonly arguments: string;
  readonly result: string;
  readonly error: string;
  readonly query: string;
  readonly notCarriedOut: string;
  readonly noArguments: string;
  readonly noResult: string;
  readonly noName: string;
  readonly recorded: { readonly input: string; readonly output: string };
  readonly noWords: string;
  readonly empty: string;
  readonly reading: (share: string) => string;
  readonly earlier: (shown: number, left: number) => string;
  readonly later: (shown: number, left: number) => string;
  readonly first: string;
  readonly last: string;
  readonly moreSteps: (shown: number, left: number) => string;
  readonly loadImage: string;
  readonly image: string;
  readonly media: (modality: string, type: string | null, bytes: number | null) => string;
  readonly imageFailed: string;
  readonly json: string;
}

const many = (count: number, one: string, more: string): string => `${count.toLocaleString('en')} ${count === 1 ? one : more}`;

/** English. */
export const ENGLISH: TraceConversationMessages = {
  ...ENGLISH_JSON,
  label: (trace) => `Conversation of ${trace}`,
  kinds: {
    agent: 'Agent', chain: 'Chain', llm: 'Model call', tool: 'Tool', retriever: 'Retriever', embedding: 'Embedding',
    reranker: 'Reranker', prompt: 'Prompt', parser: 'Parser', guardrail: 'Guardrail', evaluator: 'Evaluator', other: 'Step',
  },
  statuses: { success: 'Succeeded', error: 'Failed', running: 'Still running', interrupted: 'Interrupted' },
  roles: { system: 'System', developer: 'Developer', user: 'User', assistant: 'Assistant', tool: 'Tool' },
  payload: { input: 'Input', output: 'Output' },
  turn: (number) => `Turn ${number.toLocaleString('en')}`,
  fromPrompt: 'known from a later prompt',
  gap: (duration) => `${duration} later`,
  tokens: (count) => `${count} ${count === '1' ? 'token' : 'tokens'}`,
  atLeast: (calls) => `at least: ${many(calls, 'call', 'calls')} recorded none`,
  errors: (count) => many(count, 'error', 'errors'),
  system: 'System prompt',
  prompt: 'Prompt',
  messageCount: (count) => many(count, 'message', 'messages'),
  reasoning: 'Reasoning',
  characters: (count) => many(count, 'character', 'characters'),
  attempt: (number) => `attempt ${number}`,
  failedAttempt: (number) => (number === null ? 'Failed attempt' : `Failed attempt ${number}`),
  times: (name, count) => `${name} ×${count.toLocaleString('en')}`,
  calls: (models, tools) => [models === 0 ? null : many(models, 'model call', 'model calls'), tools === 0 ? null : many(tools, 'tool call', 'tool calls')].filter((words) => words !== null).join(', '),
  documents: (count) => many(count, 'document', 'documents'),
  inside: 'Inside',
  tooDeep: 'What is inside is too deep to show here: select the run.',
  arguments: 'Arguments',
  result: 'Result',
  error: 'Error',
  query: 'Query',
  notCarriedOut: 'No run is known that carried this out.',
  noArguments: 'No arguments',
  noResult: 'No result was recorded.',
  noName: 'Tool',
  recorded: { input: 'Input as recorded', output: 'Output as recorded' },
  noWords: 'Nothing that was said or done in it was recorded.',
  empty: 'This trace has no runs.',
  reading: (share) => `Reading, ${share}`,
  earlier: (shown, left) => `Show ${Math.min(shown, left).toLocaleString('en')} of ${many(left, 'earlier turn', 'earlier turns')}`,
  later: (shown, left) => `Show ${Math.min(shown, left).toLocaleString('en')} of ${many(left, 'later turn', 'later turns')}`,
  first: 'First turn',
  last: 'Last turn',
  moreSteps: (shown, left) => `Show ${Math.min(shown, left).toLocaleString('en')} of ${many(left, 'more step', 'more steps')}`,
  loadImage: 'Load image',
  image: 'Image from the trace',
  media: (modality, type, bytes) => [type ?? modality, bytes === null ? null : `${Math.ceil(bytes / 1024).toLocaleString('en')} kB`].filter((word) => word !== null).join(', '),
  imageFailed: 'The image could not be loaded.',
  json: 'JSON',
};
