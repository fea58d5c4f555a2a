import { useMemo } from 'react';
import { STACK_ORDER, contextShare, tokenStack, type ContextShare, type TokenStack } from '../core/analysis/usage/token-stack.ts';
import type { Cost, Usage } from '../core/model/usage.ts';

/** Whose tokens: the run's own, or those of its whole subtree. */
export type TokenScope = 'own' | 'total';

/** What `useTokenUsage` takes. */
export interface UseTokenUsageOptions {
  /** The run's own usage; null if none was recorded. */
  readonly usage: Usage | null | undefined;
  /** The usage of the run's whole subtree, itself included. It is told apart from its own where it is another. */
  readonly total?: Usage | null | undefined;
  /** The run's own cost; null if none was recorded, undefined if it is not to be told. */
  readonly cost?: Cost | null | undefined;
  /** The cost of the run's whole subtree. */
  readonly totalCost?: Cost | null | undefined;
  /** The context window of the run's model, in tokens. Own tokens are measured by it: no window holds several calls. */
  readonly contextWindow?: number | null | undefined;
}

/** The tokens and the cost of one scope. */
export interface TokenCount {
  readonly scope: TokenScope;
  /** Null if no tokens were recorded. */
  readonly tokens: TokenStack | null;
  /** Null if no cost was recorded, undefined if it is not to be told. */
  readonly cost: Cost | null | undefined;
  readonly context: ContextShare | null;
}

/** A run's usage, ready to be shown. */
export interface TokenUsageState {
  /** What there is to show, the most encompassing first: one or two. Own alone where the total is no other. */
  readonly counts: readonly [TokenCount, ...TokenCount[]];
  /** Whether it has to be said whose tokens these are. */
  readonly isScopeTold: boolean;
}

/**
 * A run's tokens as parts that share nothing, own and total told apart, without markup.
 *
 * @example
 * const { counts: [{ tokens }] } = useTokenUsage({ usage: run.usage });
 * <ul>{tokens?.stack.map(({ part, tokens }) => <li key={part}>{part}: {tokens}</li>)}</ul>
 */
export function useTokenUsage({ usage, total, cost, totalCost, contextWindow }: UseTokenUsageOptions): TokenUsageState {
  return useMemo(() => {
    const tokens = tokenStack(usage);
    const own: TokenCount = { scope: 'own', tokens, cost, context: contextShare(tokens, contextWindow) };
    const all: TokenCount = { scope: 'total', tokens: tokenStack(total), cost: totalCost, context: null };
    const isOther = (all.tokens !== null && !isSame(all.tokens, tokens)) || (totalCost != null && totalCost.total !== cost?.total);
    if (!isOther) return { counts: [own], isScopeTold: false };
    const hasOwn = tokens !== null || cost != null;
    return { counts: hasOwn ? [all, own] : [all], isScopeTold: true };
  }, [usage, total, cost, totalCost, contextWindow]);
}

function isSame(a: TokenStack, b: TokenStack | null): boolean {
  return b !== null && a.total === b.total && STACK_ORDER.every((part) => a.parts[part] === b.parts[part]);
}
