import type { Usage } from '../../model/usage.ts';
import { isContradictory, tokenParts, type TokenPart, type TokenParts } from './token-parts.ts';

/**
 * The order in which parts are shown: the prompt as a model reads it, what was cached first, then the answer, what was
 * thought before what was said.
 */
export const STACK_ORDER: readonly TokenPart[] = ['cacheRead', 'cacheWrite', 'input', 'inputAudio', 'reasoning', 'output', 'outputAudio', 'other'];

/** What can't be true of a usage: `details` come to more than what they are details of, or all parts to more than the `total`. */
export type UsageConflict = 'details' | 'total';

/** A part of a stack. */
export interface TokenStackPart {
  readonly part: TokenPart;
  /** Above 0. */
  readonly tokens: number;
  /** Of all parts, above 0 up to 1. */
  readonly share: number;
}

/** The tokens of a usage as parts that share nothing, one after the other. */
export interface TokenStack {
  /** As recorded, else input + output where both are known; null where a side is missing. */
  readonly total: number | null;
  /** What the parts come to. Where there is no total, it was at least that. */
  readonly known: number;
  readonly parts: TokenParts;
  /** The parts above 0, in `STACK_ORDER`. */
  readonly stack: readonly TokenStackPart[];
  readonly conflict: UsageConflict | null;
}

/** Stacks the tokens of a usage; null if none were recorded. */
export function tokenStack(usage: Usage | null | undefined): TokenStack | null {
  if (usage == null) return null;
  const parts = tokenParts(usage);
  if (STACK_ORDER.every((part) => parts[part] === null)) return usage.total === 0 ? { total: 0, known: 0, parts, stack: [], conflict: null } : null;
  const { input, output } = usage;
  const total = usage.total ?? (input === null || output === null ? null : input + output);
  const some = STACK_ORDER.flatMap((part) => ((parts[part] ?? 0) > 0 ? [{ part, tokens: parts[part] ?? 0 }] : []));
  const known = some.reduce((sum, { tokens }) => sum + tokens, 0);
  return {
    total,
    known,
    parts,
    stack: some.map(({ part, tokens }) => ({ part, tokens, share: tokens / known })),
    conflict: isContradictory(usage) ? 'details' : total !== null && known > total ? 'total' : null,
  };
}

/** How much of a model's context window a call took. */
export interface ContextShare {
  /** The window in tokens. */
  readonly window: number;
  /** Tokens of the call: prompt and answer. */
  readonly used: number;
  /** `used` of `window`; above 1 for what does not fit. */
  readonly share: number;
}

/** The share of a context window; null where the window or the total is not known. */
export function contextShare(tokens: TokenStack | null, window: number | null | undefined): ContextShare | null {
  const used = tokens?.total ?? null;
  if (used === null || window == null || !Number.isFinite(window) || window <= 0) return null;
  return { window, used, share: used / window };
}
