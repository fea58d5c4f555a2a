import { costOf, type Cost, type Usage } from '../../src/core/index.ts';

/** The usage with what is said, and nothing else known. */
export function usage(known: Partial<Usage>): Usage {
  return { input: null, output: null, total: null, inputDetails: {}, outputDetails: {}, ...known };
}

export const cached: Usage = usage({ input: 9_012, output: 468, total: 9_480, inputDetails: { cacheRead: 5_504 } });
export const reasoning: Usage = usage({ input: 1_840, output: 2_210, total: 4_050, inputDetails: { cacheRead: 0 }, outputDetails: { reasoning: 1_792 } });
export const audio: Usage = usage({ input: 1_310, output: 905, total: 2_215, inputDetails: { audio: 940, cacheRead: 128 }, outputDetails: { audio: 720 } });
export const everything: Usage = usage({
  input: 21_800, output: 4_316, total: 26_900,
  inputDetails: { cacheRead: 12_288, cacheWrite: 4_096, audio: 860 },
  outputDetails: { reasoning: 2_048, audio: 512 },
});
export const subtree: Usage = usage({ input: 29_972, output: 1_222, total: 31_194, inputDetails: { cacheRead: 5_504 }, outputDetails: { reasoning: 64 } });
export const long: Usage = usage({ input: 146_210, output: 3_790, total: 150_000, inputDetails: { cacheRead: 98_304 } });
/** One token in a million is seen too. */
export const huge: Usage = usage({ input: 987_654_321, output: 12, total: 987_654_333 });
export const promptOnly: Usage = usage({ input: 1_840 });
export const onlyTotal: Usage = usage({ total: 512 });
export const nothing: Usage = usage({ input: 0, output: 0, total: 0 });
export const contradictory: Usage = usage({ input: 100, output: 20, total: 120, inputDetails: { cacheRead: 140 } });
export const beyondTotal: Usage = usage({ input: 100, output: 40, total: 120 });

export const recorded: Cost = { input: 0.04384, output: 0.00702, total: 0.05086, currency: 'USD' };
export const subtreeCost: Cost = { input: 0.1644, output: 0.0196, total: 0.184, currency: 'USD' };

/** A cost by prices in dollars for a million tokens. */
export const computed: Cost | null = costOf(cached, { input: 2.5, cacheRead: 1.25, output: 10 });
/** Only the prompt has a price. */
export const inputCost: Cost = { input: 0.00877, output: null, total: null, currency: 'USD' };
export const hostileCost: Cost = { input: null, output: null, total: 3, currency: '<img src=x onerror=alert(1)>', computed: { '<script>': 1, constructor: 2 } };
