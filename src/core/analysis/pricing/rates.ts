import type { Model } from '../../model/run.ts';
import type { Price, PriceTier, TokenPrices } from './price.ts';

/** The prices that hold for a request of so many input tokens: those of the largest tier that it reaches, else the usual ones. */
export function pricesFor(price: Price, inputTokens: number): TokenPrices {
  let reached: PriceTier | undefined;
  for (const tier of price.tiers ?? []) {
    if (tier.prices !== 'excess' && inputTokens > tier.above && !(reached !== undefined && reached.above > tier.above)) reached = tier;
  }
  return reached === undefined ? price : laidOver(price, reached);
}

/** What the tokens of an input cost from one place in it to the next tier, by place. */
export interface Bracket {
  /** Tokens before it. */
  readonly above: number;
  readonly prices: TokenPrices;
}

/** The prices of an input's tokens by their place in it; one bracket unless there are tiers for what is beyond. */
export function bracketsFor(price: Price, prices: TokenPrices): readonly Bracket[] {
  const brackets: Bracket[] = [{ above: 0, prices }];
  const tiers = (price.tiers ?? []).filter((tier) => tier.prices === 'excess');
  for (const tier of tiers.toSorted((a, b) => a.above - b.above)) brackets.push({ above: tier.above, prices: laidOver(prices, tier) });
  return brackets;
}

/** What tokens cost by the way in which they were asked for, as a share of their price. */
export function factorFor(price: Price, parameters: Model['parameters'] | undefined): number {
  if (price.modes === undefined || parameters === undefined) return 1;
  for (const { parameter, values, factor } of price.modes) {
    const value = Object.hasOwn(parameters, parameter) ? parameters[parameter] : undefined;
    if (values.some((known) => known === value)) return factor;
  }
  return 1;
}

const CLASSES = ['input', 'cacheRead', 'cacheWrite', 'cacheWrite1h', 'inputAudio', 'output', 'reasoning', 'outputAudio'] as const;

function laidOver(prices: TokenPrices, tier: PriceTier): TokenPrices {
  const laid: { -readonly [name in (typeof CLASSES)[number]]?: number | undefined } = {};
  for (const name of CLASSES) laid[name] = tier[name] ?? prices[name];
  return laid;
}
