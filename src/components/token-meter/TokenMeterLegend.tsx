'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import type { TokenScope } from '../../hooks/useTokenUsage.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { ABSENT, formatCount } from '../primitives/quantity.ts';
import { useTokenMeterContext } from './TokenMeterContext.ts';
import { TokenMeterSwatch } from './TokenMeterSwatch.tsx';
import { contextInWords, legendOf } from './words.ts';

/** Props of `TokenMeterLegend`. */
export interface TokenMeterLegendProps extends Omit<ComponentPropsWithRef<'ul'>, 'children'> {
  /** @default the most encompassing that is known */
  readonly of?: TokenScope | undefined;
}

/**
 * The parts in the order of the bar, with their figures; how much of the context window that is; and what can't be true of
 * what was recorded. Renders a `<ul>`; nothing where no tokens were recorded.
 */
export const TokenMeterLegend: Part<TokenMeterLegendProps> = /* @__PURE__ */ part(function TokenMeterLegend({ of, ...rest }: TokenMeterLegendProps): ReactElement | null {
  const { count, messages, locale } = useTokenMeterContext('TokenMeterLegend', of);
  const { scope, tokens, context } = count;
  if (tokens === null) return null;
  const isDrawn = tokens.total !== null;
  return (
    <ul {...mergeProps({ 'data-slot': 'token-meter-legend', 'data-of': scope }, rest)}>
      {legendOf(tokens, scope, messages).map(({ part: name, name: label, tokens: amount }) => {
        const quantity = amount === null ? null : formatCount(amount, locale);
        return (
          <li key={name} data-slot="token-meter-part" title={quantity === null ? messages.notRecorded(label) : `${quantity.full} ${label}`}>
            {isDrawn && amount !== null && amount > 0 && <TokenMeterSwatch part={name} data-slot="token-meter-swatch" width={10} height={10} />}
            <span data-slot="token-meter-amount">{quantity?.figure ?? ABSENT}</span> {label}
          </li>
        );
      })}
      {context !== null && (
        <li data-slot="token-meter-context" data-over={context.share > 1 || undefined} title={messages.contextInFull(contextInWords(context, locale, 'full'))}>
          {messages.context(contextInWords(context, locale, 'figure'))}
        </li>
      )}
      {tokens.conflict !== null && <li data-slot="token-meter-conflict">{messages.conflicts[tokens.conflict]}</li>}
    </ul>
  );
});
