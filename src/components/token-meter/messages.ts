import type { TokenPart } from '../../core/analysis/usage/token-parts.ts';
import type { UsageConflict } from '../../core/analysis/usage/token-stack.ts';
import type { TokenScope } from '../../hooks/useTokenUsage.ts';

/** The names of parts: `wholeInput` where nothing is known of what it is made of, `restInput` where not all is. */
export type TokenPartName = TokenPart | 'wholeInput' | 'restInput';

/** Tokens of a scope, written out. */
export interface TokensInWords {
  /** Whose they are; null where there is nothing to tell apart. */
  readonly scope: string | null;
  readonly tokens: string;
  readonly parts: readonly string[];
  /** The share of the context window, if it is known. */
  readonly context: string | null;
}

/** A share of a context window, written out. */
export interface ContextInWords {
  readonly used: string;
  readonly window: string;
  readonly share: string;
  /** By how many tokens the window was exceeded; null if it was not. */
  readonly over: string | null;
}

/** Every text of a token meter, to be replaced in part or whole by those in another language. */
export interface TokenMeterMessages {
  /** The accessible name of the meter. */
  readonly label: string;
  readonly scopes: Readonly<Record<TokenScope, string>>;
  readonly parts: Readonly<Record<TokenPartName, string>>;
  /** The unit after a count, null for one that is not known. */
  readonly tokens: (count: number | null) => string;
  readonly noTokens: string;
  /** Stands before a count of which a side is missing. */
  readonly atLeast: (figure: string) => string;
  readonly notRecorded: (part: string) => string;
  readonly sentence: (words: TokensInWords) => string;
  /** The accessible name of the bar, where it measures a context window. */
  readonly contextWindow: string;
  readonly context: (words: ContextInWords) => string;
  readonly contextInFull: (words: ContextInWords) => string;
  readonly conflicts: Readonly<Record<UsageConflict, string>>;
  readonly cost: string;
  readonly noCost: string;
  readonly recorded: string;
  readonly computed: string;
  /** How a computed cost came about. */
  readonly computedFrom: string;
  readonly inputCost: (figure: string) => string;
  readonly outputCost: (figure: string) => string;
  /** What a computed cost was paid for besides tokens. */
  readonly request: string;
}

/** English. */
export const ENGLISH: TokenMeterMessages = {
  label: 'Tokens',
  scopes: { own: 'Own', total: 'Total' },
  parts: {
    wholeInput: 'input', restInput: 'other input', input: 'new input', cacheRead: 'cached input', cacheWrite: 'written to cache', inputAudio: 'audio input',
    output: 'output', reasoning: 'reasoning', outputAudio: 'audio output', other: 'other',
  },
  tokens: (count) => (count === 1 ? 'token' : 'tokens'),
  noTokens: 'No tokens recorded',
  atLeast: (figure) => `≥ ${figure}`,
  notRecorded: (part) => `${part} not recorded`,
  sentence: ({ scope, tokens, parts, context }) =>
    `${scope === null ? '' : `${scope}: `}${tokens}${parts.length === 0 ? '' : `: ${parts.join(', ')}`}${context === null ? '' : `; ${context}`}.`,
  contextWindow: 'Context window',
  context: ({ share, window, over }) => (over === null ? `${share} of ${window}` : `${share} of ${window}, ${over} over`),
  contextInFull: ({ used, window, share, over }) =>
    `${used} of the context window’s ${window} tokens (${share})${over === null ? '' : `, ${over} more than it holds`}`,
  conflicts: {
    details: 'The recorded details come to more than what they are part of. What goes beyond is left out.',
    total: 'The recorded parts come to more than the recorded total.',
  },
  cost: 'cost',
  noCost: 'No cost recorded',
  recorded: 'recorded',
  computed: 'computed',
  computedFrom: 'Computed from tokens and prices',
  inputCost: (figure) => `${figure} input`,
  outputCost: (figure) => `${figure} output`,
  request: 'fee a request',
};
