import type { Model } from '../../model/run.ts';
import type { Price } from './price.ts';
import type { PriceList } from './price-book.ts';
import { PriceFinder } from './price-finder.ts';

/**
 * What a model costs by a price list; null if the list doesn't know it.
 *
 * @param moment epoch ms: prices change
 */
export function priceOf(list: PriceList, model: Pick<Model, 'name' | 'provider'>, moment: number): Price | null {
  return new PriceFinder(list).find(model, moment);
}
