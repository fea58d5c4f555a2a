import type { Model } from '../../model/run.ts';
import { readTime, type Instant } from '../../model/time.ts';
import type { Price } from './price.ts';
import type { PriceEntry, PriceList } from './price-book.ts';
import { Wildcard } from './wildcard.ts';

interface Candidate {
  readonly name: Wildcard;
  readonly providers: readonly string[] | null;
  /** Epoch ms. */
  readonly from: number;
  readonly to: number;
  readonly price: Price;
}

/** Finds prices in a list. What fits a model is looked up once for each name. */
export class PriceFinder {
  readonly #candidates: readonly Candidate[];
  readonly #byModel = new Map<string, readonly Candidate[]>();

  constructor({ currency = 'USD', prices }: PriceList) {
    this.#candidates = prices.flatMap((entry) => candidatesOf(entry, currency));
  }

  /**
   * The price of a model at a moment; null if the list has none. Names of routers are known by their end too:
   * `openai/gpt-4o`, `models/gemini-2.5-pro`.
   */
  find({ name, provider }: Pick<Model, 'name' | 'provider'>, moment: number): Price | null {
    if (name === null) return null;
    const key = `${provider ?? ''}\n${name}`;
    let fitting = this.#byModel.get(key);
    if (fitting === undefined) {
      fitting = this.#fitting(name.toLowerCase(), provider?.toLowerCase() ?? null);
      this.#byModel.set(key, fitting);
    }
    return fitting.find(({ from, to }) => moment >= from && moment < to)?.price ?? null;
  }

  #fitting(name: string, provider: string | null): readonly Candidate[] {
    const fits = (whole: string): readonly Candidate[] =>
      this.#candidates.filter((candidate) => (candidate.providers === null || provider === null || candidate.providers.includes(provider)) && candidate.name.fits(whole));
    const fitting = fits(name);
    const found = fitting.length > 0 || !name.includes('/') ? fitting : fits(name.slice(name.lastIndexOf('/') + 1));
    // Entries that name a provider are meant for it alone: a run that names none had rather one that names none either.
    const sign = provider === null ? -1 : 1;
    return found.toSorted((a, b) => difference(b.name.letters, a.name.letters) || sign * (Number(a.providers === null) - Number(b.providers === null)) || difference(b.from, a.from));
  }
}

function candidatesOf({ model, aliases = [], provider, from, to, price }: PriceEntry, currency: string): readonly Candidate[] {
  const providers = provider === undefined ? null : (typeof provider === 'string' ? [provider] : provider).map((name) => name.toLowerCase());
  const span = { from: epochOf(from, Number.NEGATIVE_INFINITY), to: epochOf(to, Number.POSITIVE_INFINITY) };
  const priced: Price = price.currency === undefined ? { ...price, currency } : price;
  return [model, ...aliases].map((name) => ({ name: new Wildcard(name), providers, ...span, price: priced }));
}

/** A price with a date that nobody can read holds at no time: it would be a guess. */
function epochOf(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const instant: Instant = { ms: 0, ns: 0 };
  return readTime(text, instant) ? instant.ms + instant.ns / 1e6 : Number.NaN;
}

/** Two infinities are alike. */
function difference(a: number, b: number): number {
  return a === b ? 0 : a - b;
}
