/**
 * What tokens cost, in money a million tokens. The classes are those of `TokenParts`; a class without a price of its own
 * costs what the class costs that it is a detail of.
 */
export interface TokenPrices {
  /** Fresh input. */
  readonly input?: number | undefined;
  /** Input read from the provider's cache; by default as `input`. */
  readonly cacheRead?: number | undefined;
  /** Input written to the provider's cache; by default as `input`. */
  readonly cacheWrite?: number | undefined;
  /** Input written to the cache for an hour, where a provider charges more for that; by default as `cacheWrite`. */
  readonly cacheWrite1h?: number | undefined;
  /** By default as `input`. */
  readonly inputAudio?: number | undefined;
  /** Without it, output cannot be priced: right for models that have none, as those that embed. */
  readonly output?: number | undefined;
  /** By default as `output`. */
  readonly reasoning?: number | undefined;
  /** By default as `output`. */
  readonly outputAudio?: number | undefined;
}

/** Other prices for large requests. What it doesn't name costs what it costs otherwise. */
export interface PriceTier extends TokenPrices {
  /** Holds for requests of more than so many input tokens, cached ones included. */
  readonly above: number;
  /**
   * What it prices. `request`, the default: the whole request, also its output, once it is that large. Google (above
   * 128,000 or 200,000), Anthropic (200,000), OpenAI (272,000) and xAI do so; xAI counts from exactly 200,000, which is
   * `above: 199_999`. `excess`: only the input beyond, cached tokens counted first; no large provider does so at
   * present, contracts of one's own may.
   */
  readonly prices?: 'request' | 'excess' | undefined;
}

/** Another price for requests that were made in another way: batch, flex, priority. */
export interface PriceMode {
  /** A parameter of the run's model, such as `service_tier`. */
  readonly parameter: string;
  /** Its values for which the mode holds, such as `batch` and `flex`. */
  readonly values: readonly (string | number | boolean)[];
  /** What all tokens cost then, as a share of the price: 0.5 for half. */
  readonly factor: number;
}

/** What calls of one model cost. */
export interface Price extends TokenPrices {
  /** ISO 4217 code; the price list's by default, and USD if that says none. */
  readonly currency?: string | undefined;
  /** Money for each request, beside its tokens. */
  readonly request?: number | undefined;
  readonly tiers?: readonly PriceTier[] | undefined;
  /** The first that holds counts. Only recorded parameters can tell: without them, requests cost the full price. */
  readonly modes?: readonly PriceMode[] | undefined;
}
