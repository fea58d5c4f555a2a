'use client';
import type { ComponentPropsWithRef, ReactElement } from 'react';
import type { TokenScope } from '../../hooks/useTokenUsage.ts';
import { mergeProps } from '../primitives/mergeProps.ts';
import { part, type Part } from '../primitives/part.ts';
import { costInWords } from './cost-words.ts';
import { useTokenMeterContext } from './TokenMeterContext.ts';

/** Props of `TokenMeterCost`. */
export interface TokenMeterCostProps extends Omit<ComponentPropsWithRef<'span'>, 'children'> {
  /** @default the most encompassing that is known */
  readonly of?: TokenScope | undefined;
}

/** What the tokens cost, by input and output where that is known, and whether a tracer recorded it or it was computed. Renders a `<span>`; nothing without a `cost`. */
export const TokenMeterCost: Part<TokenMeterCostProps> = /* @__PURE__ */ part(function TokenMeterCost({ of, ...rest }: TokenMeterCostProps): ReactElement | null {
  const { count, messages, locale } = useTokenMeterContext('TokenMeterCost', of);
  if (count.cost === undefined) return null;
  const { figure, origin, sides, title } = costInWords(count.cost, count.scope, messages, locale);
  const isLabelled = count.cost === null || count.cost.total === null;
  return (
    <span {...mergeProps({ 'data-slot': 'token-meter-cost', 'data-of': count.scope, title }, rest)}>
      <span data-slot="token-meter-amount">{figure}</span>
      <span data-slot={isLabelled ? 'token-meter-unit' : 'visually-hidden'}> {messages.cost}</span>
      {origin !== null && <span data-slot="token-meter-origin"> {origin}</span>}
      {sides.map((side, nth) => <span key={nth === 0 ? 'input' : 'output'} data-slot="token-meter-side"> {side}</span>)}
    </span>
  );
});
