import type { Model } from '../../model/run.ts';
import type { Cost, Usage } from '../../model/usage.ts';
import { splitTokens, TOKEN_PARTS } from '../usage/token-parts.ts';
import type { Price, TokenPrices } from './price.ts';
import { bracketsFor, factorFor, pricesFor, type Bracket } from './rates.ts';

/** Prices are money a million tokens. */
const TOKENS = 1e6;

/**
 * What tokens cost at a price. A side of which the tokens or the price are not known has no cost, and then there is no
 * total; a side that cannot be, the output of a model that has none, costs nothing. Null if nothing can be said, also of a
 * usage that contradicts itself.
 *
 * @param parameters of the model: they tell whether another mode was asked for
 */
export function costOf(usage: Usage, price: Price, parameters?: Model['parameters']): Cost | null {
  if (splitTokens(usage, parts)) return null;
  // Without its size, nobody knows which tier a request was in.
  const isTierKnown = usage.input !== null || price.tiers === undefined || price.tiers.length === 0;
  const prices = pricesFor(price, usage.input ?? 0);
  const factor = factorFor(price, parameters);
  const computed: Record<string, number> = {};
  const input = usage.input === null ? null : inputCost(usage, bracketsFor(price, prices), factor, computed);
  const output = usage.output === null || !isTierKnown ? null : outputCost(prices, factor, computed);
  if (input === null && output === null) return null;
  // What was worked out of a side that turned out to have a part without a price would pass for the whole.
  for (const part of input === null ? IN_PLACE : output === null ? OUT : NONE) delete computed[TOKEN_PARTS[part]!];

  const isEmbedding = usage.output === null && prices.output === undefined;
  let total = input === null ? null : isEmbedding ? input : output === null ? null : input + output;
  if (price.request !== undefined) {
    computed['request'] = price.request;
    if (total !== null) total += price.request;
  }
  return { input, output, total, currency: price.currency ?? 'USD', computed };
}

const parts = new Float64Array(TOKEN_PARTS.length);
const NONE: readonly number[] = [];

/** Cached tokens are the beginning of a prompt: where prices go by place, they are counted first. */
const IN_PLACE = [1, 2, 3, 0] as const;

function inputCost(usage: Usage, brackets: readonly Bracket[], factor: number, computed: Record<string, number>): number | null {
  const longLived = longLivedShare(usage, parts[2]!);
  let cost = 0;
  let from = 0;
  for (const part of IN_PLACE) {
    const tokens = parts[part]!;
    if (Number.isNaN(tokens)) continue;
    let own = 0;
    for (let nth = 0; nth < brackets.length; nth++) {
      const { above, prices: held } = brackets[nth]!;
      const until = Math.min(from + tokens, brackets[nth + 1]?.above ?? Number.POSITIVE_INFINITY);
      const inside = until - Math.max(from, above);
      if (inside <= 0) continue;
      const rate = inputRate(held, part, longLived);
      if (rate === undefined) return null;
      own += (inside * rate) / TOKENS;
    }
    from += tokens;
    own *= factor;
    computed[TOKEN_PARTS[part]] = own;
    cost += own;
  }
  return cost;
}

function inputRate(prices: TokenPrices, part: number, longLived: number): number | undefined {
  const { input } = prices;
  if (part === 1) return prices.cacheRead ?? input;
  if (part === 3) return prices.inputAudio ?? input;
  if (part !== 2) return input;
  const write = prices.cacheWrite ?? input;
  return longLived === 0 || write === undefined ? write : write + ((prices.cacheWrite1h ?? write) - write) * longLived;
}

/** Which share of the tokens written to the cache is kept there for an hour, where the tracer tells. */
function longLivedShare({ inputDetails }: Usage, written: number): number {
  const hour = Object.hasOwn(inputDetails, 'cacheWrite1h') ? inputDetails['cacheWrite1h']! : 0;
  return hour > 0 && written > 0 ? Math.min(1, hour / written) : 0;
}

const OUT = [4, 5, 6] as const;

function outputCost(prices: TokenPrices, factor: number, computed: Record<string, number>): number | null {
  const rates = [prices.output, prices.reasoning ?? prices.output, prices.outputAudio ?? prices.output];
  let cost = 0;
  for (let nth = 0; nth < OUT.length; nth++) {
    const tokens = parts[OUT[nth]!]!;
    if (Number.isNaN(tokens) || (tokens === 0 && rates[nth] === undefined)) continue;
    const rate = rates[nth];
    if (rate === undefined) return null;
    const own = ((tokens * rate) / TOKENS) * factor;
    computed[TOKEN_PARTS[OUT[nth]!]] = own;
    cost += own;
  }
  return cost;
}
