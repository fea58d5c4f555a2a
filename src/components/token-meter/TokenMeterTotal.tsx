'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import type { TokenScope } from '../../hooks/useTokenUsage.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { ABSENT, formatCount } from '../primitives/quantity.ts';
import { costInWords } from './cost-words.ts';
import { useTokenMeterContext } from './TokenMeterContext.ts';
import { sentenceOf } from './words.ts';

/** Props of `TokenMeterTotal`. */
export interface TokenMeterTotalProps extends Omit<ComponentPropsWithRef<'span'>, 'children'> {
  /** @default the most encompassing that is known */
  readonly of?: TokenScope | undefined;
}

/** How many tokens, and whose. Renders a `<span>`. */
export const TokenMeterTotal: Part<TokenMeterTotalProps> = /* @__PURE__ */ part(function TokenMeterTotal({ of, ...rest }: TokenMeterTotalProps): ReactElement {
  const { count, counts, isScopeTold, variant, messages, locale } = useTokenMeterContext('TokenMeterTotal', of);
  const { scope, tokens } = count;
  const total = tokens?.total ?? null;
  const figure = tokens === null ? ABSENT : total === null ? messages.atLeast(formatCount(tokens.known, locale).figure) : formatCount(total, locale).figure;
  const isInline = variant === 'inline';
  const conflict = tokens?.conflict ?? null;
  // Where there is no room for the rest, it is among the title's lines.
  const told = (isInline ? counts : [count]).flatMap((one) => {
    const sentence = sentenceOf(one, isScopeTold, messages, locale);
    return isInline && one.cost !== undefined ? [sentence, costInWords(one.cost, one.scope, messages, locale).title] : [sentence];
  });
  return (
    <span {...mergeProps({ 'data-slot': 'token-meter-total', 'data-of': scope, title: told.join('\n') }, rest)}>
      {isScopeTold && <><span data-slot="token-meter-scope">{messages.scopes[scope]}</span> </>}
      <span data-slot="token-meter-amount">{figure}</span>
      <span data-slot={isInline ? 'visually-hidden' : 'token-meter-unit'}> {messages.tokens(total)}</span>
      {isInline && conflict !== null && <span data-slot="token-meter-mark" role="img" aria-label={messages.conflicts[conflict]} title={messages.conflicts[conflict]}>!</span>}
    </span>
  );
});
