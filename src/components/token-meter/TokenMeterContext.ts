'use client';
import { createContext, useContext, type Context } from 'react';
import type { TokenCount, TokenScope, TokenUsageState } from '../../hooks/useTokenUsage.ts';
import type { TokenMeterMessages } from './messages.ts';

/** What the parts of a meter share. */
export interface TokenMeterShared extends TokenUsageState {
  readonly variant: 'bar' | 'inline';
  readonly messages: TokenMeterMessages;
  readonly locale: string | undefined;
}

export const TokenMeterContext: Context<TokenMeterShared | null> = createContext<TokenMeterShared | null>(null);

/** The meter around a part, and the count that the part is of: the first, if there is none of that scope. */
export function useTokenMeterContext(part: string, of: TokenScope | undefined): TokenMeterShared & { readonly count: TokenCount } {
  const shared = useContext(TokenMeterContext);
  if (shared === null) throw new Error(`<${part}> has nothing to show: it is used outside of <TokenMeterRoot>. Put it inside of one.`);
  const { counts } = shared;
  return { ...shared, count: counts.find(({ scope }) => scope === of) ?? counts[0] };
}
