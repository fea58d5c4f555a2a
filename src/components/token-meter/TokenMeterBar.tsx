'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import type { TokenCount, TokenScope } from '../../hooks/useTokenUsage.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import type { TokenMeterMessages } from './messages.ts';
import { segmentsOf } from './segments.ts';
import { useTokenMeterContext } from './TokenMeterContext.ts';
import { TokenMeterSwatch } from './TokenMeterSwatch.tsx';
import { sentenceOf } from './words.ts';

/** Props of `TokenMeterBar`. */
export interface TokenMeterBarProps extends Omit<ComponentPropsWithRef<'div'>, 'children'> {
  /** @default the most encompassing that is known */
  readonly of?: TokenScope | undefined;
}

/**
 * What the tokens are made of, side by side; under it, how much of the context window they took. It tells in words all
 * that it shows. Renders a `<div>`; nothing where the total is not known: half of a bar would be no bar.
 */
export const TokenMeterBar: Part<TokenMeterBarProps> = /* @__PURE__ */ part(function TokenMeterBar({ of, ...rest }: TokenMeterBarProps): ReactElement | null {
  const { count, isScopeTold, messages, locale } = useTokenMeterContext('TokenMeterBar', of);
  const { tokens, context } = count;
  if (tokens === null || tokens.total === null) return null;
  const segments = segmentsOf(tokens.stack);
  const sentence = sentenceOf(count, isScopeTold, messages, locale);
  const own = { 'data-slot': 'token-meter-bar', 'data-of': count.scope, title: sentence, ...semantics(context, sentence, messages) };
  return (
    <div {...mergeProps(own, rest)}>
      <svg data-slot="token-meter-drawing" aria-hidden>
        {segments.map(({ part: name, start, size }) => (
          <TokenMeterSwatch key={name} part={name} data-slot="token-meter-segment" x={`${start}%`} width={`${size}%`} height="100%" />
        ))}
        {segments.slice(1).map(({ part: name, start }) => <rect key={name} data-slot="token-meter-gap" x={`${start}%`} width={1} height="100%" />)}
      </svg>
      {context !== null && (
        <svg data-slot="token-meter-window" data-over={context.share > 1 || undefined} aria-hidden>
          <rect width={`${Math.min(100, Math.round(context.share * 1e6) / 1e4)}%`} height="100%" />
        </svg>
      )}
    </div>
  );
});

function semantics(context: TokenCount['context'], sentence: string, messages: TokenMeterMessages): ComponentPropsWithRef<'div'> {
  if (context === null) return { role: 'img', 'aria-label': sentence };
  const { used, window } = context;
  return {
    role: 'meter',
    'aria-label': messages.contextWindow,
    'aria-valuemin': 0,
    'aria-valuemax': window,
    // A value beyond the maximum is none: the text tells how much it was.
    'aria-valuenow': Math.min(used, window),
    'aria-valuetext': sentence,
  };
}
