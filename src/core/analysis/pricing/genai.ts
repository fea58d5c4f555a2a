import { calcPrice, type ModelInfo, type ModelPrice, type Provider, type TieredPrices } from '@pydantic/genai-prices';
import type { Price, PriceTier } from './price.ts';
import type { PriceBook } from './price-book.ts';

/** Classes of tokens by the names that the package has for their prices. */
const CLASSES = {
  input_mtok: 'input',
  cache_read_mtok: 'cacheRead',
  cache_write_mtok: 'cacheWrite',
  cache_write_1h_mtok: 'cacheWrite1h',
  input_audio_mtok: 'inputAudio',
  output_mtok: 'output',
  output_reasoning_mtok: 'reasoning',
  output_audio_mtok: 'outputAudio',
} as const;

/** OpenTelemetry's names of providers that the package doesn't know by itself. */
const PROVIDERS: ReadonlyMap<string, string> = new Map([['x_ai', 'x-ai']]);

/**
 * The prices of `@pydantic/genai-prices`, which holds those of most providers and must be installed beside this library:
 * in US dollars, as they were when the run started. Nothing is fetched. Images, searches and hours of audio are not
 * priced, since a run's usage doesn't tell them.
 *
 * @example
 * import { genaiPrices } from 'runlens/prices/genai';
 * const { traces, issues } = priceTraces(readTraces(text).traces, genaiPrices());
 */
export function genaiPrices(): PriceBook {
  const known = new Map<string, Known | null>();
  return ({ model }, startTime) => {
    if (model === null || model.name === null) return null;
    const key = `${model.provider ?? ''}\n${model.name}`;
    let found = known.get(key);
    if (found === undefined) {
      found = lookUp(model.name, model.provider, startTime);
      known.set(key, found);
    }
    if (found === null || found.changing === null) return found?.price ?? null;
    return priceAt(model.name, { provider: found.changing }, startTime)?.price ?? null;
  };
}

interface Known {
  readonly price: Price;
  /** Where the model has several prices by date or hour: a provider that has it alone, to ask again. */
  readonly changing: Provider | null;
}

/** To find a model means to go through all of them: done once for each name. */
function lookUp(name: string, provider: string | null, startTime: number): Known | null {
  const providerId = provider === null ? undefined : (PROVIDERS.get(provider) ?? provider);
  const found = priceAt(name, providerId === undefined ? {} : { providerId }, startTime);
  if (found === null) return null;
  const changing = Array.isArray(found.model.prices) ? { ...found.provider, models: [found.model] } : null;
  return { price: found.price, changing };
}

interface Found {
  readonly price: Price;
  readonly model: ModelInfo;
  readonly provider: Provider;
}

function priceAt(name: string, by: { readonly provider?: Provider; readonly providerId?: string }, startTime: number): Found | null {
  try {
    const found = calcPrice({}, name, { ...by, timestamp: new Date(startTime) });
    return found && { price: toPrice(found.model_price), model: found.model, provider: found.provider };
  } catch {
    // A price that the package itself finds wrong, or a time that is none.
    return null;
  }
}

/** The package's prices have tiers each; here a tier has prices. Both price the whole request. */
function toPrice(given: ModelPrice): Price {
  const price: Record<string, number> = {};
  const tiers = new Map<number, Record<string, number>>();
  for (const name of Object.keys(CLASSES) as (keyof typeof CLASSES)[]) {
    const held = given[name];
    if (held === undefined) continue;
    price[CLASSES[name]] = typeof held === 'number' ? held : held.base;
    if (typeof held !== 'number') for (const { start } of held.tiers) tiers.set(start, {});
  }
  for (const [start, tier] of tiers) {
    for (const name of Object.keys(CLASSES) as (keyof typeof CLASSES)[]) {
      const held = given[name];
      if (typeof held === 'object') tier[CLASSES[name]] = reachedAbove(held, start);
    }
  }
  const request = given['requests_kcount'];
  return {
    ...price,
    currency: 'USD',
    ...(typeof request === 'number' ? { request: request / 1000 } : {}),
    ...(tiers.size === 0 ? {} : { tiers: Array.from(tiers, ([above, tier]): PriceTier => ({ above, ...tier })) }),
  };
}

/** What a class costs in requests of more than so many tokens. */
function reachedAbove({ base, tiers }: TieredPrices, tokens: number): number {
  let price = base;
  for (const tier of tiers.toSorted((a, b) => a.start - b.start)) if (tokens >= tier.start) price = tier.price;
  return price;
}
