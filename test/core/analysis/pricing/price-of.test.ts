import { describe, expect, test } from 'vitest';
import type { PriceEntry } from '../../../../src/core/analysis/pricing/price-book.ts';
import { priceOf } from '../../../../src/core/analysis/pricing/price-of.ts';

/** Entries that are told apart by their input price. */
function found(entries: readonly Omit<PriceEntry, 'price'>[], name: string, provider: string | null = null, moment = '2026-01-01'): number | null {
  const prices = entries.map((entry, nth) => ({ ...entry, price: { input: nth } }));
  return priceOf({ prices }, { name, provider }, Date.parse(moment))?.input ?? null;
}

describe('priceOf', () => {
  test('an exact name before a pattern, the longer pattern before the shorter, whatever their order', () => {
    const entries = [{ model: 'gpt-*' }, { model: 'gpt-4o' }, { model: 'gpt-4o-*' }, { model: 'other', aliases: ['GPT-4o-mini'] }];
    expect(found(entries, 'gpt-4o')).toBe(1);
    expect(found(entries, 'gpt-4o-2024-08-06')).toBe(2);
    expect(found(entries, 'gpt-4o-mini')).toBe(3);
    expect(found(entries, 'gpt-5')).toBe(0);
    expect(found(entries, 'claude')).toBeNull();
    expect(found(entries.toReversed(), 'gpt-4o-2024-08-06')).toBe(1);
  });

  test('of a provider only for its runs, and preferred for those', () => {
    const entries = [{ model: 'llama' }, { model: 'llama', provider: ['Groq', 'cerebras'] }, { model: 'mistral', provider: 'mistral' }];
    expect(found(entries, 'llama', 'groq')).toBe(1);
    expect(found(entries, 'llama', 'together')).toBe(0);
    expect(found(entries, 'llama')).toBe(0);
    expect(found(entries, 'mistral')).toBe(2);
    expect(found(entries, 'mistral', 'azure')).toBeNull();
  });

  test('names of routers are known by their end, unless they are listed themselves', () => {
    expect(found([{ model: 'gpt-4o' }], 'openai/gpt-4o')).toBe(0);
    expect(found([{ model: 'gemini-2.5-pro' }], 'models/gemini-2.5-pro')).toBe(0);
    expect(found([{ model: 'gpt-4o' }, { model: 'openrouter/openai/gpt-4o' }], 'openrouter/openai/gpt-4o')).toBe(1);
  });

  test('by date: from is included, to is not, and the later start counts', () => {
    const entries = [{ model: 'm', to: '2026-02-01' }, { model: 'm', from: '2026-02-01' }, { model: 'm', from: '2026-02-10T12:00:00+02:00' }];
    expect(found(entries, 'm', null, '2026-01-31T23:59:59.999Z')).toBe(0);
    expect(found(entries, 'm', null, '2026-02-01T00:00:00Z')).toBe(1);
    expect(found(entries, 'm', null, '2026-02-10T09:59:59Z')).toBe(1);
    expect(found(entries, 'm', null, '2026-02-10T10:00:00Z')).toBe(2);
    expect(found([{ model: 'm', from: '2027-01-01' }], 'm')).toBeNull();
    expect(found([{ model: 'm', from: 'soon' }], 'm')).toBeNull();
  });

  test('currencies: the price’s own, the list’s, US dollars', () => {
    const of = (currency?: string, own?: string) => priceOf({ currency, prices: [{ model: 'm', price: { input: 1, currency: own } }] }, { name: 'm', provider: null }, 0)?.currency;
    expect([of(), of('EUR'), of('EUR', 'GBP')]).toEqual(['USD', 'EUR', 'GBP']);
  });

  test('a model without a name has no price', () => {
    expect(priceOf({ prices: [{ model: '*', price: { input: 1 } }] }, { name: null, provider: 'openai' }, 0)).toBeNull();
  });
});
