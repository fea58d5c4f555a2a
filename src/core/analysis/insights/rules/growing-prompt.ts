import { promptGrowth, type PromptStep } from '../../prompt-growth/prompt-growth.ts';
import type { Insight, InsightRule } from '../insight.ts';

/** A prompt grows if it is so much longer at the end, over at least so many calls. */
const TIMES = 2;
const LEAST_TOKENS = 1_000;
const FEWEST_CALLS = 4;

/**
 * Loops in which each model call is told more than the one before, up to a multiple.
 *
 * Figures: `calls`, `from` and `to` (input tokens of the first and the last call), `inputTokens` of all calls, and the share
 * of them that came from the provider's cache, `cachedShare`. Weight is the share that was told before: all but what the
 * last call was told.
 */
export const growingPrompt: InsightRule = {
  id: 'growing-prompt',
  run: (trace) => promptGrowth(trace).flatMap(({ steps }) => describe(steps)),
};

function describe(steps: readonly PromptStep[]): readonly Insight[] {
  const known = steps.filter(({ inputTokens }) => inputTokens !== null);
  const from = known[0]?.inputTokens ?? 0;
  const to = known.at(-1)?.inputTokens ?? 0;
  if (known.length < FEWEST_CALLS || to < from * TIMES || to - from < LEAST_TOKENS || !isRising(known)) return [];
  let input = 0;
  let cached: number | null = null;
  for (const { inputTokens, cachedTokens } of known) {
    input += inputTokens ?? 0;
    if (cachedTokens !== null) cached = (cached ?? 0) + cachedTokens;
  }
  const cachedShare = cached === null ? null : cached / input;
  return [{
    rule: growingPrompt.id,
    severity: cachedShare !== null && cachedShare >= 0.5 ? 'info' : 'warning',
    weight: (input - to) / input,
    positions: known.map(({ at }) => at).toReversed(),
    figures: { calls: known.length, from, to, inputTokens: input, cachedShare },
  }];
}

/** Other prompts in between, shorter ones, make a zigzag. */
function isRising(steps: readonly PromptStep[]): boolean {
  const falls = steps.filter(({ growth }) => growth !== null && growth < 0).length;
  return falls <= steps.length / 10;
}
