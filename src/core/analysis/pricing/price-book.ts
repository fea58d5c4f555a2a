import type { Run } from '../../model/run.ts';
import type { Price } from './price.ts';

/** What one model, or a family of them, costs in a span of time. */
export interface PriceEntry {
  /**
   * The model's name. `*` stands for any letters, or none: `gpt-4o-2024-*`. Case doesn't matter. An exact name is
   * preferred to a pattern, and of patterns the one with the most letters.
   */
  readonly model: string;
  /** Other names of it, read like `model`. */
  readonly aliases?: readonly string[] | undefined;
  /** Holds only for runs of these providers, as the tracer spells them; preferred to entries without. A run that names no provider may be of any. */
  readonly provider?: string | readonly string[] | undefined;
  /** Since when it holds, as ISO 8601: a date is midnight UTC. Of two entries that hold, the later one counts. */
  readonly from?: string | undefined;
  /** Until when, not included. */
  readonly to?: string | undefined;
  readonly price: Price;
}

/**
 * Prices as plain data, which can be kept as JSON.
 *
 * @example
 * const prices: PriceList = {
 *   currency: 'USD',
 *   prices: [
 *     { model: 'gpt-4o', aliases: ['gpt-4o-2024-*'], provider: 'openai', price: { input: 2.5, cacheRead: 1.25, output: 10 } },
 *     { model: 'gemini-2.5-pro', price: { input: 1.25, output: 10, tiers: [{ above: 200_000, input: 2.5, output: 15 }] } },
 *     { model: 'text-embedding-3-small', price: { input: 0.02 } },
 *   ],
 * };
 */
export interface PriceList {
  /** Of all prices that name none; USD by default. */
  readonly currency?: string | undefined;
  readonly prices: readonly PriceEntry[];
}

/**
 * Where prices come from: a list, or a function that tells a run's price, null if it knows none.
 *
 * The function's second argument is when the run started, in epoch ms.
 */
export type PriceBook = PriceList | ((run: Run, startTime: number) => Price | null);
