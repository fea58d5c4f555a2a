'use client';
import { useMemo, type ComponentPropsWithRef, type ReactElement } from 'react';
import { useTokenUsage, type UseTokenUsageOptions } from '../../hooks/useTokenUsage.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { ENGLISH, type TokenMeterMessages } from './messages.ts';
import { TokenMeterContext, type TokenMeterShared } from './TokenMeterContext.ts';

/** Props of `TokenMeterRoot`. */
export interface TokenMeterRootProps extends UseTokenUsageOptions, ComponentPropsWithRef<'div'> {
  /** `inline` is a short bar and the count, for a row or a sentence. @default 'bar' */
  readonly variant?: 'bar' | 'inline' | undefined;
  /** A BCP 47 tag for numbers. @default that of the browser */
  readonly locale?: string | undefined;
  /** Texts in place of the English ones. */
  readonly messages?: Partial<TokenMeterMessages> | undefined;
}

/** Holds what the parts of a meter share. Renders a `<div>`. */
export const TokenMeterRoot: Part<TokenMeterRootProps> = /* @__PURE__ */ part(function TokenMeterRoot(props: TokenMeterRootProps): ReactElement {
  const { usage, total, cost, totalCost, contextWindow, variant = 'bar', locale, messages: given, ...rest } = props;
  const state = useTokenUsage({ usage, total, cost, totalCost, contextWindow });
  const messages = useMemo<TokenMeterMessages>(() => ({ ...ENGLISH, ...given }), [given]);
  const shared = useMemo<TokenMeterShared>(() => ({ ...state, variant, messages, locale }), [state, variant, messages, locale]);
  return (
    <TokenMeterContext.Provider value={shared}>
      <div {...mergeProps({ 'data-slot': 'token-meter', 'data-variant': variant, role: 'group', 'aria-label': messages.label }, rest)} />
    </TokenMeterContext.Provider>
  );
});
